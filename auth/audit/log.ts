import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AuditRecord } from '#auth/audit/record.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

export interface AuditLog {
  /** Appends the records before the answer leaves. Throws AUDIT_UNAVAILABLE if they cannot be written: then no protected data may leave. */
  append(records: readonly AuditRecord[]): void;
  close(): void;
}

/**
 * One process's append-only log: a line of JSON a record, numbered without gaps, opened for appending only, readable by its owner only.
 * What was written of records that could not be written whole is taken back, by the next to be appended or the next to open the log.
 * Throws, with a sentence, where the end of an existing file is not of such a log.
 */
export function openAuditLog(file: string, processName: string): AuditLog {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const descriptor = openSync(file, 'a+', 0o600);
  let { sequence, size } = endOf(descriptor, file);
  let isOpen = true;
  return {
    append(records) {
      if (records.length === 0) return;
      const at = new Date().toISOString();
      const lines = records.map(
        (record, index) =>
          `${JSON.stringify({ sequence: sequence + index + 1, at, process: processName, ...record })}\n`,
      );
      try {
        // The number of a closed descriptor may be another file's by now.
        if (!isOpen) throw new Error('the audit log is closed');
        size = write(descriptor, size, Buffer.from(lines.join('')));
      } catch (cause) {
        throw new GraphError('AUDIT_UNAVAILABLE', { cause });
      }
      sequence += records.length;
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      fdatasyncSync(descriptor);
      closeSync(descriptor);
    },
  };
}

/** Writes behind `size`, and gives the new size. A disk that fills up writes a part and says how much. */
function write(descriptor: number, size: number, bytes: Buffer): number {
  const file = fstatSync(descriptor);
  if (file.nlink === 0) throw new Error('the audit log was removed');
  if (file.size > size) ftruncateSync(descriptor, size);
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
  return size + bytes.length;
}

/** More than the longest record has. */
const TAIL_BYTES = 1024 * 1024;

/** Number of the last whole record, and where it ends. */
function endOf(descriptor: number, file: string): { sequence: number; size: number } {
  const { size } = fstatSync(descriptor);
  const start = Math.max(0, size - TAIL_BYTES);
  const tail = Buffer.alloc(size - start);
  readSync(descriptor, tail, 0, tail.length, start);
  const end = tail.lastIndexOf('\n') + 1;
  if (end === 0 && start === 0) return { sequence: 0, size: 0 };
  const line = tail.subarray(tail.lastIndexOf('\n', end - 2) + 1, end).toString('utf8');
  const sequence = sequenceIn(line);
  if (sequence === null)
    throw new Error(
      `审计日志的末尾无法读取，不能续写 / the end of the audit log cannot be read, nothing may be appended: ${file}`,
    );
  return { sequence, size: start + end };
}

function sequenceIn(line: string): number | null {
  try {
    const { sequence } = JSON.parse(line) as { sequence?: unknown };
    return typeof sequence === 'number' && Number.isSafeInteger(sequence) ? sequence : null;
  } catch {
    return null;
  }
}
