import { closeSync, openSync, readSync } from 'node:fs';

export interface PlacedLine {
  /** Without the newline. */
  readonly line: Buffer;
  /** The byte behind its newline. */
  readonly end: number;
}

const CHUNK_BYTES = 256 * 1024;
const NEWLINE = 0x0a;

/** The whole lines of a file from a byte on; a rest without a newline is left out. Only a chunk and a line at a time are in memory. */
export function* readLines(path: string, start = 0): Generator<PlacedLine, void> {
  const descriptor = openSync(path, 'r');
  try {
    let rest: Buffer = Buffer.alloc(0);
    let end = start;
    for (let position = start; ; ) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const read = readSync(descriptor, chunk, 0, CHUNK_BYTES, position);
      if (read === 0) return;
      position += read;
      const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
      let from = 0;
      for (let to = bytes.indexOf(NEWLINE); to >= 0; to = bytes.indexOf(NEWLINE, from)) {
        end += to + 1 - from;
        yield { line: bytes.subarray(from, to), end };
        from = to + 1;
      }
      rest = bytes.subarray(from);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The last whole line of a file of `size` bytes; null where there is none. */
export function lastLine(path: string, size: number): PlacedLine | null {
  const end = endOfWholeLines(path, size);
  if (end === 0) return null;
  const [last] = readLines(path, endOfWholeLines(path, end - 1));
  return last ?? null;
}

/** Where the last whole line of a file ends. Reads backwards from its end. */
export function endOfWholeLines(path: string, size: number): number {
  const descriptor = openSync(path, 'r');
  try {
    for (let end = size; end > 0; ) {
      const start = Math.max(0, end - CHUNK_BYTES);
      const chunk = Buffer.alloc(end - start);
      readSync(descriptor, chunk, 0, chunk.length, start);
      const newline = chunk.lastIndexOf(NEWLINE);
      if (newline >= 0) return start + newline + 1;
      end = start;
    }
    return 0;
  } finally {
    closeSync(descriptor);
  }
}
