import type { AuditRecord } from '#auth/audit/record.ts';

/** What every line begins with. */
export interface LineHead {
  /** The record's number in its log, from 0 without gaps: its place among the leaves of the Merkle tree. */
  readonly sequence: number;
  /** ISO 8601 in UTC, by the clock of the process. */
  readonly at: string;
  /** The name of the log. */
  readonly process: string;
}

/** A record as it is kept: one line of JSON, without the newline. */
export function formatLine({ sequence, at, process }: LineHead, record: AuditRecord): string {
  return JSON.stringify({ sequence, at, process, ...record });
}

/** Null for what {@link formatLine} did not write. */
export function headOf(line: Buffer): LineHead | null {
  const found = HEAD.exec(line.toString('utf8'));
  if (!found?.groups) return null;
  const { sequence, at = '', process = '' } = found.groups;
  return { sequence: Number(sequence), at, process };
}

const HEAD =
  /^\{"sequence":(?<sequence>0|[1-9]\d{0,15}),"at":"(?<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)","process":"(?<process>[a-z][a-z0-9-]*)",.*\}$/s;
