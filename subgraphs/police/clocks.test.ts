import { describe, expect, it } from '@jest/globals';
import { TODAY } from '#subgraphs/kit/kit.fixture.ts';
import { at, custody, type Kept, kept, measure, transfer } from '#subgraphs/police/cases.fixture.ts';
import { deadlinesOf } from '#subgraphs/police/deadlines.ts';
import { CASE_1, CASE_2, CASE_3, CASE_6, CASE_10_JOINED } from '#subgraphs/police/world.fixture.ts';

const NUMBER = 'A3799990000002025050001';

/** `code party dueOn state`, and that the owner's date differs. */
const clocks = (content: Kept, today = TODAY) =>
  deadlinesOf(content, today).map(({ code, partyKey, dueOn, state, differs }) =>
    [code, partyKey ?? '-', dueOn, state, ...(differs ? ['differs'] : [])].join(' '),
  );

describe('the clocks of the demo’s cases (WORLD 4.1)', () => {
  it.each<[string, Kept, string[]]>([
    [
      'case 1: all of the investigation’s have ended, bail goes on',
      CASE_1,
      [
        'CR-FILE - 2025-03-05 MET',
        'CR-INV-CUSTODY 1 2025-05-14 STOPPED',
        'CR-DET-SUBMIT 1 2025-03-12 MET',
        'MS-BAIL 3 2026-03-14 RUNNING',
        'CR-SUPP - 2025-05-21 MET',
      ],
    ],
    [
      'case 2: 周 held until 2025-08-15',
      CASE_2,
      [
        'CR-FILE - 2025-06-06 MET',
        'CR-DET-SUBMIT 1 2025-06-12 MET',
        'CR-INV-CUSTODY 1 2025-08-15 RUNNING',
        'CR-DET-SUBMIT 2 2025-06-12 MET',
      ],
    ],
    [
      'case 3: the second return is due on 2025-06-30; a draft does not meet it',
      CASE_3,
      [
        'CR-FILE - 2025-01-09 MET',
        'CR-DET-SUBMIT 1 2025-01-14 STOPPED',
        'CR-INV-CUSTODY 1 2025-03-16 STOPPED',
        'CR-SUPP - 2025-04-30 MET',
        'CR-SUPP - 2025-06-30 RUNNING',
      ],
    ],
    ['case 6: residential surveillance', CASE_6, ['CR-FILE - 2025-01-09 MET', 'MS-RES-SURV 1 2025-08-20 RUNNING']],
    ['case 10: filed late', CASE_10_JOINED, ['CR-FILE - 2024-11-25 STOPPED']],
  ])('%s', (_what, content, expected) => {
    expect(clocks(content)).toEqual(expected);
  });

  it('the receipt that opens the clock of a return is the police’s own, and who is held is held to the day', () => {
    const [supplement] = deadlinesOf(CASE_3, '2025-06-24').filter(({ dueOn }) => dueOn === '2025-06-30');
    expect(supplement).toEqual({
      code: 'CR-SUPP',
      basis: '刑事诉讼法第175条；人民检察院刑事诉讼规则第346条',
      partyKey: null,
      startsOn: '2025-05-30',
      dueOn: '2025-06-30',
      state: 'DUE_SOON',
      provisional: false,
      differs: false,
    });
  });
});

describe('filing', () => {
  const accepted = { acceptedOn: '2025-06-13', filedOn: null };
  it.each([
    ['ACCEPTED', ['CR-FILE - 2025-06-16 DUE_SOON']],
    ['NOT_FILED', []],
    ['REFERRED_OUT', []],
  ] as const)('of a case that is %s', (status, expected) => {
    expect(clocks(kept(NUMBER, { record: { ...accepted, status } }))).toEqual(expected);
  });
});

describe('the request of arrest', () => {
  const detained = (limitOn: string | null, more: Partial<Kept> = {}) =>
    kept(NUMBER, { measures: [measure('DETENTION', at('2025-06-10'), { limitOn })], ...more });
  const requests = (content: Kept) => clocks(content).filter((clock) => clock.startsWith('CR-DET-SUBMIT'));

  it.each([
    ['no limit told', null, '2025-06-13'],
    ['three days', '2025-06-20', '2025-06-13'],
    ['a shorter limit than the law’s', '2025-06-15', '2025-06-13'],
    ['seven', '2025-06-24', '2025-06-17'],
    ['thirty', '2025-07-17', '2025-07-10'],
    ['no more than thirty, whatever the limit', '2025-09-30', '2025-07-10'],
  ])('%s', (_what, limitOn, dueOn) => {
    expect(requests(detained(limitOn))).toEqual([expect.stringContaining(` ${dueOn} `)]);
  });

  const sent = (day: string, override = {}) =>
    detained('2025-06-24', { transfers: [transfer('ARREST_REQUEST', day, override)] });
  it.each([
    ['sent in time', sent('2025-06-12'), 'MET'],
    ['sent late', { ...sent('2025-06-12'), measures: [measure('DETENTION', at('2025-06-01'))] }, 'STOPPED'],
    ['sent before the detention', sent('2025-06-09'), 'DUE_SOON'],
    ['rejected for its form', sent('2025-06-12', { status: 'FORM_REJECTED' }), 'DUE_SOON'],
    ['about somebody else', sent('2025-06-12', { partyKeys: ['2'] }), 'DUE_SOON'],
  ])('%s', (_what, content, state) => {
    expect(requests(content)).toEqual([expect.stringContaining(state)]);
  });
});

describe('custody in the investigation', () => {
  const arrest = [measure('ARREST', at('2025-05-12'))];
  const held = (override: object) => kept(NUMBER, { measures: arrest, custodies: [custody(NUMBER, override)] });
  const limits = (content: Kept) => clocks(content).filter((clock) => clock.startsWith('CR-INV-CUSTODY'));

  it.each([
    [
      'the centre’s limit where it is held for the police',
      held({ heldFor: 'POLICE-379999', limitTo: '2025-08-12' }),
      ['CR-INV-CUSTODY 1 2025-08-12 RUNNING differs'],
    ],
    [
      'the law’s where it is held for another',
      held({ heldFor: 'PROC-379999' }),
      ['CR-INV-CUSTODY 1 2025-07-12 RUNNING'],
    ],
    ['the law’s where nobody is held', kept(NUMBER, { measures: arrest }), ['CR-INV-CUSTODY 1 2025-07-12 RUNNING']],
    [
      'ended by release',
      kept(NUMBER, { measures: [measure('ARREST', at('2025-05-12'), { endedOn: '2025-06-01' })] }),
      ['CR-INV-CUSTODY 1 2025-07-12 STOPPED'],
    ],
    [
      'ended on a day that the record does not tell',
      kept(NUMBER, { measures: arrest, record: { status: 'TRANSFERRED_FOR_PROSECUTION' } }),
      [],
    ],
  ])('%s', (_what, content, expected) => {
    expect(limits(content)).toEqual(expected);
  });
});

describe('a return', () => {
  const returned = (status: 'SUPPLEMENTING' | 'TRANSFERRED_FOR_PROSECUTION', ...transfers: Kept['transfers']) =>
    clocks(kept(NUMBER, { record: { status }, transfers })).slice(1);
  const first = transfer('SUPPLEMENT_RETURN', '2025-05-08', { round: 1 });

  it.each<[string, string[], string[]]>([
    ['not received yet', returned('SUPPLEMENTING', { ...first, receivedAt: null }), []],
    ['overdue', returned('SUPPLEMENTING', first), ['CR-SUPP - 2025-06-09 OVERDUE']],
    ['whose resubmission is not told', returned('TRANSFERRED_FOR_PROSECUTION', first), []],
    [
      'not met by another round',
      returned('SUPPLEMENTING', first, transfer('SUPPLEMENT_RESUBMIT', '2025-06-02', { round: 2 })),
      ['CR-SUPP - 2025-06-09 OVERDUE'],
    ],
  ])('%s', (_what, shown, expected) => {
    expect(shown).toEqual(expected);
  });
});
