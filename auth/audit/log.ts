import { closeSync, fdatasyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AuditRecord } from '#auth/audit/record.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

export interface AuditLog {
  /** Appends the records before the answer leaves. Throws AUDIT_UNAVAILABLE if they cannot be written: then no protected data may leave. */
  append(records: readonly AuditRecord[]): void;
  close(): void;
}

/** One process's append-only log: a line of JSON a record, numbered without gaps, opened for appending only, readable by its owner only. */
export function openAuditLog(file: string, processName: string): AuditLog {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let sequence = lastSequence(file);
  const descriptor = openSync(file, 'a', 0o600);
  return {
    append(records) {
      if (records.length === 0) return;
      const at = new Date().toISOString();
      const lines = records.map(
        (record, index) =>
          `${JSON.stringify({ sequence: sequence + index + 1, at, process: processName, ...record })}\n`,
      );
      try {
        writeSync(descriptor, lines.join(''));
      } catch (cause) {
        throw new GraphError('AUDIT_UNAVAILABLE', { cause });
      }
      sequence += records.length;
    },
    close() {
      fdatasyncSync(descriptor);
      closeSync(descriptor);
    },
  };
}

function lastSequence(file: string): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return 0;
  }
  const line = text.trimEnd().split('\n').at(-1);
  return line ? Number((JSON.parse(line) as { sequence: number }).sequence) : 0;
}
