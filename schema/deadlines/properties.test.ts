import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#schema/calendar/dates.ts';
import { CHINA_CALENDAR } from '#schema/calendar/working-days.ts';
import { computeDeadline, type DeadlineCircumstances } from '#schema/deadlines/compute.ts';
import type { DeadlineRule } from '#schema/deadlines/rule.ts';
import { DEADLINE_RULES, periodOf, ruleInForce } from '#schema/deadlines/rules/index.ts';
import { isRunning, stateOf } from '#schema/deadlines/state.ts';

/** Days on which every rule that is law today was law already. */
const starts = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2024-01-01', n));
const rules = fc.constantFrom(...DEADLINE_RULES.filter((rule) => inForce(rule, '2025-06-16')));
const held = fc.boolean();
const WATCHDOG_MS = 30_000;
const often = { numRuns: 500 };

function inForce(rule: DeadlineRule, on: string): boolean {
  return ruleInForce(rule.code, periodOf(rule), on) === rule;
}

function compute(rule: DeadlineRule, day: string, circumstances: DeadlineCircumstances = {}) {
  const start = 'hours' in rule.length ? `${day}T09:20:00+08:00` : day;
  const deadline = computeDeadline(rule.code, start, { period: periodOf(rule), ...circumstances }, CHINA_CALENDAR);
  if (deadline === null) throw new Error(`no rule in force for ${rule.code}`);
  return deadline;
}

describe('every deadline', () => {
  it('ends after it starts, or before where it is counted back', () => {
    fc.assert(
      fc.property(rules, starts, held, (rule, start, isHeld) => {
        const { startsOn, dueOn } = compute(rule, start, { held: isHeld });
        expect(startsOn).toBe(start);
        expect(rule.countedBack ? dueOn < start : dueOn > start).toBe(true);
      }),
      often,
    );
  });

  it('never ends earlier for a later start', () => {
    fc.assert(
      fc.property(rules, starts, fc.integer({ min: 0, max: 400 }), held, (rule, start, later, isHeld) => {
        const [first, second] = [start, addDays(start, later)].map((day) => compute(rule, day, { held: isHeld }).dueOn);
        expect(first !== undefined && second !== undefined && first <= second).toBe(true);
      }),
      often,
    );
  });

  it('never ends on a day off unless it is custody, counted back, or said to end on the very day', () => {
    fc.assert(
      fc.property(rules, starts, held, (rule, start, isHeld) => {
        const { dueOn, custody } = compute(rule, start, { held: isHeld });
        const exempt = custody || rule.countedBack === true || rule.ending === 'STAYS';
        expect(exempt || CHINA_CALENDAR.isWorkingDay(dueOn)).toBe(true);
      }),
      often,
    );
  });

  it('is never longer in custody, never shorter by an extension, and counts anew from a restart', () => {
    fc.assert(
      fc.property(rules, starts, fc.integer({ min: 0, max: 90 }), held, (rule, start, later, isHeld) => {
        const { dueOn } = compute(rule, start, { held: isHeld });
        expect(compute(rule, start, { held: true }).dueOn <= dueOn).toBe(true);
        const on = addDays(start, later);
        for (const [extension, { most, prolongs }] of Object.entries(rule.extensions ?? {})) {
          const length = most ?? { months: 1, days: 0 };
          const extensions = [{ extension, length, ...(prolongs === 'AFTER' && { after: on }) }];
          expect(compute(rule, start, { held: isHeld, extensions }).dueOn >= dueOn).toBe(true);
        }
        for (const reason of Object.keys(rule.restarts ?? {})) {
          const again = compute(rule, start, { held: isHeld, restarts: [{ reason, on }] });
          const { basis: _, ...fresh } = compute(rule, on, { held: isHeld });
          expect(again).toMatchObject({ ...fresh, restarted: true });
        }
      }),
      often,
    );
  });

  it('runs, is due soon, is overdue, in this order, and keeps running until it is met', () => {
    const order = ['RUNNING', 'RESTARTED', 'DUE_SOON', 'OVERDUE'];
    const days = fc.integer({ min: -40, max: 400 });
    fc.assert(
      fc.property(rules, starts, held, days, days, (rule, start, isHeld, a, b) => {
        const deadline = compute(rule, start, { held: isHeld });
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((n) => stateOf(deadline, addDays(start, n)));
        if (early === undefined || late === undefined) throw new Error('two states');
        expect(order.indexOf(early)).toBeLessThanOrEqual(order.indexOf(late));
        expect([early, late].every(isRunning)).toBe(true);
        expect(stateOf({ ...deadline, metOn: deadline.dueOn }, deadline.dueOn)).toBe('MET');
      }),
      often,
    );
  });
});

it.each(['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'])(
  'is the same whatever zone the process runs in: %s',
  async (TZ) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(import.meta.dirname, 'every-rule.fixture.ts')],
      {
        env: { ...process.env, TZ },
        timeout: WATCHDOG_MS,
      },
    );
    expect(JSON.parse(stdout)).toEqual(
      DEADLINE_RULES.filter((rule) => inForce(rule, '2025-06-16')).map((rule) => compute(rule, '2025-03-31')),
    );
  },
  WATCHDOG_MS,
);
