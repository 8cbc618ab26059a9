import type { DeadlineRule } from '#schema/deadlines/rule.ts';

/** An event on whose day the period began anew. */
export interface DeadlineRestart {
  /** Its name in the rule. */
  readonly reason: string;
  readonly on: string;
}

/** The articles by which a period ran again. @throws RangeError for restarts that the rule does not know, too many, or out of order. */
export function restartBases(
  { code, restarts: allowed = {} }: DeadlineRule,
  start: string,
  restarts: readonly DeadlineRestart[],
): readonly string[] {
  const dates = [start, ...restarts.map(({ on }) => on)];
  if (dates.some((on, i) => i > 0 && on < (dates[i - 1] ?? on))) throw new RangeError(`${code}: restarts out of order`);
  return [...Map.groupBy(restarts, ({ reason }) => reason)].map(([reason, times]) => {
    const restart = Object.hasOwn(allowed, reason) ? allowed[reason] : undefined;
    if (restart === undefined) throw new RangeError(`${code} does not begin anew for such a reason`);
    if (times.length > (restart.atMost ?? Number.POSITIVE_INFINITY))
      throw new RangeError(`${code} begins anew too often`);
    return restart.basis;
  });
}
