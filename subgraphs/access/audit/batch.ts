import type { LoggedRecord } from '#auth/audit/alerts/rule.ts';
import { type Checkpoint, parseCheckpoint } from '#auth/audit/checkpoint.ts';
import { headOf } from '#auth/audit/line.ts';
import type { ReceivedRecord } from '#subgraphs/access/store/audit-log.ts';

/** What a process sends of its log (`ShippedBatch`), of the right form; not yet believed. */
export interface Batch {
  /** Number of records before these. */
  readonly after: number;
  readonly lines: readonly string[];
  /** Says that it is of these and those before, and perhaps of more that follow. */
  readonly checkpoint: Checkpoint;
  /** What shows that. */
  readonly consistency: readonly Buffer[];
}

/** Of trees as large as numbers go there are no longer ones. */
const LONGEST_PROOF = 64;

/** Null for what is no batch of this log. */
export function parseBatch(log: string, body: string): Batch | null {
  const { after, records, checkpoint: line, consistency } = objectIn(body);
  const checkpoint = typeof line === 'string' ? parseCheckpoint(line) : null;
  if (checkpoint?.log !== log || !isTexts(records) || !isTexts(consistency) || !isNumber(after)) return null;
  if (consistency.length > LONGEST_PROOF || after + records.length > checkpoint.size) return null;
  const proof = consistency.map((hash) => Buffer.from(hash, 'base64'));
  return { after, lines: records, checkpoint, consistency: proof };
}

/** The lines as the records of this log from a number on; null where one of them is none: no process of ours writes such a line. */
export function readRecords(log: string, first: number, lines: readonly string[]): ReceivedRecord[] | null {
  const received: ReceivedRecord[] = [];
  for (const [index, line] of lines.entries()) {
    const sequence = first + index;
    const record = readRecord(log, sequence, line);
    if (record === null) return null;
    received.push({ sequence, line, record });
  }
  return received;
}

function readRecord(log: string, sequence: number, line: string): LoggedRecord | null {
  const head = headOf(Buffer.from(line, 'utf8'));
  if (head?.process !== log || head.sequence !== sequence || Number.isNaN(Date.parse(head.at))) return null;
  const record = objectIn(line);
  return PARTS.every(([isRight, names]) => names.every((name) => isRight(record[name])))
    ? (record as unknown as LoggedRecord)
    : null;
}

/** What a record consists of (`AuditRecord`): one that lacks a part, or has another in its place, would keep the auditor from reading the rest. */
const PARTS: readonly (readonly [isRight: (part: unknown) => boolean, names: readonly (keyof LoggedRecord)[]])[] = [
  [isText, ['event', 'subject', 'decision', 'rule']],
  [(part) => part === null || isText(part), ['requestId', 'actor', 'case', 'agency', 'purpose', 'operation']],
  [isTexts, ['roles']],
  [(part) => part === undefined || isTexts(part), ['fields', 'codes']],
  [(part) => part === undefined || isText(part), ['grant', 'source', 'digest']],
  [(part) => part === undefined || typeof part === 'boolean', ['masked', 'remembered', 'closed']],
];

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}
