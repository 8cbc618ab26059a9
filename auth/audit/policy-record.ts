import type { MerkleAuditLog } from '#auth/audit/log.ts';
import { processRecord } from '#auth/audit/record.ts';

/** Records that are looked through for the policy before; one is written at each start. */
const LOOK_BACK = 100_000;
const STEP = 1_000;

/**
 * Puts on record by which policy text this process decides from now on: `policy.changed` where the log's record before names another one.
 * @param digest SM3 of the text, `sm3:` and 64 hex digits
 */
export function recordPolicy(log: MerkleAuditLog, digest: string): void {
  const before = lastDigest(log);
  const rule = before === null || before === digest ? 'policy.loaded' : 'policy.changed';
  log.append([{ ...processRecord('policy', log.name, rule), digest }]);
}

function lastDigest(log: MerkleAuditLog): string | null {
  const oldest = Math.max(0, log.size - LOOK_BACK);
  for (let end = log.size; end > oldest; end -= STEP) {
    const from = Math.max(oldest, end - STEP);
    const line = log.lines(from, end - from).findLast((each) => each.includes('"event":"policy"'));
    if (line !== undefined) return String((JSON.parse(line) as { digest?: unknown }).digest);
  }
  return null;
}
