import { EMPTY_ROOT, nodeHash } from '#auth/audit/merkle/hashes.ts';
import { isIndex, largestPower, split } from '#auth/audit/merkle/sizes.ts';

/** The complete subtree over the leaves `[index · 2^level, (index + 1) · 2^level)`; level 0 is a leaf. */
export type Subtrees = (level: number, index: number) => Buffer;

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
