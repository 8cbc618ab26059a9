import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { alertsDue, isDue } from '#auth/audit/alerts/due.ts';
import type { LoggedRecord } from '#auth/audit/alerts/rule.ts';
import { ALERT_RULES, alertText } from '#auth/audit/alerts/rules.ts';
import { DEFAULT_ALERT_SETTINGS, readAlertSettings } from '#auth/audit/alerts/settings.ts';
import { signalsOf } from '#auth/audit/alerts/signals.ts';
import { auditRecord } from '#auth/audit/record.fixture.ts';

const { hours } = DEFAULT_ALERT_SETTINGS;
/** A Monday, 10:00 in China. */
const MONDAY = '2025-06-16T02:00:00.000Z';

const record = ({ at = MONDAY, ...extra }: Partial<LoggedRecord> = {}): LoggedRecord => ({ ...auditRecord(extra), at });
const denied = (rule: string, extra: Partial<LoggedRecord> = {}) => record({ decision: 'deny', rule, ...extra });
const matching = (given: LoggedRecord) =>
  ALERT_RULES.filter((rule) => rule.matches(given, hours)).map(({ id }) => id as string);

describe('a record matches', () => {
  it.each<[string, LoggedRecord, string[]]>([
    ['nothing, as most do', record(), []],
    ['an operation that was denied a field', denied('fields.denied', { event: 'operation', subject: 'operation' }), []],
    ['nothing, of a row that the case does not open', denied('deny.not-handler-of-case'), []],
    ['a case that is another’s', denied('deny.not-assigned'), ['access.not-assigned']],
    ['a case of another agency', denied('deny.other-agency'), ['access.not-assigned']],
    ['a recusal', denied('deny.recused'), ['access.recused']],
    ['a case that is opened', record({ subject: 'Case' }), ['access.bulk']],
    ['a sealed case read by grant', record({ rule: 'permit.record-check', grant: 'g' }), ['sealed.read']],
    ['a sealed case that stays closed', denied('deny.sealed'), ['sealed.asked']],
    ['a number shown whole in working hours: none', record({ masked: false }), []],
    ['a number shown masked at night: none', record({ masked: true, at: '2025-06-16T15:00:00Z' }), []],
    ['a number shown whole at night', record({ masked: false, at: '2025-06-16T15:00:00Z' }), ['unmask.after-hours']],
    ['… a minute too early', record({ masked: false, at: '2025-06-15T23:59:59Z' }), ['unmask.after-hours']],
    ['… in the first minute of the day', record({ masked: false, at: '2025-06-16T00:00:00Z' }), []],
    ['… when the day is over', record({ masked: false, at: '2025-06-16T10:00:00Z' }), ['unmask.after-hours']],
    ['… on a Sunday', record({ masked: false, at: '2025-06-15T02:00:00Z' }), ['unmask.after-hours']],
    ['… on a Sunday that is worked', record({ masked: false, at: '2025-04-27T02:00:00Z' }), []],
    ['… on a holiday', record({ masked: false, at: '2025-10-01T02:00:00Z' }), ['unmask.after-hours']],
    ['break-glass', record({ rule: 'permit.break-glass' }), ['break-glass']],
    ['roles that must be separate', denied('deny.separation', { event: 'login' }), ['separation.violated']],
    ['a wrong query code', denied('deny.query-code', { subject: 'Ticket' }), ['query-code.wrong']],
    ['a case read after it was closed', record({ subject: 'Case', closed: true }), ['access.bulk', 'case.closed']],
    ['… and a row of it', record({ closed: true }), []],
    ['another policy', record({ event: 'policy', rule: 'policy.changed' }), ['policy.changed']],
    ['the policy of before', record({ event: 'policy', rule: 'policy.loaded' }), []],
    ['a secrecy label', denied('deny.secrecy-label', { subject: 'page', actor: null }), ['secrecy.labelled']],
  ])('%s', (_what, given, ids) => {
    expect(matching(given)).toEqual(ids);
  });

  it('every rule, somewhere in the table above, and each says what it is', () => {
    for (const { id, threshold } of ALERT_RULES) {
      expect(alertText(id).zh).toMatch(/\p{Script=Han}/u);
      expect(threshold.count * threshold.minutes).toBeGreaterThan(0);
    }
    expect(new Set(ALERT_RULES.map(({ id }) => id)).size).toBe(ALERT_RULES.length);
    expect(alertText('log.forked').en).toMatch(/contradicts/);
    expect(alertText('constructor')).toEqual({ zh: 'constructor', en: 'constructor' });
  });
});

describe('signals', () => {
  it('count by rule, actor and minute, in the order of time', () => {
    const at = (time: string, actor: string | null = 'a') =>
      denied('deny.not-assigned', { at: `2025-06-16T${time}Z`, actor });
    const records = [at('02:01:10.5'), at('02:00:59'), at('02:00:01'), at('02:00:02', 'b'), at('02:00:03', null)];
    expect(signalsOf(records, ALERT_RULES, hours).map(({ actor, minute, count }) => [minute, actor, count])).toEqual([
      ['2025-06-16T02:00:00.000Z', 'a', 2],
      ['2025-06-16T02:00:00.000Z', 'b', 1],
      ['2025-06-16T02:00:00.000Z', null, 1],
      ['2025-06-16T02:01:00.000Z', 'a', 1],
    ]);
  });

  it('are none of a record whose time cannot be read', () => {
    expect(signalsOf([denied('deny.recused', { at: 'yesterday' })], ALERT_RULES, hours)).toEqual([]);
  });
});

describe('an alert is due', () => {
  const tenAnHour = { count: 10, minutes: 60 };
  const at = (time: string) => `2025-06-16T${time}:00.000Z`;
  it.each<[string, number, { at: string; count: number } | undefined, boolean]>([
    ['not before the threshold', 9, undefined, false],
    ['at the threshold', 10, undefined, true],
    ['beyond it', 4000, undefined, true],
    ['not again at once', 11, { at: at('01:59'), count: 10 }, false],
    ['again when it has doubled', 20, { at: at('01:59'), count: 10 }, true],
    ['not yet again within the hour', 19, { at: at('01:01'), count: 10 }, false],
    ['again after an hour in which it went on', 10, { at: at('01:00'), count: 10 }, true],
    ['not where fewer came in the hour after', 9, { at: at('01:00'), count: 10 }, false],
  ])('%s', (_what, count, last, due) => {
    expect(isDue(count, at('02:00'), tenAnHour, last)).toBe(due);
  });
});

describe('alerts', () => {
  const rules = [{ id: 'r', threshold: { count: 3, minutes: 10 } }];
  const signal = (minute: number, count: number, actor = 'a', rule = 'r') => ({
    rule,
    actor,
    minute: new Date(minute * 60_000).toISOString(),
    count,
  });
  const alert = (minute: number, count: number, actor = 'a') => ({
    rule: 'r',
    actor,
    at: signal(minute, 1).minute,
    count,
  });
  it.each<[string, ReturnType<typeof signal>[], ReturnType<typeof signal>[], ReturnType<typeof alert>[], unknown[]]>([
    ['none of nothing', [], [], [], []],
    ['none below the threshold', [signal(5, 2)], [], [], []],
    ['one with what came before', [signal(5, 1)], [signal(1, 2)], [], [alert(5, 3)]],
    ['none with what came too long before', [signal(11, 1)], [signal(1, 2)], [], []],
    ['none with what comes after', [signal(5, 1)], [signal(6, 2)], [], []],
    ['none with what another did', [signal(5, 1)], [signal(1, 2, 'b')], [], []],
    ['each actor’s own', [signal(5, 3), signal(5, 4, 'b')], [], [], [alert(5, 3), alert(5, 4, 'b')]],
    ['no second one for the same', [signal(6, 1)], [signal(5, 3)], [alert(5, 3)], []],
    ['one more when it has doubled', [signal(6, 3)], [signal(5, 3)], [alert(5, 3)], [alert(6, 6)]],
    [
      'hours at once, each by its own time',
      [signal(5, 3), signal(6, 1), signal(20, 3)],
      [],
      [],
      [alert(5, 3), alert(20, 3)],
    ],
    ['none of a rule that is no more', [signal(5, 9, 'a', 'old')], [], [], []],
  ])('%s', (_what, fresh, earlier, last, due) => {
    expect(alertsDue(fresh, [...earlier, ...fresh], last, rules)).toEqual(due);
  });
});

describe('settings', () => {
  const thresholds = (env: NodeJS.ProcessEnv) =>
    Object.fromEntries(readAlertSettings(env).rules.map(({ id, threshold }) => [id, threshold]));

  it('move one threshold and leave the others', () => {
    expect(thresholds({ ALERT_ACCESS_NOT_ASSIGNED: '3/15' })).toEqual({
      ...thresholds({}),
      'access.not-assigned': { count: 3, minutes: 15 },
    });
  });

  it('move the working hours', () => {
    expect(readAlertSettings({ ALERT_WORKING_HOURS: '07:30-20:00' }).hours).toEqual({ from: '07:30', to: '20:00' });
  });

  it('are documented with their defaults', () => {
    const text = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
    const documented = [...text.matchAll(/`([A-Z_]+)` (\d+)\/(\d+)/g)].map(([, name = '', count, minutes]) => [
      name.toLowerCase(),
      { count: Number(count), minutes: Number(minutes) },
    ]);
    expect(documented).toEqual(ALERT_RULES.map(({ id, threshold }) => [id.replaceAll(/[.-]/g, '_'), threshold]));
  });

  it.each([
    ['ALERT_BREAK_GLASS', '0/60'],
    ['ALERT_BREAK_GLASS', '1'],
    ['ALERT_ACCESS_BULK', '1/0'],
    ['ALERT_ACCESS_BULK', 'many/60'],
    ['ALERT_WORKING_HOURS', '18:00-08:00'],
    ['ALERT_WORKING_HOURS', '8-18'],
    ['ALERT_WORKING_HOURS', '08:00-25:00'],
  ])('%s=%s is refused by its name', (name, value) => {
    expect(() => readAlertSettings({ [name]: value })).toThrow(name);
  });
});
