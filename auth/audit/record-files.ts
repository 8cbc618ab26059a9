import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppendFile } from '#auth/audit/append-file.ts';
import { endOfWholeLines, lastLine, readLines } from '#auth/audit/read-lines.ts';

/** A log's files of records, in order: each is named by the number of its first record. */
export interface RecordFile {
  readonly first: number;
  readonly path: string;
}

export function recordFilesIn(folder: string): RecordFile[] {
  return readdirSync(folder)
    .filter((name) => /^\d{12}\.audit$/.test(name))
    .sort()
    .map((name) => ({ first: Number(name.slice(0, 12)), path: join(folder, name) }));
}

/** Where a record begins. */
interface Place {
  readonly sequence: number;
  readonly file: RecordFile;
  readonly offset: number;
}

/** The lines of a log over its files: appends to the last, begins a new one where that is full, reads from any record on. */
export class RecordFiles {
  readonly #folder: string;
  readonly #maxBytes: number;
  readonly #files: RecordFile[];
  /** Bytes behind the last whole line: a crash left them. */
  readonly unfinished: number;
  #last: AppendFile | null = null;
  /** Behind what was read last: who reads on begins there. */
  #readTo: Place | null = null;

  constructor(folder: string, maxBytes: number) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
    this.#files = recordFilesIn(folder);
    const last = this.#files.at(-1);
    const size = last ? statSync(last.path).size : 0;
    this.unfinished = last ? size - endOfWholeLines(last.path, size) : 0;
  }

  /** The number that the last file's name tells; 0 where there is no file. */
  get lastFirst(): number {
    return this.#files.at(-1)?.first ?? 0;
  }

  lastLine(): Buffer | null {
    const file = this.#files.findLast(({ path }) => statSync(path).size > 0);
    return (file && lastLine(file.path, statSync(file.path).size)?.line) ?? null;
  }

  /** Takes back what is unfinished. Until then nothing is changed. */
  openForAppending(): void {
    const last = this.#files.at(-1);
    if (last) this.#last = AppendFile.open(last.path, statSync(last.path).size - this.unfinished);
  }

  /** `sequence` is the number of the first of these lines. A batch is never parted. */
  append(lines: Buffer, sequence: number): void {
    if (this.#last === null || (this.#last.size > 0 && this.#last.size + lines.length > this.#maxBytes))
      this.#begin(sequence);
    this.#last?.append(lines);
  }

  sync(): void {
    this.#last?.sync();
  }

  close(): void {
    this.#last?.close();
  }

  /** The lines from a record on, as far as there are whole ones. */
  *from(sequence: number): Generator<Buffer, void> {
    const known = this.#readTo;
    this.#readTo = null;
    let place = known?.sequence === sequence ? known : this.#startOf(sequence);
    while (place !== null) {
      for (const { line, end } of readLines(place.file.path, place.offset)) {
        const isBefore: boolean = place.sequence < sequence;
        place = { ...place, sequence: place.sequence + 1, offset: end };
        this.#readTo = place;
        if (!isBefore) yield line;
      }
      place = this.#startOf(place.sequence, place.file);
    }
  }

  #begin(sequence: number): void {
    this.#last?.sync();
    const file = { first: sequence, path: join(this.#folder, `${String(sequence).padStart(12, '0')}.audit`) };
    const opened = AppendFile.create(file.path);
    this.#last?.close();
    this.#last = opened;
    this.#files.push(file);
  }

  /** The start of the file that holds a record; null where none behind `before` does. */
  #startOf(sequence: number, before?: RecordFile): Place | null {
    const file = this.#files.findLast(({ first }) => first <= sequence);
    return file === undefined || file === before ? null : { sequence: file.first, file, offset: 0 };
  }
}
