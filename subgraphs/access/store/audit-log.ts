import type { LoggedRecord } from '#auth/audit/alerts/rule.ts';
import { MerkleFrontier } from '#auth/audit/merkle/frontier.ts';
import type { Database, Statements } from '#subgraphs/kit/postgres/database.ts';

/** A record as it came: its line exactly, and what it says. */
export interface ReceivedRecord {
  readonly sequence: number;
  readonly line: string;
  readonly record: LoggedRecord;
}

/** What the store has of a log: the right edge of the tree over its records, and the checkpoint that vouches for it. */
export interface HeldLog {
  readonly log: string;
  readonly size: number;
  readonly frontier: MerkleFrontier;
  /** As it was signed, of these records or more; `null` before the first. */
  readonly checkpoint: string | null;
  /** That its tree begins with this one. */
  readonly consistency: readonly Buffer[];
}

/** Any number, as long as nothing else in the database locks by it. */
const LOCK = 3_799_990_006;

/**
 * Does the work in one transaction while no other copy receives anything: alerts count the records of all logs, and a log's records follow one
 * another. Throws `DatabaseError`.
 */
export function receivingAlone<Result>(
  database: Database,
  work: (statements: Statements) => Promise<Result>,
): Promise<Result> {
  return database.transaction('receiveAudit', async (statements) => {
    await statements.rows('lockAudit', 'SELECT pg_advisory_xact_lock($1)', [LOCK]);
    return work(statements);
  });
}

interface CheckpointRow {
  readonly log: string;
  readonly size: string;
  readonly checkpoint: string;
  readonly peaks: readonly Buffer[];
  readonly consistency: readonly Buffer[];
}

const COLUMNS = 'log, size, checkpoint, peaks, consistency';

export async function heldLog(statements: Statements, log: string): Promise<HeldLog> {
  const [row] = await statements.rows<CheckpointRow>(
    'heldLog',
    `SELECT ${COLUMNS} FROM access.audit_checkpoints WHERE log = $1 ORDER BY size DESC LIMIT 1`,
    [log],
  );
  return row ? heldIn(row) : { log, size: 0, checkpoint: null, frontier: new MerkleFrontier(), consistency: [] };
}

/** The last of each log that has sent one, by its name. */
export async function heldLogs(statements: Statements): Promise<HeldLog[]> {
  const rows = await statements.rows<CheckpointRow>(
    'heldLogs',
    `SELECT DISTINCT ON (log) ${COLUMNS} FROM access.audit_checkpoints ORDER BY log, size DESC`,
    [],
  );
  return rows.map(heldIn);
}

/** @throws RangeError where what is kept is no tree's edge */
function heldIn({ size, peaks, ...row }: CheckpointRow): HeldLog {
  return { ...row, size: Number(size), frontier: new MerkleFrontier(Number(size), peaks) };
}

/** The lines of a log from a record on, as far as there are any. */
export async function linesOf(statements: Statements, log: string, from: number, count: number): Promise<string[]> {
  const rows = await statements.rows<{ line: string }>(
    'auditLines',
    'SELECT line FROM access.audit_records WHERE log = $1 AND sequence >= $2 AND sequence < $3 ORDER BY sequence',
    [log, from, from + count],
  );
  return rows.map(({ line }) => line);
}

export async function addRecords(
  statements: Statements,
  log: string,
  records: readonly ReceivedRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const parts = <Part>(part: (record: LoggedRecord) => Part) => records.map(({ record }) => part(record));
  await statements.rows(
    'addAuditRecords',
    `INSERT INTO access.audit_records (log, sequence, line, at, event, request_id, actor, case_uid, rule)
     SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])`,
    [
      log,
      records.map(({ sequence }) => sequence),
      records.map(({ line }) => line),
      parts(({ at }) => at),
      parts(({ event }) => event),
      parts(({ requestId }) => requestId),
      parts(({ actor }) => actor),
      parts((record) => record.case),
      parts(({ rule }) => rule),
    ],
  );
}

export async function addCheckpoint(
  statements: Statements,
  { log, size, checkpoint, frontier, consistency }: HeldLog,
): Promise<void> {
  await statements.rows(
    'addAuditCheckpoint',
    `INSERT INTO access.audit_checkpoints (log, size, checkpoint, peaks, consistency)
     VALUES ($1, $2, $3, $4::bytea[], $5::bytea[])`,
    [log, size, checkpoint, frontier.peaks, consistency],
  );
}

/** Checkpoints as they were signed, in the order of their arrival, behind `after`; `null` begins. */
export async function checkpointPage(
  statements: Statements,
  after: string | null,
  first: number,
): Promise<{ readonly id: string; readonly log: string; readonly checkpoint: string }[]> {
  return statements.rows(
    'checkpointPage',
    'SELECT id, log, checkpoint FROM access.audit_checkpoints WHERE id > coalesce($1::bigint, 0) ORDER BY id LIMIT $2',
    [after, first],
  );
}

/** The first checkpoint at or behind a size; `null` where there is none. */
export async function checkpointFrom(statements: Statements, log: string, size: number): Promise<HeldLog | null> {
  const [row] = await statements.rows<CheckpointRow>(
    'checkpointFrom',
    `SELECT ${COLUMNS} FROM access.audit_checkpoints WHERE log = $1 AND size >= $2 ORDER BY size LIMIT 1`,
    [log, size],
  );
  return row === undefined ? null : heldIn(row);
}
