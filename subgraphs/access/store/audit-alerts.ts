import { type Alert, alertsDue } from '#auth/audit/alerts/due.ts';
import type { AlertRule } from '#auth/audit/alerts/rule.ts';
import type { Signal } from '#auth/audit/alerts/signals.ts';
import { type AuditActor, actorIn, type TimeRange, WITH_ACCOUNT } from '#subgraphs/access/store/audit-entries.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** An alert as it is kept. */
export interface KeptAlert extends Omit<Alert, 'actor'> {
  readonly alertUid: string;
  readonly actor: AuditActor | null;
}

/**
 * Keeps what matched, and the alerts that it makes together with what matched before; gives those. To be done by one at a time
 * (`receivingAlone`). Throws `DatabaseError`.
 */
export async function keepSignals(
  statements: Statements,
  signals: readonly Signal[],
  rules: readonly Pick<AlertRule, 'id' | 'threshold'>[],
): Promise<Alert[]> {
  if (signals.length === 0) return [];
  await statements.rows(
    'addSignals',
    `INSERT INTO access.audit_signals (rule, actor, minute, count)
     SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::integer[])`,
    [...keysOf(signals), signals.map(({ minute }) => minute), signals.map(({ count }) => count)],
  );
  const alerts = alertsDue(signals, await recent(statements, signals, rules), await lastOf(statements, signals), rules);
  if (alerts.length > 0)
    await statements.rows(
      'addAlerts',
      `INSERT INTO access.audit_alerts (rule, actor, at, count)
       SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::integer[])`,
      [...keysOf(alerts), alerts.map(({ at }) => at), alerts.map(({ count }) => count)],
    );
  return alerts;
}

/**
 * Keeps what was noticed of a log itself, once a minute: whoever has a checkpoint that is signed can send it again, and no number of tries
 * may fill the store. Gives the alert that it makes. To be done by one at a time. Throws `DatabaseError`.
 */
export async function keepNotice(
  statements: Statements,
  notice: Signal,
  rules: readonly Pick<AlertRule, 'id' | 'threshold'>[],
): Promise<Alert[]> {
  const [known] = await statements.rows(
    'signalOfMinute',
    'SELECT FROM access.audit_signals WHERE rule = $1 AND actor = $2 AND minute = $3 LIMIT 1',
    [notice.rule, notice.actor ?? '', notice.minute],
  );
  return known === undefined ? keepSignals(statements, [notice], rules) : [];
}

/** What matched for the same rules and actors within the rules' minutes before each, itself included. */
async function recent(
  statements: Statements,
  signals: readonly Signal[],
  rules: readonly Pick<AlertRule, 'id' | 'threshold'>[],
): Promise<Signal[]> {
  const minutes = new Map(rules.map(({ id, threshold }) => [id, threshold.minutes]));
  const rows = await statements.rows<Omit<SignalRow, 'at'> & { minute: Date }>(
    'recentSignals',
    `SELECT s.rule, s.actor, s.minute, sum(s.count)::integer AS count
       FROM (SELECT rule, actor, min(minute - make_interval(mins => minutes)) AS since, max(minute) AS until
               FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::integer[]) AS a (rule, actor, minute, minutes)
              GROUP BY rule, actor) AS asked
       JOIN access.audit_signals s
         ON s.rule = asked.rule AND s.actor = asked.actor AND s.minute > asked.since AND s.minute <= asked.until
      GROUP BY s.rule, s.actor, s.minute`,
    [...keysOf(signals), signals.map(({ minute }) => minute), signals.map(({ rule }) => minutes.get(rule) ?? 0)],
  );
  return rows.map(({ minute, actor, ...row }) => ({ ...row, actor: actor || null, minute: minute.toISOString() }));
}

interface SignalRow {
  readonly rule: string;
  readonly actor: string;
  readonly at: Date;
  readonly count: number;
}

/** The last alert of each of these rules and actors. */
async function lastOf(statements: Statements, signals: readonly Signal[]): Promise<Alert[]> {
  const rows = await statements.rows<SignalRow>(
    'lastAlerts',
    `SELECT DISTINCT ON (a.rule, a.actor) a.rule, a.actor, a.at, a.count
       FROM access.audit_alerts a JOIN unnest($1::text[], $2::text[]) AS asked (rule, actor) USING (rule, actor)
      ORDER BY a.rule, a.actor, a.id DESC`,
    keysOf(signals),
  );
  return rows.map(alertIn);
}

export interface AlertPage extends TimeRange {
  readonly first: number;
  /** The alertUid of the last of the page before. */
  readonly after: string | null;
  /** Only those of this rule, raised by an account of this agency. */
  readonly only?: { readonly rule: string; readonly agency: string };
}

/** The newest first. */
export async function alertPage(
  statements: Statements,
  { from, to, first, after, only }: AlertPage,
): Promise<KeptAlert[]> {
  const rows = await statements.rows<SignalRow & Omit<AuditActor, 'subject'> & { readonly id: string }>(
    'alertPage',
    `SELECT r.id, r.rule, r.actor, r.at, r.count, a.username, a.agency, a.staff_no AS "staffNo"
       FROM access.audit_alerts r ${WITH_ACCOUNT}
      WHERE ($1::timestamptz IS NULL OR r.at >= $1) AND ($2::timestamptz IS NULL OR r.at < $2)
        AND ($3::bigint IS NULL OR (r.at, r.id) < (SELECT at, id FROM access.audit_alerts WHERE id = $3))
        AND ($5::text IS NULL OR (r.rule = $5 AND a.agency = $6))
      ORDER BY r.at DESC, r.id DESC LIMIT $4`,
    [from, to, after, first, only?.rule ?? null, only?.agency ?? null],
  );
  return rows.map(({ id, rule, at, count, ...actor }) => ({
    alertUid: id,
    rule,
    at: at.toISOString(),
    count,
    actor: actorIn(actor),
  }));
}

function alertIn({ rule, actor, at, count }: SignalRow): Alert {
  return { rule, actor: actor || null, at: at.toISOString(), count };
}

function keysOf(rows: readonly Pick<Signal, 'rule' | 'actor'>[]): [string[], string[]] {
  return [rows.map(({ rule }) => rule), rows.map(({ actor }) => actor ?? '')];
}
