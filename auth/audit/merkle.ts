import { hash } from 'node:crypto';

/**
 * The Merkle tree of RFC 6962 §2.1 over SM3 (GB/T 32905): pure functions over hashes of 32 bytes. The tree of `size` leaves splits at the largest
 * power of two below its size; leaves and nodes are told apart by a first byte. Nothing here reads or keeps a file.
 */

/** The root of a tree without leaves. */
export const EMPTY_ROOT: Buffer = hash('sm3', '', 'buffer');

/** The complete subtree over the leaves `[index · 2^level, (index + 1) · 2^level)`; level 0 is a leaf. */
export type Subtrees = (level: number, index: number) => Buffer;

/** Of a record: the bytes of its line, without the newline. */
export function leafHash(line: string | Buffer): Buffer {
  return hash('sm3', Buffer.concat([LEAF, typeof line === 'string' ? Buffer.from(line, 'utf8') : line]), 'buffer');
}

export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return hash('sm3', Buffer.concat([NODE, left, right]), 'buffer');
}

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** The subtrees of a tree whose leaves lie in memory. Each is computed when it is asked for. */
export function subtreesOf(leaves: readonly Buffer[]): Subtrees {
  const subtree: Subtrees = (level, index) => {
    if (level > 0) return nodeHash(subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1));
    const leaf = leaves[index];
    if (leaf === undefined) throw new RangeError(`no leaf ${index} among ${leaves.length}`);
    return leaf;
  };
  return subtree;
}

/** The root of the first `size` leaves: MTH(D[size]). */
export function rootOf(size: number, subtrees: Subtrees): Buffer {
  return size === 0 ? EMPTY_ROOT : rangeRoot(0, size, subtrees);
}

/** That leaf `index` stands in the tree of `size` leaves: PATH(index, D[size]) of RFC 6962 §2.1.1, the leaf's sibling first. */
export function inclusionProof(index: number, size: number, subtrees: Subtrees): Buffer[] {
  if (!isIndex(index) || !isIndex(size) || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  return path(index, 0, size, subtrees);
}

/** That the tree of `to` leaves begins with that of `from`: PROOF(from, D[to]) of RFC 6962 §2.1.2. Empty where `from` is 0 or `to`. */
export function consistencyProof(from: number, to: number, subtrees: Subtrees): Buffer[] {
  if (!isIndex(from) || !isIndex(to) || from > to) throw new RangeError(`no tree of ${from} leaves in one of ${to}`);
  return from === 0 || from === to ? [] : subproof(from, 0, to, true, subtrees);
}

/** Whether `proof` shows that `leaf` is number `index` of the tree of `size` leaves with this root. */
export function verifyInclusion(
  leaf: Buffer,
  index: number,
  size: number,
  proof: readonly Buffer[],
  root: Buffer,
): boolean {
  if (!isIndex(index) || !isIndex(size) || index >= size || !proof.every(isHash)) return false;
  const rest = [...proof];
  return rootFromPath(leaf, index, size, rest)?.equals(root) === true && rest.length === 0;
}

/** Whether `proof` shows that the tree of `to` leaves with `toRoot` begins with that of `from` leaves with `fromRoot`. */
export function verifyConsistency(
  from: number,
  fromRoot: Buffer,
  to: number,
  toRoot: Buffer,
  proof: readonly Buffer[],
): boolean {
  if (!isIndex(from) || !isIndex(to) || from > to || !proof.every(isHash)) return false;
  if (from === 0) return proof.length === 0 && fromRoot.equals(EMPTY_ROOT);
  const rest = [...proof];
  const roots = rootsFromProof(from, to, fromRoot, rest);
  return roots !== null && rest.length === 0 && roots.from.equals(fromRoot) && roots.to.equals(toRoot);
}

/** The right edge of a growing tree: what is needed to append to it and to tell its root; 32 bytes a set bit of its size. */
export class MerkleFrontier {
  #size: number;
  /** Complete subtrees from left to right, each smaller than the one before. */
  readonly #peaks: Buffer[];

  constructor(size = 0, peaks: readonly Buffer[] = []) {
    if (!isIndex(size) || peaks.length !== setBits(size) || !peaks.every(isHash))
      throw new RangeError(`no frontier of a tree of ${size} leaves`);
    this.#size = size;
    this.#peaks = [...peaks];
  }

  /** That of the first `size` leaves. */
  static of(size: number, subtrees: Subtrees): MerkleFrontier {
    const peaks: Buffer[] = [];
    for (let start = 0; start < size; ) {
      const { level, width } = largestPower(size - start);
      peaks.push(subtrees(level, start / width));
      start += width;
    }
    return new MerkleFrontier(size, peaks);
  }

  get size(): number {
    return this.#size;
  }

  get peaks(): readonly Buffer[] {
    return this.#peaks;
  }

  /** Gives the subtrees that the leaf completes: itself first, each larger than the one before. */
  append(leaf: Buffer): Buffer[] {
    const completed = [leaf];
    let last = leaf;
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      last = nodeHash(this.#peaks.pop() as Buffer, last);
      completed.push(last);
    }
    this.#peaks.push(last);
    this.#size += 1;
    return completed;
  }

  root(): Buffer {
    return this.#size === 0 ? EMPTY_ROOT : this.#peaks.reduceRight((right, left) => nodeHash(left, right));
  }
}

const HASH_BYTES = 32;

function isHash(value: Buffer): boolean {
  return value.length === HASH_BYTES;
}

function isIndex(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function setBits(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}

/** The largest power of two that is not above `size`. No shifts: they end at 2^31. */
function largestPower(size: number): { level: number; width: number } {
  let level = 0;
  let width = 1;
  while (2 * width <= size) {
    width *= 2;
    level += 1;
  }
  return { level, width };
}

/** Where a tree of `size` > 1 leaves splits: the largest power of two below `size`. */
function split(size: number): number {
  return largestPower(size - 1).width;
}

function rangeRoot(start: number, end: number, subtrees: Subtrees): Buffer {
  const { level, width } = largestPower(end - start);
  if (width === end - start) return subtrees(level, start / width);
  return nodeHash(subtrees(level, start / width), rangeRoot(start + width, end, subtrees));
}

function path(index: number, start: number, end: number, subtrees: Subtrees): Buffer[] {
  if (end - start === 1) return [];
  const middle = start + split(end - start);
  return index < middle
    ? [...path(index, start, middle, subtrees), rangeRoot(middle, end, subtrees)]
    : [...path(index, middle, end, subtrees), rangeRoot(start, middle, subtrees)];
}

/** `known`: the verifier has the root of the old tree, which is this subtree. */
function subproof(from: number, start: number, end: number, known: boolean, subtrees: Subtrees): Buffer[] {
  if (from === end) return known ? [] : [rangeRoot(start, end, subtrees)];
  const middle = start + split(end - start);
  return from <= middle
    ? [...subproof(from, start, middle, known, subtrees), rangeRoot(middle, end, subtrees)]
    : [...subproof(from, middle, end, false, subtrees), rangeRoot(start, middle, subtrees)];
}

/** Takes what it uses off the end of `rest`; null where that does not suffice. */
function rootFromPath(leaf: Buffer, index: number, size: number, rest: Buffer[]): Buffer | null {
  if (size === 1) return leaf;
  const sibling = rest.pop();
  if (sibling === undefined) return null;
  const middle = split(size);
  const inner =
    index < middle ? rootFromPath(leaf, index, middle, rest) : rootFromPath(leaf, index - middle, size - middle, rest);
  if (inner === null) return null;
  return index < middle ? nodeHash(inner, sibling) : nodeHash(sibling, inner);
}

/** The roots of both trees as the proof tells them. `known` is the old root, as long as the subtree may be the old tree itself. */
function rootsFromProof(
  from: number,
  to: number,
  known: Buffer | null,
  rest: Buffer[],
): { from: Buffer; to: Buffer } | null {
  if (from === to) {
    const same = known ?? rest.pop();
    return same === undefined ? null : { from: same, to: same };
  }
  const sibling = rest.pop();
  if (sibling === undefined) return null;
  const middle = split(to);
  if (from <= middle) {
    const inner = rootsFromProof(from, middle, known, rest);
    return inner && { from: inner.from, to: nodeHash(inner.to, sibling) };
  }
  const inner = rootsFromProof(from - middle, to - middle, null, rest);
  return inner && { from: nodeHash(sibling, inner.from), to: nodeHash(sibling, inner.to) };
}
