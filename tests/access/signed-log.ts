import type { JWK } from 'jose';
import { createCheckpointVerifier, formatCheckpoint, signCheckpoint } from '#auth/audit/checkpoint.ts';
import { formatLine } from '#auth/audit/line.ts';
import { leafHash } from '#auth/audit/merkle/hashes.ts';
import { consistencyProof, rootOf, subtreesOf } from '#auth/audit/merkle/tree.ts';
import { auditRecord } from '#auth/audit/record.fixture.ts';
import type { AuditRecord } from '#auth/audit/record.ts';
import { type CheckpointSigner, createSigner } from '#auth/audit/signature.ts';
import { newSigningKey, publicHalf } from '#auth/keys/ensure.ts';

const AT = '2025-06-16T02:00:00.000Z';

export const record = (extra: Partial<AuditRecord> = {}): AuditRecord => auditRecord({ actor: 'sub-lin', ...extra });

/** A line of a log, as a process writes it. */
export const line = (log: string, sequence: number, extra: Partial<AuditRecord> = {}, at = AT): string =>
  formatLine({ sequence, at, process: log }, record(extra));

/** `count` lines that differ in their request. */
export const linesOf = (log: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => line(log, index, { requestId: `r-${index}` }));

function keyOf(log: string): { readonly signer: CheckpointSigner; readonly publicKey: JWK } {
  const key = newSigningKey(`audit-${log}`);
  return { signer: createSigner(key), publicKey: publicHalf(key) };
}

const KEYS = { court: keyOf('court'), gateway: keyOf('gateway'), stranger: keyOf('court') };
export type Key = keyof typeof KEYS;

export const signerOf = (key: Key): CheckpointSigner => KEYS[key].signer;
/** The public halves, as `audit-trusted.jwks.json` has them. */
export const TRUSTED = { keys: [KEYS.court.publicKey, KEYS.gateway.publicKey] };
export const isSigned = createCheckpointVerifier(TRUSTED);

interface BatchOptions {
  readonly after?: number;
  readonly to?: number;
  readonly signed?: number;
  readonly key?: Key;
}

/** What a process sends of the lines that it has: those behind `after`, up to `to`, of which `signed` are signed. */
export function batchOf(
  log: 'court' | 'gateway',
  lines: readonly string[],
  { after = 0, to = lines.length, signed = to, key = log }: BatchOptions = {},
): string {
  const subtrees = subtreesOf(lines.map(leafHash));
  const root = rootOf(signed, subtrees).toString('base64');
  const checkpoint = signCheckpoint({ log, size: signed, root, at: AT }, signerOf(key));
  return JSON.stringify({
    after,
    records: lines.slice(after, to),
    checkpoint: formatCheckpoint(checkpoint),
    consistency: consistencyProof(to, signed, subtrees).map((hash) => hash.toString('base64')),
  });
}
