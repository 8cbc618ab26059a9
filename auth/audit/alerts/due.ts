import type { AlertRule, Threshold } from '#auth/audit/alerts/rule.ts';
import type { Signal } from '#auth/audit/alerts/signals.ts';

/** What an officer is told: a rule, whose records, when, and how many there were by then. No case, no content. */
export interface Alert {
  readonly rule: string;
  /** The token's opaque subject, or the log where a log itself is meant; `null` for nobody known. */
  readonly actor: string | null;
  /** The minute in which it became due, ISO 8601 in UTC. */
  readonly at: string;
  readonly count: number;
}

/**
 * The alerts that new signals make. `counted` are all signals of their rules and actors within the rules' minutes, the new ones included; `last`
 * the last alerts before. What arrives late is counted by its own time.
 */
export function alertsDue(
  fresh: readonly Signal[],
  counted: readonly Signal[],
  last: readonly Alert[],
  rules: readonly Pick<AlertRule, 'id' | 'threshold'>[],
): Alert[] {
  const before = new Map(last.map((alert) => [keyOf(alert), alert]));
  const alerts: Alert[] = [];
  for (const signal of fresh) {
    const threshold = rules.find(({ id }) => id === signal.rule)?.threshold;
    if (threshold === undefined) continue;
    const count = countWithin(counted, signal, threshold);
    if (!isDue(count, signal.minute, threshold, before.get(keyOf(signal)))) continue;
    const alert = { rule: signal.rule, actor: signal.actor, at: signal.minute, count };
    before.set(keyOf(signal), alert);
    alerts.push(alert);
  }
  return alerts;
}

/**
 * Whether `count` matches within the threshold's minutes up to `at` are to be told: once they reach it, and again where they have doubled
 * since, so that what goes on is told, but not a thousand times.
 */
export function isDue(
  count: number,
  at: string,
  { count: least, minutes }: Threshold,
  last: Pick<Alert, 'at' | 'count'> | undefined,
): boolean {
  if (count < least) return false;
  if (last === undefined) return true;
  return Date.parse(at) - Date.parse(last.at) >= minutes * MINUTE_MS || count >= 2 * last.count;
}

const MINUTE_MS = 60_000;

function countWithin(signals: readonly Signal[], { rule, actor, minute }: Signal, { minutes }: Threshold): number {
  const until = Date.parse(minute);
  return signals
    .filter((each) => each.rule === rule && each.actor === actor)
    .filter((each) => Date.parse(each.minute) <= until && Date.parse(each.minute) > until - minutes * MINUTE_MS)
    .reduce((sum, { count }) => sum + count, 0);
}

function keyOf({ rule, actor }: Pick<Alert, 'rule' | 'actor'>): string {
  return JSON.stringify([rule, actor]);
}
