import { describe, expect, it } from '@jest/globals';
import { CHINA_CALENDAR, createWorkingCalendar } from '#schema/calendar/working-days.ts';
import type { DeadlineCode } from '#schema/deadlines/codes.ts';
import { computeDeadline, type DeadlineCircumstances } from '#schema/deadlines/compute.ts';
import { withOwnersDate } from '#schema/deadlines/owners-date.ts';
import { days, months } from '#schema/deadlines/rule.ts';

type Case = [code: DeadlineCode, start: string, circumstances: DeadlineCircumstances, dueOn: string];

function computed(code: DeadlineCode, start: string, circumstances: DeadlineCircumstances = {}) {
  const deadline = computeDeadline(code, start, circumstances, CHINA_CALENDAR);
  if (deadline === null) throw new Error('no rule in force');
  return deadline;
}

const excused = (after: string) => ({ extensions: [{ extension: 'EXCUSED', after }] });
const extensions = (...names: string[]) => ({ extensions: names.map((extension) => ({ extension })) });

describe('counting', () => {
  it.each<Case>([
    ['CR-FILE', '2025-06-09', {}, '2025-06-12'],
    ['CV-DOCKET', '2025-06-16', {}, '2025-06-23'],
    ['SC-DECIDE', '2024-12-31', {}, '2025-02-28'],
    ['CR-SUPP', '2024-01-31', { held: true }, '2024-02-29'],
    ['CR-TRIAL', '2025-06-16', { period: 'SUMMARY' }, '2025-07-07'],
  ])('%s: the day %s is not counted, months are calendar months', (code, start, circumstances, dueOn) => {
    expect(computed(code, start, circumstances).dueOn).toBe(dueOn);
  });

  it.each<Case>([
    ['CR-FILE', '2025-06-12', {}, '2025-06-16'],
    ['CV-ANSWER', '2025-09-19', {}, '2025-10-09'],
    ['CR-CC-NOTIFY', '2025-01-23', {}, '2025-02-05'],
    ['LA-ASSIGN', '2025-01-23', {}, '2025-01-26'],
    ['CR-REVIEW', '2025-05-15', {}, '2025-06-16'],
  ])('%s: an end on a day off moves to the next day that is worked', (code, start, circumstances, dueOn) => {
    expect(computed(code, start, circumstances).dueOn).toBe(dueOn);
  });

  it.each<Case>([
    ['CR-DET-SUBMIT', '2025-06-12', {}, '2025-06-15'],
    ['CR-ARREST-REVIEW', '2025-06-07', { period: 'DETAINED' }, '2025-06-14'],
    ['CR-INV-CUSTODY', '2025-08-01', {}, '2025-10-01'],
    ['CR-REVIEW', '2025-05-15', { held: true }, '2025-06-15'],
    ['CR-TRIAL', '2025-08-01', { held: true }, '2025-10-01'],
  ])('%s: custody ends on the very day', (code, start, circumstances, dueOn) => {
    expect(computed(code, start, circumstances)).toMatchObject({ dueOn, custody: true });
  });

  it('days count over the end of a month and a year; working days leave out holidays and take in worked weekends', () => {
    expect(computed('LAWYER-READ', '2025-01-24').dueOn).toBe('2025-02-05');
    expect(computed('LAWYER-READ', '2025-06-13').dueOn).toBe('2025-06-18');
    expect(computed('NOT-ISSUE', '2025-05-26').dueOn).toBe('2025-06-17');
  });

  it.each([
    ['LA-FORWARD', '2025-06-16T09:20:00+08:00', '2025-06-17T10:00:00+08:00'],
    ['LA-FORWARD', '2025-06-16T09:00:00+08:00', '2025-06-17T10:00:00+08:00'],
    ['LA-FORWARD', '2025-06-16T01:20:00Z', '2025-06-17T10:00:00+08:00'],
    ['LAWYER-MEET', '2025-06-13T22:59:59+08:00', '2025-06-15T23:00:00+08:00'],
  ] as const)('%s: the starting hour of %s is not counted, nights and days off are', (code, start, dueAt) => {
    expect(computed(code, start)).toMatchObject({ dueAt, dueOn: dueAt.slice(0, 10) });
  });

  it('hours that end at midnight end with the day before', () => {
    expect(computed('LAWYER-MEET', '2025-06-13T23:30:00+08:00')).toMatchObject({
      dueAt: '2025-06-16T00:00:00+08:00',
      dueOn: '2025-06-15',
    });
  });

  it('a DateTime of any offset starts on the day that it is in China', () => {
    expect(computed('CR-RECEIPT', '2025-06-14T16:30:00Z')).toMatchObject({
      startsOn: '2025-06-15',
      dueOn: '2025-06-18',
    });
  });

  it.each<Case>([
    ['CR-NOTICE', '2025-06-05', {}, '2025-06-02'],
    ['CR-COPY', '2025-03-05', {}, '2025-02-23'],
    ['CV-NOTICE', '2025-10-10', {}, '2025-10-07'],
  ])('%s: counted back it never moves later', (code, start, circumstances, dueOn) => {
    expect(computed(code, start, circumstances).dueOn).toBe(dueOn);
  });
});

describe('extensions', () => {
  it.each<Case>([
    ['CR-FILE', '2025-06-16', extensions('MAJOR_COMPLEX'), '2025-07-16'],
    ['CR-DET-SUBMIT', '2025-06-16', extensions('SPECIAL'), '2025-06-23'],
    ['CR-DET-SUBMIT', '2025-06-16', { extensions: [{ extension: 'SPECIAL', length: days(1) }] }, '2025-06-20'],
    ['CR-DET-SUBMIT', '2025-06-16', extensions('ROAMING_REPEATED_GANG'), '2025-07-16'],
    ['CR-DET-SUBMIT', '2025-06-16', extensions('SPECIAL', 'ROAMING_REPEATED_GANG'), '2025-07-16'],
    ['CR-INV-CUSTODY', '2025-06-15', extensions('COMPLEX'), '2025-09-15'],
    ['CR-INV-CUSTODY', '2025-06-15', extensions('COMPLEX', 'GRAVE', 'TEN_YEARS'), '2026-01-15'],
    ['CR-INV-CUSTODY', '2024-12-31', extensions('COMPLEX'), '2025-03-31'],
    ['CR-REVIEW', '2025-05-30', extensions('MAJOR_COMPLEX'), '2025-07-15'],
    ['CR-REVIEW', '2025-06-16', { period: 'FAST_TRACK', ...extensions('OVER_ONE_YEAR') }, '2025-07-01'],
    ['CR-TRIAL', '2025-05-29', extensions('WITHIN_THREE_MONTHS'), '2025-08-29'],
    ['CR-TRIAL', '2025-05-29', extensions('UPPER_COURT', 'WITHIN_THREE_MONTHS'), '2025-12-01'],
    ['CR-TRIAL', '2025-06-16', { period: 'SUMMARY', ...extensions('OVER_THREE_YEARS') }, '2025-07-31'],
    ['CV-TRIAL', '2025-06-03', { period: 'SMALL_CLAIMS', ...extensions('PRESIDENT') }, '2025-09-03'],
    ['MED-PRE', '2025-06-16', { extensions: [{ extension: 'AGREED', length: days(15) }] }, '2025-07-31'],
    ['CR-APPEAL', '2025-06-03', excused('2025-06-20'), '2025-06-25'],
    ['CR-APPEAL', '2025-06-03', excused('2025-06-17'), '2025-06-23'],
    ['CR-APPEAL', '2025-06-03', excused('2025-06-04'), '2025-06-13'],
  ])('%s from %s with %j is due on %s', (code, start, circumstances, dueOn) => {
    expect(computed(code, start, circumstances).dueOn).toBe(dueOn);
  });

  it('names the articles of the period and of each extension once', () => {
    const { basis } = computed('CR-INV-CUSTODY', '2025-06-15', extensions('COMPLEX', 'GRAVE'));
    expect(basis).toBe('刑事诉讼法第156条；刑事诉讼法第158条');
  });

  it('names the article of days left out', () => {
    const travel = { reason: 'TRAVEL', from: '2025-06-17', to: '2025-06-17' };
    expect(computed('CR-FILE', '2025-06-16', { excluded: [travel] }).basis).toMatch(
      /〔2015〕32号）；刑事诉讼法第105条$/,
    );
  });

  it.each<[string, DeadlineCode, DeadlineCircumstances]>([
    ['one that the law does not know', 'CR-SUPP', extensions('MAJOR_COMPLEX')],
    ['a name of every object', 'CR-REVIEW', extensions('constructor')],
    [
      'one longer than the law allows',
      'CR-REVIEW',
      { extensions: [{ extension: 'MAJOR_COMPLEX', length: months(1) }] },
    ],
    ['an open one without its length', 'MED-PRE', extensions('AGREED')],
    ['one of working days', 'NOT-ISSUE', extensions('MAJOR_COMPLEX')],
    ['one granted again beyond what the law allows', 'CR-INV-CUSTODY', extensions('COMPLEX', 'COMPLEX')],
    ['an excuse that does not say when its obstacle fell away', 'CR-APPEAL', extensions('EXCUSED')],
    ['an obstacle that fell away before the period began', 'CR-APPEAL', excused('2025-06-15')],
    [
      'an obstacle where the law asks for none',
      'CR-REVIEW',
      { extensions: [{ extension: 'MAJOR_COMPLEX', after: '2025-07-01' }] },
    ],
  ])('refuses %s', (_, code, circumstances) => {
    expect(() => computed(code, '2025-06-16', circumstances)).toThrow(RangeError);
  });
});

describe('restarts and days left out', () => {
  const returned = (...dates: string[]) => ({ restarts: dates.map((on) => ({ reason: 'SUPPLEMENTED', on })) });

  it.each<Case>([
    ['CR-REVIEW', '2025-04-07', returned('2025-05-06', '2025-06-10'), '2025-07-10'],
    ['CR-REVIEW', '2025-04-07', { ...returned('2025-05-06'), ...extensions('MAJOR_COMPLEX') }, '2025-06-23'],
    ['CR-TRIAL', '2025-03-03', { restarts: [{ reason: 'REMANDED', on: '2025-06-16' }] }, '2025-08-18'],
    ['CR-INV-CUSTODY', '2025-03-14', { restarts: [{ reason: 'FURTHER_CRIME', on: '2025-05-08' }] }, '2025-07-08'],
    ['CV-DOCKET', '2025-06-03', { restarts: [{ reason: 'GAP_CLOSED', on: '2025-06-10' }] }, '2025-06-17'],
  ])('%s from %s with %j is due on %s', (code, start, circumstances, dueOn) => {
    expect(computed(code, start, circumstances)).toMatchObject({ dueOn, restarted: true });
  });

  it.each<[string, DeadlineCode, DeadlineCircumstances]>([
    ['a third return', 'CR-REVIEW', returned('2025-05-06', '2025-06-10', '2025-07-20')],
    ['a restart before the start', 'CR-REVIEW', returned('2025-04-01')],
    ['restarts out of order', 'CR-REVIEW', returned('2025-06-10', '2025-05-06')],
    ['one that the law does not know', 'CR-SUPP', returned('2025-05-06')],
    [
      'days left out for no known reason',
      'CR-2ND',
      { excluded: [{ reason: 'X', from: '2025-05-06', to: '2025-05-07' }] },
    ],
    ['a period that the code does not have', 'CR-2ND', { period: 'SUMMARY' }],
  ])('refuses %s', (_, code, circumstances) => {
    expect(() => computed(code, '2025-04-07', circumstances)).toThrow(RangeError);
  });

  const left = (reason: string, from: string, to: string) => ({ excluded: [{ reason, from, to }] });
  const travel = (from: string, to: string) => left('TRAVEL', from, to);
  const reading = (from: string, to: string) => ({ reason: 'PROCURATORATE_READS_FILE', from, to });
  it.each([
    ['days inside', [reading('2025-05-12', '2025-05-21')], '2025-07-16'],
    ['the same days twice', [reading('2025-05-12', '2025-05-21'), reading('2025-05-15', '2025-05-20')], '2025-07-16'],
    ['days that begin before it', [reading('2025-05-01', '2025-05-08')], '2025-07-08'],
    [
      'days that only the pushed end meets',
      [reading('2025-05-12', '2025-05-21'), reading('2025-07-15', '2025-07-16')],
      '2025-07-18',
    ],
    ['days after it', [reading('2025-07-07', '2025-07-10')], '2025-07-06'],
    ['days before it', [reading('2025-04-01', '2025-05-06')], '2025-07-06'],
  ])('CR-2ND leaves out %s', (_, excluded, dueOn) => {
    expect(computed('CR-2ND', '2025-05-06', { held: true, excluded }).dueOn).toBe(dueOn);
  });

  it.each<Case>([
    ['CR-APPEAL', '2025-06-03', travel('2025-06-10', '2025-06-11'), '2025-06-16'],
    ['CR-ARREST-REVIEW', '2025-06-09', travel('2025-06-10', '2025-06-11'), '2025-06-18'],
    ['CV-ANSWER', '2025-06-03', travel('2025-06-04', '2025-06-06'), '2025-06-23'],
    ['LA-DECIDE', '2025-06-03', left('SUPPLEMENT', '2025-06-05', '2025-06-09'), '2025-06-16'],
  ])('%s from %s with %j is due on %s', (code, start, circumstances, dueOn) => {
    expect(computed(code, start, circumstances).dueOn).toBe(dueOn);
  });

  it.each<DeadlineCode>(['CR-NOTICE', 'LAWYER-MEET', 'LA-ASSIGN'])('%s leaves out no travel', (code) => {
    expect(() => computed(code, '2025-06-16T09:00:00+08:00', travel('2025-06-10', '2025-06-11'))).toThrow(RangeError);
  });

  it('NOT-ISSUE leaves out working days too', () => {
    const excluded = [{ reason: 'VERIFICATION', from: '2025-06-04', to: '2025-06-08' }];
    expect(computed('NOT-ISSUE', '2025-05-26', { excluded }).dueOn).toBe('2025-06-20');
  });
});

describe('the law of the day', () => {
  it.each([
    ['MED-CONFIRM', '2021-12-31', '民事诉讼法第194条'],
    ['MED-CONFIRM', '2022-01-01', '民事诉讼法第201条'],
    ['MED-CONFIRM', '2023-12-31', '民事诉讼法第201条'],
    ['MED-CONFIRM', '2024-01-01', '民事诉讼法第205条'],
    ['CV-TRIAL', '2014-03-05', '民事诉讼法第149条'],
    ['CR-PRISON', '2026-10-31', '公安机关办理刑事案件程序规定第300条'],
    ['CR-PRISON', '2026-11-01', '监狱法第31条'],
  ] as const)('%s on %s rests on %s', (code, start, basis) => {
    expect(computed(code, start).basis).toBe(basis);
  });

  it.each<[DeadlineCode, string, DeadlineCircumstances]>([
    ['CV-TRIAL', '2014-03-05', { period: 'SMALL_CLAIMS' }],
    ['CR-REVIEW', '2018-10-25', {}],
    ['LA-ASSIGN', '2021-12-31', {}],
  ])('%s on %s with %j: no rule is on record', (code, start, circumstances) => {
    expect(computeDeadline(code, start, circumstances, CHINA_CALENDAR)).toBeNull();
  });

  it('a restart comes under the law of its own day', () => {
    const restarts = [{ reason: 'SUPPLEMENTED', on: '2018-11-01' }];
    expect(computed('CR-REVIEW', '2018-09-28', { restarts }).dueOn).toBe('2018-12-03');
  });
});

describe('what is not sure, and what is not allowed', () => {
  it('is provisional where the end depends on holidays that are not yet ordered', () => {
    const ends = (code: DeadlineCode, start: string) => {
      const { dueOn, provisional } = computed(code, start);
      return [dueOn, provisional];
    };
    expect(ends('CV-TRIAL', '2026-07-01')).toEqual(['2027-01-01', true]);
    expect(ends('CV-TRIAL', '2026-06-30')).toEqual(['2026-12-30', false]);
    expect(ends('MS-BAIL', '2026-07-01')).toEqual(['2027-07-01', false]);
    expect(ends('NOT-ISSUE', '2026-12-28')).toEqual(['2027-01-18', true]);
  });

  it('uses the calendar that it is given', () => {
    const noHolidays = createWorkingCalendar([]);
    expect(computeDeadline('CV-ANSWER', '2025-09-19', {}, noHolidays)).toMatchObject({
      dueOn: '2025-10-06',
      provisional: true,
    });
  });

  it.each(['', '2025-02-30', '20250616', 'today', '2025-06-16 09:00:00'])(
    'refuses the start %j without repeating it',
    (start) => {
      expect(() => computed('CR-FILE', start)).toThrow(
        new RangeError('a deadline starts on a LegalDate or at a DateTime'),
      );
    },
  );

  it('refuses hours from a day without a time', () => {
    expect(() => computed('LAWYER-MEET', '2025-06-16')).toThrow(RangeError);
  });
});

describe('the owner’s own date', () => {
  const trial = computed('CR-TRIAL', '2025-05-29', { held: true });

  it('wins, is due soon by its own day, and the difference is told', () => {
    const { deadline, differs } = withOwnersDate(trial, '2025-08-29', CHINA_CALENDAR);
    expect(differs).toBe(true);
    expect(deadline).toEqual({ ...trial, dueOn: '2025-08-29', dueSoonFrom: '2025-08-23' });
  });

  it.each([null, '2025-07-29'])('%j changes nothing', (dueOn) => {
    expect(withOwnersDate(trial, dueOn, CHINA_CALENDAR)).toEqual({ deadline: trial, differs: false });
  });
});
