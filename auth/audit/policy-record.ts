import type { MerkleAuditLog } from '#auth/audit/log.ts';
import { processRecord } from '#auth/audit/record.ts';

/** Records that are looked through at a time for the policy before: few at first, then more, since a file is read from its beginning. */
const FIRST_STEP = 1_000;
const LAST_STEP = 64_000;

/** What is needed of a log. */
type PolicyLog = Pick<MerkleAuditLog, 'name' | 'size' | 'lines' | 'append'>;

/**
 * Puts on record by which policy text this process decides from now on: `policy.changed` where the log's record before names another one.
 * @param digest SM3 of the text, `sm3:` and 64 hex digits
 */
export function recordPolicy(log: PolicyLog, digest: string): void {
  const before = lastDigest(log);
  const rule = before === null || before === digest ? 'policy.loaded' : 'policy.changed';
  log.append([{ ...processRecord('policy', log.name, rule), digest }]);
}

/** One is written at each start, and a process may have written any number of records since its last. */
function lastDigest(log: PolicyLog): string | null {
  let step = FIRST_STEP;
  for (let end = log.size; end > 0; step = Math.min(2 * step, LAST_STEP)) {
    const from = Math.max(0, end - step);
    const line = log.lines(from, end - from).findLast((each) => each.includes('"event":"policy"'));
    if (line !== undefined) return String((JSON.parse(line) as { digest?: unknown }).digest);
    end = from;
  }
  return null;
}
