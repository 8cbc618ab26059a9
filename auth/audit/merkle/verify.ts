import { EMPTY_ROOT, isHash, nodeHash } from '#auth/audit/merkle/hashes.ts';
import { isIndex, split } from '#auth/audit/merkle/sizes.ts';

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
