import { MerkleFrontier } from '#auth/audit/merkle/frontier.ts';
import { leafHash } from '#auth/audit/merkle/hashes.ts';
import type { Subtrees } from '#auth/audit/merkle/tree.ts';
import type { RecordFault } from '#auth/audit/verify/problem.ts';

/** Records `[start, end)` of a log. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The leaves of a stretch as they were signed, if `subtrees` (of a file that nobody need trust) gives the root over all leaves before its end. */
export function signedLeaves({ start, end }: Stretch, root: Buffer, subtrees: Subtrees): Buffer[] | null {
  const frontier = new MerkleFrontier();
  const leaves: Buffer[] = [];
  try {
    while (frontier.size < end) {
      const leaf = subtrees(0, frontier.size);
      if (frontier.size >= start) leaves.push(leaf);
      frontier.append(leaf);
    }
  } catch {
    return null;
  }
  return frontier.root().equals(root) ? leaves : null;
}

/** The first record from `start` on whose line is not the one that was signed. */
export function firstUnlike(lines: Iterable<Buffer>, start: number, signed: readonly Buffer[]): number {
  let index = 0;
  for (const line of lines) {
    if (index >= start && signed[index - start]?.equals(leafHash(line)) !== true) return index;
    index += 1;
  }
  return index;
}

/** What happened at the place of a record, as the numbers of all lines tell; null is of a line that is no record. */
export function faultAt(index: number, numbers: readonly (number | null)[]): RecordFault {
  const number = numbers[index];
  if (number === undefined) return 'truncated';
  if (number === null) return 'edited';
  const comesLater = numbers.includes(index, index + 1);
  if (number > index) return comesLater ? 'reordered' : 'deleted';
  if (number < index) return 'inserted';
  return comesLater ? 'inserted' : 'edited';
}
