import { EMPTY_ROOT, isHash, nodeHash } from '#auth/audit/merkle/hashes.ts';
import { isIndex, largestPower } from '#auth/audit/merkle/sizes.ts';
import type { Subtrees } from '#auth/audit/merkle/tree.ts';

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

function setBits(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}
