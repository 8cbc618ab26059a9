import { join } from 'node:path';
import type { Checkpoint } from '#auth/audit/checkpoint.ts';
import { headOf } from '#auth/audit/line.ts';
import { MerkleFrontier } from '#auth/audit/merkle/frontier.ts';
import { leafHash } from '#auth/audit/merkle/hashes.ts';
import { withSubtrees } from '#auth/audit/tree-file.ts';
import type { CheckpointLine } from '#auth/audit/verify/checkpoints.ts';
import { faultAt, firstUnlike, signedLeaves } from '#auth/audit/verify/locate.ts';
import { type LogFolder, linesOf } from '#auth/audit/verify/log-folder.ts';
import type { Problem } from '#auth/audit/verify/problem.ts';

export interface LogReport {
  readonly log: LogFolder;
  readonly records: number;
  /** Times of the first and the last record; null where there is none. */
  readonly from: string | null;
  readonly to: string | null;
  /** Records that a checkpoint agrees with; nobody vouches yet for those behind. */
  readonly signedTo: number;
  /** Checkpoints that the log's key signed and that agree with its records. */
  readonly ownCheckpoints: number;
  readonly checkpointsElsewhere: number;
  /** Empty where the log verifies; the records' problem is that of the first bad one. */
  readonly problems: readonly Problem[];
}

/**
 * Holds the records of a log against its checkpoints, its own and those of it that are kept elsewhere: every root that its key signed must be that of the records up to
 * there. Reads the records once, and again only to find what is wrong.
 */
export function verifyLog(
  log: LogFolder,
  checkpoints: readonly CheckpointLine[],
  isSigned: (checkpoint: Checkpoint) => boolean,
): LogReport {
  const trusted: Trusted[] = checkpoints
    .flatMap(({ checkpoint, isElsewhere }) => (checkpoint ? [{ checkpoint, isElsewhere }] : []))
    .filter(({ checkpoint }) => checkpoint.log === log.name && isSigned(checkpoint))
    .sort((one, other) => one.checkpoint.size - other.checkpoint.size);
  const { roots, numbers, from, to } = readRecords(log, new Set(trusted.map(({ checkpoint }) => checkpoint.size)));
  const agrees = ({ checkpoint }: Trusted) => roots.get(checkpoint.size) === checkpoint.root;
  const agreeing = trusted.filter(agrees);
  const contradicting = trusted.find((each) => !agrees(each));
  const inRecords = firstBad(log, numbers, agreeing, contradicting);
  return {
    log,
    records: numbers.length,
    from,
    to,
    signedTo: agreeing.at(-1)?.checkpoint.size ?? 0,
    ownCheckpoints: agreeing.filter(({ isElsewhere }) => !isElsewhere).length,
    checkpointsElsewhere: agreeing.filter(({ isElsewhere }) => isElsewhere).length,
    problems: [...(inRecords ? [inRecords] : []), ...checkpointProblems(log, checkpoints, isSigned)],
  };
}

interface Trusted {
  readonly checkpoint: Checkpoint;
  readonly isElsewhere: boolean;
}

/** One reading: the number that each line tells, or null where it is no record of this log; from when to when; the roots at the sizes asked for (base64). */
function readRecords(log: LogFolder, sizes: ReadonlySet<number>) {
  const frontier = new MerkleFrontier();
  const roots = new Map<number, string>();
  const numbers: (number | null)[] = [];
  let from: string | null = null;
  let to: string | null = null;
  const note = () => {
    if (sizes.has(frontier.size)) roots.set(frontier.size, frontier.root().toString('base64'));
  };
  note();
  for (const line of linesOf(log)) {
    const head = headOf(line);
    numbers.push(head?.process === log.name ? head.sequence : null);
    to = head?.at ?? to;
    from ??= to;
    frontier.append(leafHash(line));
    note();
  }
  return { numbers, from, to, roots };
}

function firstBad(
  log: LogFolder,
  numbers: readonly (number | null)[],
  agreeing: readonly Trusted[],
  contradicting: Trusted | undefined,
): Problem | null {
  const misnumbered = numbers.findIndex((number, index) => number !== index);
  const at = (index: number): Problem => ({ fault: faultAt(index, numbers), first: index, last: index });
  if (contradicting === undefined) {
    if (misnumbered >= 0) return at(misnumbered);
    return agreeing.length > 0 || numbers.length === 0
      ? null
      : { fault: 'unvouched', first: 0, last: numbers.length - 1 };
  }
  const { isElsewhere, checkpoint } = contradicting;
  const { size, root } = checkpoint;
  const signedBefore = (those: readonly Trusted[]) =>
    those.findLast((each) => each.checkpoint.size < size)?.checkpoint.size ?? 0;
  // The records are as the key signed them later, and not as it signed them then: what both histories share, each has signed.
  if (agreeing.some((each) => each.checkpoint.size >= size)) {
    const first = signedBefore(agreeing.filter((each) => each.isElsewhere === isElsewhere));
    return { fault: 'forked', first, last: size - 1 };
  }
  const start = signedBefore(agreeing);
  const signed = withSubtrees(join(log.path, 'hashes'), (subtrees) =>
    signedLeaves({ start, end: size }, Buffer.from(root, 'base64'), subtrees),
  );
  if (signed) return at(firstUnlike(linesOf(log), start, signed));
  if (misnumbered >= start && misnumbered < size) return at(misnumbered);
  if (numbers.length < size) return at(numbers.length);
  return { fault: 'edited', first: start, last: size - 1 };
}

function checkpointProblems(
  { name }: LogFolder,
  checkpoints: readonly CheckpointLine[],
  isSigned: (checkpoint: Checkpoint) => boolean,
): Problem[] {
  return checkpoints.flatMap(({ file, line, checkpoint }): Problem[] => {
    if (checkpoint === null) return [{ fault: 'not-a-checkpoint', file, line }];
    return checkpoint.log === name && isSigned(checkpoint) ? [] : [{ fault: 'foreign-signature', file, line }];
  });
}
