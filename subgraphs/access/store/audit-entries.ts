import type { LoggedRecord } from '#auth/audit/alerts/rule.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** Whom a record is about, as far as the accounts know. */
export interface AuditActor {
  /** The token's opaque subject; of an alert to a log, the log. */
  readonly subject: string;
  readonly username: string | null;
  readonly agency: string | null;
  readonly staffNo: string | null;
}

export interface AuditEntry {
  readonly log: string;
  readonly sequence: number;
  readonly record: LoggedRecord;
  readonly actor: AuditActor | null;
}

/** A look at a sealed record, permitted or not. */
export interface SealedLook extends AuditEntry {
  /** Of the answer that left, where the gateway's record of it has arrived. */
  readonly digest: string | null;
}

/** ISO 8601; `null` where nothing is asked. */
export interface TimeRange {
  readonly from: string | null;
  /** Exclusive. */
  readonly to: string | null;
}

export interface EntryPage extends TimeRange {
  /** A user name, an officerUid or a token's subject. */
  readonly actor: string | null;
  /** A caseUid, or the audit id of a sealed case. */
  readonly caseUid: string | null;
  readonly first: number;
  /** The last of the page before. */
  readonly after: Pick<AuditEntry, 'log' | 'sequence'> | null;
}

interface Row {
  readonly log: string;
  readonly sequence: string;
  readonly line: string;
  readonly actor: string | null;
  readonly username: string | null;
  readonly agency: string | null;
  readonly staffNo: string | null;
}

const COLUMNS = 'r.log, r.sequence, r.line, r.actor, a.username, a.agency, a.staff_no AS "staffNo"';
/** A record does not name the issuer of its actor's token: of several accounts it is the one that was seen last. */
export const WITH_ACCOUNT = `
  LEFT JOIN LATERAL (
    SELECT username, agency, staff_no FROM access.accounts
     WHERE subject = r.actor ORDER BY last_login_at DESC NULLS LAST, first_seen_at DESC LIMIT 1) a ON true`;

/** The newest first. Only what is asked stands in the statement, so that each question is answered along an index of its own. */
export async function entryPage(statements: Statements, page: EntryPage): Promise<AuditEntry[]> {
  const { from, to, actor, caseUid, first, after } = page;
  const values: unknown[] = [first];
  const asked: string[] = [];
  const where = (name: string, value: unknown, condition: (parameter: string) => string) => {
    if (value === null) return '';
    asked.push(name);
    return `AND ${condition(`$${values.push(value)}`)}`;
  };
  const conditions = [
    where('From', from, (value) => `r.at >= ${value}`),
    where('To', to, (value) => `r.at < ${value}`),
    where('Actor', actor && (await subjectsOf(statements, actor)), (value) => `r.actor = ANY (${value}::text[])`),
    where('Case', caseUid, (value) => `r.case_uid = ${value}`),
    where('After', after && [after.log, after.sequence], (value) => {
      const last = `log = (${value}::text[])[1] AND sequence = (${value}::text[])[2]::bigint`;
      return `(r.at, r.id) < (SELECT at, id FROM access.audit_records WHERE ${last})`;
    }),
  ];
  const rows = await statements.rows<Row>(
    `auditEntries${asked.join('')}`,
    `SELECT ${COLUMNS} FROM access.audit_records r ${WITH_ACCOUNT}
      WHERE true ${conditions.join(' ')} ORDER BY r.at DESC, r.id DESC LIMIT $1`,
    values,
  );
  return rows.map(entryIn);
}

/** The subjects that a user name or an officerUid may mean, and itself. */
async function subjectsOf(statements: Statements, actor: string): Promise<string[]> {
  const rows = await statements.rows<{ subject: string }>(
    'subjectsOf',
    "SELECT subject FROM access.accounts WHERE username = $1 OR agency || '/' || staff_no = $1",
    [actor],
  );
  return [actor, ...rows.map(({ subject }) => subject)];
}

/** By time, the oldest first; at most `most`. */
export async function sealedLooks(
  statements: Statements,
  { from, to }: TimeRange,
  most: number,
): Promise<SealedLook[]> {
  const rows = await statements.rows<Row & { readonly answer: string | null }>(
    'sealedLooks',
    `SELECT ${COLUMNS}, (SELECT line FROM access.audit_records
                          WHERE request_id = r.request_id AND event = 'answer' AND log = 'gateway' LIMIT 1) AS answer
       FROM access.audit_records r ${WITH_ACCOUNT}
      WHERE r.rule IN ('permit.record-check', 'deny.sealed') AND r.at >= $1 AND r.at < $2
      ORDER BY r.at, r.id LIMIT $3`,
    [from, to, most],
  );
  return rows.map(({ answer, ...row }) => ({
    ...entryIn(row),
    digest: answer === null ? null : ((JSON.parse(answer) as LoggedRecord).digest ?? null),
  }));
}

function entryIn({ log, sequence, line, ...actor }: Row): AuditEntry {
  return {
    log,
    sequence: Number(sequence),
    record: JSON.parse(line) as LoggedRecord,
    actor: actorIn(actor),
  };
}

export function actorIn({
  actor,
  username,
  agency,
  staffNo,
}: Pick<Row, 'actor' | 'username' | 'agency' | 'staffNo'>): AuditActor | null {
  return actor === null || actor === '' ? null : { subject: actor, username, agency, staffNo };
}
