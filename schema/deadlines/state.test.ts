import { describe, expect, it } from '@jest/globals';
import { CHINA_CALENDAR } from '#schema/calendar/working-days.ts';
import type { DeadlineCode } from '#schema/deadlines/codes.ts';
import { computeDeadline, type DeadlineCircumstances } from '#schema/deadlines/compute.ts';
import { type DeadlineClock, isRunning, stateOf } from '#schema/deadlines/state.ts';
import { DEADLINE_STATE } from '#schema/enums/deadline-state.ts';
import { valuesOf } from '#schema/enums/enum.ts';

function clock(code: DeadlineCode, start: string, circumstances: DeadlineCircumstances = {}): DeadlineClock {
  const deadline = computeDeadline(code, start, circumstances, CHINA_CALENDAR);
  if (deadline === null) throw new Error('no rule in force');
  return deadline;
}

const assign = clock('LA-ASSIGN', '2025-06-12');
const custody = clock('CR-INV-CUSTODY', '2025-06-15');
const again = clock('CR-REVIEW', '2025-04-07', { restarts: [{ reason: 'SUPPLEMENTED', on: '2025-05-06' }] });

describe('stateOf', () => {
  it.each([
    ['due on Monday 06-16', assign, '2025-06-11', 'RUNNING'],
    ['due on Monday 06-16', assign, '2025-06-12', 'DUE_SOON'],
    ['due on Monday 06-16', assign, '2025-06-14', 'DUE_SOON'],
    ['due on Monday 06-16', assign, '2025-06-16', 'DUE_SOON'],
    ['due on Monday 06-16', assign, '2025-06-17', 'OVERDUE'],
    ['custody to 08-15', custody, '2025-08-08', 'RUNNING'],
    ['custody to 08-15', custody, '2025-08-09', 'DUE_SOON'],
    ['custody to 08-15', custody, '2025-08-15', 'DUE_SOON'],
    ['custody to 08-15', custody, '2025-08-16', 'OVERDUE'],
    ['begun anew, due on 06-06', again, '2025-06-03', 'RESTARTED'],
    ['begun anew, due on 06-06', again, '2025-06-04', 'DUE_SOON'],
    ['begun anew, due on 06-06', again, '2025-06-07', 'OVERDUE'],
    ['notices back to Saturday 06-21', clock('CR-NOTICE', '2025-06-24'), '2025-06-17', 'RUNNING'],
    ['notices back to Saturday 06-21', clock('CR-NOTICE', '2025-06-24'), '2025-06-18', 'DUE_SOON'],
  ] as const)('%s is on that day %#', (_, deadline, today, state) => {
    expect(stateOf(deadline, today)).toBe(state);
  });

  it.each([
    ['done before its end', { metOn: '2025-06-13' }, 'MET'],
    ['done on its last day', { metOn: '2025-06-16' }, 'MET'],
    ['done late', { metOn: '2025-06-17' }, 'STOPPED'],
    ['stopped', { stoppedOn: '2025-06-13' }, 'STOPPED'],
    ['stopped after its end', { stoppedOn: '2025-06-20' }, 'STOPPED'],
    ['not done', { metOn: null, stoppedOn: null }, 'OVERDUE'],
    ['done only after today', { metOn: '2025-07-01' }, 'OVERDUE'],
    ['stopped only after today', { stoppedOn: '2025-07-01' }, 'OVERDUE'],
  ] as const)('%s: %j', (_, happened, state) => {
    expect(stateOf({ ...assign, ...happened }, '2025-06-30')).toBe(state);
  });
});

it('a clock runs until it is met or stopped', () => {
  expect(valuesOf(DEADLINE_STATE).filter(isRunning)).toEqual(['RUNNING', 'DUE_SOON', 'OVERDUE', 'RESTARTED']);
});
