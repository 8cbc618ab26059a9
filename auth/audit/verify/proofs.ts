import { join } from 'node:path';
import type { Checkpoint } from '#auth/audit/checkpoint.ts';
import { leafHash } from '#auth/audit/merkle/hashes.ts';
import { consistencyProof, inclusionProof, type Subtrees, subtreesOf } from '#auth/audit/merkle/tree.ts';
import { verifyConsistency, verifyInclusion } from '#auth/audit/merkle/verify.ts';
import { withSubtrees } from '#auth/audit/tree-file.ts';
import { type LogFolder, linesOf } from '#auth/audit/verify/log-folder.ts';

/** Whether the log's line number `index` is what the checkpoint speaks for; the proof that shows it, or null where none does. */
export function proveRecord(log: LogFolder, index: number, { size, root }: Checkpoint): Buffer[] | null {
  const leaf = leafOf(log, index);
  if (leaf === null || index >= size) return null;
  return firstProof(
    log,
    (subtrees) => inclusionProof(index, size, subtrees),
    (proof) => verifyInclusion(leaf, index, size, proof, Buffer.from(root, 'base64')),
  );
}

/** Whether the later checkpoint speaks for all that the earlier one does, unchanged; the proof that shows it, or null where none does. */
export function proveConsistency(log: LogFolder, from: Checkpoint, to: Checkpoint): Buffer[] | null {
  const [fromRoot, toRoot] = [Buffer.from(from.root, 'base64'), Buffer.from(to.root, 'base64')];
  return firstProof(
    log,
    (subtrees) => consistencyProof(from.size, to.size, subtrees),
    (proof) => verifyConsistency(from.size, fromRoot, to.size, toRoot, proof),
  );
}

/** From the hashes beside the log, so that it can be shown of one record though others were tampered with, or else from the records. */
function firstProof(
  log: LogFolder,
  make: (subtrees: Subtrees) => Buffer[],
  holds: (proof: readonly Buffer[]) => boolean,
): Buffer[] | null {
  const attempt = (subtrees: Subtrees) => {
    try {
      const proof = make(subtrees);
      return holds(proof) ? proof : null;
    } catch {
      // Hashes or records that it takes are missing.
      return null;
    }
  };
  return withSubtrees(join(log.path, 'hashes'), attempt) ?? attempt(subtreesOf(Array.from(linesOf(log), leafHash)));
}

function leafOf(log: LogFolder, index: number): Buffer | null {
  let at = 0;
  for (const line of linesOf(log)) {
    if (at === index) return leafHash(line);
    at += 1;
  }
  return null;
}
