import { closeSync, existsSync, openSync, readSync, writeSync } from 'node:fs';
import { MerkleFrontier } from '#auth/audit/merkle/frontier.ts';
import { rootOf, type Subtrees } from '#auth/audit/merkle/tree.ts';

const HASH_BYTES = 32;

/**
 * The hashes of a log's Merkle tree in a file beside it, so that a proof reads a few of them and a start none of the records behind them.
 * Each complete subtree stands behind its last leaf, smaller ones first: the file only grows, by two hashes a record on average.
 * Nobody need trust it: `open` believes it where it gives the root of a checkpoint, and otherwise it is made anew from the records.
 */
export class TreeFile {
  readonly #path: string;
  /** Null once it is closed. */
  #descriptor: number | null;
  readonly #frontier: MerkleFrontier;
  /** Hashes that are in the file. */
  #stored: number;
  /** Hashes that follow them, and are written by `flush`. */
  #pending: Buffer[] = [];

  private constructor(path: string, descriptor: number, frontier: MerkleFrontier) {
    this.#path = path;
    this.#descriptor = descriptor;
    this.#frontier = frontier;
    this.#stored = hashesOf(frontier.size);
  }

  /** The tree of `size` leaves with this root, if the file holds it, or else the empty tree. */
  static open(path: string, size: number, root: Buffer): TreeFile {
    const descriptor = openSync(path, 'a+', 0o600);
    closeSync(descriptor);
    const writable = openSync(path, 'r+');
    const held = read(writable, size, root);
    return new TreeFile(path, writable, held ?? new MerkleFrontier());
  }

  get size(): number {
    return this.#frontier.size;
  }

  root(): Buffer {
    return this.#frontier.root();
  }

  append(leaf: Buffer): void {
    this.#pending.push(...this.#frontier.append(leaf));
  }

  /** Can still be asked when it is closed, for what is proved after the last record. */
  readonly subtrees: Subtrees = (level, index) => {
    const place = placeOf(level, index);
    const pending = this.#pending[place - this.#stored];
    if (pending) return pending;
    if (this.#descriptor !== null) return readHash(this.#descriptor, place);
    const held = withSubtrees(this.#path, (subtrees) => subtrees(level, index));
    if (held) return held;
    throw new Error('the file of hashes is gone');
  };

  flush(): void {
    if (this.#descriptor === null) throw new Error('the file of hashes is closed');
    const bytes = Buffer.concat(this.#pending);
    const start = this.#stored * HASH_BYTES;
    for (let written = 0; written < bytes.length; )
      written += writeSync(this.#descriptor, bytes, written, bytes.length - written, start + written);
    this.#stored += this.#pending.length;
    this.#pending = [];
  }

  close(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }
}

/** Gives the work what such a file holds; asking for what it does not hold throws. Null where there is no file. */
export function withSubtrees<T>(path: string, work: (subtrees: Subtrees) => T): T | null {
  if (!existsSync(path)) return null;
  const descriptor = openSync(path, 'r');
  try {
    return work((level, index) => readHash(descriptor, placeOf(level, index)));
  } finally {
    closeSync(descriptor);
  }
}

/** Number of hashes that stand before a subtree's. */
function placeOf(level: number, index: number): number {
  let lastLeaf = index;
  for (let below = level; below > 0; below -= 1) lastLeaf = 2 * lastLeaf + 1;
  return hashesOf(lastLeaf) + level;
}

/** Number of complete subtrees of a tree, leaves included: n + ⌊n/2⌋ + ⌊n/4⌋ + … */
function hashesOf(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest;
  return count;
}

function readHash(descriptor: number, place: number): Buffer {
  const bytes = Buffer.alloc(HASH_BYTES);
  if (readSync(descriptor, bytes, 0, HASH_BYTES, place * HASH_BYTES) < HASH_BYTES)
    throw new Error('the file of hashes ends too soon');
  return bytes;
}

/** Null where the file does not hold this tree. */
function read(descriptor: number, size: number, root: Buffer): MerkleFrontier | null {
  const subtrees: Subtrees = (level, index) => readHash(descriptor, placeOf(level, index));
  try {
    return rootOf(size, subtrees).equals(root) ? MerkleFrontier.of(size, subtrees) : null;
  } catch {
    return null;
  }
}
