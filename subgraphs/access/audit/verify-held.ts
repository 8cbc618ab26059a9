import { type Checkpoint, parseCheckpoint } from '#auth/audit/checkpoint.ts';
import { MerkleFrontier } from '#auth/audit/merkle/frontier.ts';
import { leafHash } from '#auth/audit/merkle/hashes.ts';
import { verifyConsistency } from '#auth/audit/merkle/verify.ts';
import { checkpointFrom, type HeldLog, linesOf } from '#subgraphs/access/store/audit-log.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** Records that are looked through while somebody waits for an answer. */
const LOOKED_THROUGH = 10_000;

/**
 * Whether what is held of a log still is what its key signed: the signatures of the last checkpoint and of one about 10,000 records before, and that
 * the lines between them lead from the one's root to the other's. The whole log is verified by `npm run audit:verify`. Throws `DatabaseError`.
 */
export async function verifyHeld(
  statements: Statements,
  isSigned: (checkpoint: Checkpoint) => boolean,
  held: HeldLog,
): Promise<boolean> {
  const base =
    held.size <= LOOKED_THROUGH ? null : await checkpointFrom(statements, held.log, held.size - LOOKED_THROUGH);
  if (!agrees(isSigned, held) || (base !== null && !agrees(isSigned, base))) return false;
  const tree = base === null ? new MerkleFrontier() : new MerkleFrontier(base.size, base.frontier.peaks);
  for (const line of await linesOf(statements, held.log, tree.size, held.size - tree.size)) tree.append(leafHash(line));
  return tree.size === held.size && tree.root().equals(held.frontier.root());
}

/** Whether a checkpoint is signed, and its tree begins with the one kept beside it. */
function agrees(
  isSigned: (checkpoint: Checkpoint) => boolean,
  { log, size, checkpoint: line, frontier, consistency }: HeldLog,
): boolean {
  const checkpoint = line === null ? null : parseCheckpoint(line);
  if (checkpoint?.log !== log || !isSigned(checkpoint)) return false;
  const root = Buffer.from(checkpoint.root, 'base64');
  return verifyConsistency(size, frontier.root(), checkpoint.size, root, consistency);
}
