import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, statSync, writeSync } from 'node:fs';

/**
 * A file that one process alone writes, only at its end, in whole pieces, synchronously: what `append` returned from survives the process.
 * A piece of which only a part could be written is taken back. A file that is no longer the one it left is not written to.
 */
export class AppendFile {
  readonly path: string;
  readonly #descriptor: number;
  #size: number;
  /** A part of a piece may lie behind what counts. */
  #isTorn = false;

  private constructor(path: string, descriptor: number, size: number) {
    this.path = path;
    this.#descriptor = descriptor;
    this.#size = size;
  }

  /** Makes the file, readable by its owner only. Throws if there is one. */
  static create(path: string): AppendFile {
    return new AppendFile(path, openSync(path, 'ax', 0o600), 0);
  }

  /** Of a file, or none yet, whose first `size` bytes count: what lies behind them is taken back. */
  static open(path: string, size: number): AppendFile {
    const descriptor = openSync(path, 'a', 0o600);
    if (fstatSync(descriptor).size > size) ftruncateSync(descriptor, size);
    return new AppendFile(path, descriptor, size);
  }

  get size(): number {
    return this.#size;
  }

  append(bytes: Buffer): void {
    this.#expectUntouched();
    try {
      // A disk that fills up writes a part and says how much.
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#descriptor, bytes, written);
    } catch (error) {
      this.#isTorn = true;
      this.#takeBack();
      throw error;
    }
    this.#size += bytes.length;
  }

  /** Returns when the disk has it: what was appended survives a loss of power too. */
  sync(): void {
    fdatasyncSync(this.#descriptor);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #expectUntouched(): void {
    if (this.#isTorn) this.#takeBack();
    const named = statSync(this.path, { throwIfNoEntry: false });
    const { ino, size } = fstatSync(this.#descriptor);
    if (named?.ino !== ino) throw new Error('an audit file was removed or replaced');
    if (size !== this.#size) throw new Error('an audit file was written by another process, or cut short');
  }

  #takeBack(): void {
    try {
      ftruncateSync(this.#descriptor, this.#size);
      this.#isTorn = false;
    } catch {
      // Tried again before anything else is written.
    }
  }
}
