import type { AlertRule, LoggedRecord } from '#auth/audit/alerts/rule.ts';
import type { WorkingHours } from '#auth/audit/alerts/working-hours.ts';

/** How many records of one actor matched a rule within one minute. */
export interface Signal {
  readonly rule: string;
  /** The token's opaque subject; `null` for nobody known. */
  readonly actor: string | null;
  /** Start of the minute, ISO 8601 in UTC: what arrives late is still counted when it was. */
  readonly minute: string;
  readonly count: number;
}

const MINUTE_MS = 60_000;

/** What of a batch matches, by rule, actor and minute, in the order of time. Records without a time that can be read say nothing. */
export function signalsOf(
  records: readonly LoggedRecord[],
  rules: readonly AlertRule[],
  hours: WorkingHours,
): Signal[] {
  const signals = new Map<string, Signal>();
  for (const record of records) {
    const minute = startOfMinute(record.at);
    if (minute === null) continue;
    for (const { id } of rules.filter((rule) => rule.matches(record, hours))) {
      const key = JSON.stringify([minute, id, record.actor]);
      const count = (signals.get(key)?.count ?? 0) + 1;
      signals.set(key, { rule: id, actor: record.actor, minute, count });
    }
  }
  return [...signals.values()].sort((a, b) => a.minute.localeCompare(b.minute));
}

/** One thing noticed now that no record says: of a log itself, or by another part. */
export function signalNow(rule: string, actor: string | null, now: number = Date.now()): Signal {
  return { rule, actor, minute: minuteOf(now), count: 1 };
}

function startOfMinute(at: string): string | null {
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? null : minuteOf(ms);
}

function minuteOf(ms: number): string {
  return new Date(ms - (ms % MINUTE_MS)).toISOString();
}
