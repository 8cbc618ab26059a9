import { hash } from 'node:crypto';

/** The root of a tree without leaves. */
export const EMPTY_ROOT: Buffer = hash('sm3', '', 'buffer');

/** Leaves and nodes are told apart by a first byte. */
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);
const HASH_BYTES = 32;

/** Of a record: the bytes of its line, without the newline. */
export function leafHash(line: string | Buffer): Buffer {
  return hash('sm3', Buffer.concat([LEAF, typeof line === 'string' ? Buffer.from(line, 'utf8') : line]), 'buffer');
}

export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return hash('sm3', Buffer.concat([NODE, left, right]), 'buffer');
}

export function isHash(value: Buffer): boolean {
  return value.length === HASH_BYTES;
}
