import { ALERT_RULES } from '#auth/audit/alerts/rules.ts';
import { keepSignals } from '#subgraphs/access/store/audit-alerts.ts';
import { receivingAlone } from '#subgraphs/access/store/audit-log.ts';
import type { Database } from '#subgraphs/kit/postgres/database.ts';

const MINUTE_MS = 60_000;

/** Alerts to accounts whose roles may not stand together, as a login of theirs would (`deny.separation`). Throws DatabaseError. */
export async function alertSeparation(database: Database, subjects: readonly string[], now: Date): Promise<void> {
  const minute = new Date(now.getTime() - (now.getTime() % MINUTE_MS)).toISOString();
  const signals = subjects.map((actor) => ({ rule: 'separation.violated', actor, minute, count: 1 }));
  await receivingAlone(database, (statements) => keepSignals(statements, signals, ALERT_RULES));
}
