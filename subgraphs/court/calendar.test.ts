import { describe, expect, it } from '@jest/globals';
import { DepartmentError, GraphError } from '#schema/errors/graph-error.ts';
import { type Asker, ask, askOwner, court } from '#subgraphs/court/court.fixture.ts';
import { FILES } from '#subgraphs/court/files.fixture.ts';
import { asker } from '#subgraphs/kit/asker.fixture.ts';
import { RequestScope } from '#subgraphs/kit/request-scope.ts';

/** Q8 of DOMAIN 4.4, but for what casework adds to a party. */
const Q8 = `query Q8($f: LegalDate!, $t: LegalDate!) {
  hearingCalendar(from: $f, to: $t) {
    hearingUid startsAt room open courtCase { courtCaseNo }
    notices { dueOn servedAt party { partyKey } document { code } }
  }
}`;
const UIDS = 'query Q($f: LegalDate!, $t: LegalDate!) { hearingCalendar(from: $f, to: $t) { hearingUid } }';
const WEEK = { f: '2025-06-23', t: '2025-06-27' };

async function uidsFor(asker: Asker, asked = court(), span = WEEK) {
  const answer = await ask(asked, asker, UIDS, span);
  const hearings = answer.data?.hearingCalendar as readonly { hearingUid: string }[] | null | undefined;
  return { ...answer, uids: hearings?.map(({ hearingUid }) => hearingUid) ?? null };
}

it('Q8: next week’s hearings of the clerk, their notices, and the last day for each, by three calls', async () => {
  const asked = court();
  const { data, errors } = await ask(asked, { name: 'court.clerk' }, Q8, WEEK);
  expect(errors).toEqual([]);
  const notice = (number: string, key: string, dueOn: string, servedAt: string | null) => ({
    ...{ dueOn, servedAt, party: { partyKey: `${number}#${key}` }, document: { code: 'FY-01' } },
  });
  const [one, five] = ['（2025）鲁9999刑初999901号', '（2025）鲁9999民初999905号'] as const;
  expect(data?.hearingCalendar).toEqual([
    {
      ...{ hearingUid: 'KT-1', startsAt: '2025-06-24T09:00:00+08:00', room: '第三法庭', open: false },
      courtCase: { courtCaseNo: one },
      notices: [
        notice(one, '1', '2025-06-21', '2025-06-13T09:40:00+08:00'),
        notice(one, '2', '2025-06-21', '2025-06-13T10:10:00+08:00'),
        notice(one, '3', '2025-06-21', null),
      ],
    },
    {
      ...{ hearingUid: 'KT-5', startsAt: '2025-06-26T14:30:00+08:00', room: '第五法庭', open: true },
      courtCase: { courtCaseNo: five },
      notices: [notice(five, '1', '2025-06-23', '2025-06-13T15:20:00+08:00'), notice(five, '2', '2025-06-23', null)],
    },
  ]);
  expect([...asked.calls].sort()).toEqual([
    'calendar COURT-379999 FY0003 2025-06-23 2025-06-27',
    // Of the two cases, and of the mediation that one of them is related to.
    'facts 3',
    'notices 2',
  ]);
});

it('what casework then decides the parties by is not asked for again', async () => {
  const [asked, clerk, scope] = [court(), { name: 'court.clerk' }, new RequestScope(asker('court.clerk'))] as const;
  await ask(asked, clerk, UIDS, WEEK, scope);
  const recordNos = ['（2025）鲁9999民初999905号', '（2025）鲁9999诉前调999915号'];
  const facts = await askOwner(asked, clerk, { ask: 'facts', recordNos }, undefined, scope);
  expect(facts.map(({ recordNo }) => recordNo)).toEqual(recordNos);
  expect(asked.calls.filter((call) => call.startsWith('facts'))).toEqual(['facts 3']);
});

it('a hearing whose room cannot be read is an error there, and the others stay', async () => {
  const asked = court();
  const { system } = asked;
  const calendar = system.calendar.bind(system);
  const unreadable = new DepartmentError('DEPARTMENT_DATA_INVALID', { department: 'COURT', system: '12368' });
  const room = (uid: string) => ({
    get room(): string {
      if (uid === 'KT-1') throw unreadable;
      return '第五法庭';
    },
  });
  system.calendar = async (...of) =>
    (await calendar(...of)).map((entry) =>
      Object.defineProperties({ ...entry }, Object.getOwnPropertyDescriptors(room(entry.hearingUid))),
    );
  const { data, errors } = await ask(asked, { name: 'court.clerk' }, Q8, WEEK);
  expect(errors).toMatchObject([
    { path: ['hearingCalendar', 0, 'room'], extensions: { code: 'DEPARTMENT_DATA_INVALID' } },
  ]);
  expect(data?.hearingCalendar).toMatchObject([{ hearingUid: 'KT-1', room: null }, { room: '第五法庭' }]);
});

describe('whose hearings', () => {
  it.each<[string, Asker, readonly string[]]>([
    ['the presiding judge’s, but not of the case of the recusal', { name: 'court.lin' }, ['KT-1', 'KT-5']],
    ['another judge’s', { name: 'court.zhou' }, ['KT-9']],
    ['none of other cases than the one of the request', { name: 'court.lin', onlyCase: 'ZF-2025-000001' }, []],
  ])('%s', async (_what, asker, expected) => {
    expect((await uidsFor(asker)).uids).toEqual(expected);
  });

  it.each([
    ['a prosecutor', 'proc.li'],
    ['who is not of an agency', 'party.zheng'],
  ])('nobody’s for %s, and the court is not asked', async (_what, name) => {
    const asked = court();
    const { data, errors } = await ask(asked, { name }, UIDS, WEEK);
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(asked.calls).toEqual([]);
  });

  it('nobody’s for a judge whose account has no staff number, and the court is not asked', async () => {
    const asked = court();
    expect((await uidsFor({ name: 'court.lin', staffNo: null }, asked)).uids).toEqual([]);
    expect(asked.calls).toEqual([]);
  });

  it('not of a sealed case', async () => {
    const sealed = FILES.map((each) =>
      each.caseNo === 1 ? { ...each, facts: { ...each.facts, sealed: true } } : each,
    );
    const { uids, decisions } = await uidsFor({ name: 'court.clerk' }, court(sealed));
    expect(uids).toEqual(['KT-5']);
    expect(decisions).toEqual(['Hearing deny deny.sealed', 'Hearing permit permit.court-clerk']);
  });
});

describe('the days', () => {
  it.each([
    ['2025-06-24', '2025-06-24', ['KT-1']],
    ['2025-04-16', '2025-07-16', ['KT-1', 'KT-5']],
    ['2025-07-01', '2025-09-30', []],
  ])('%s to %s', async (f, t, expected) => {
    expect((await uidsFor({ name: 'court.clerk' }, court(), { f, t })).uids).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ['2025-06-27', '2025-06-23', '参数 from （2025-06-27）不能晚于 to（2025-06-23）。'],
    ['2025-04-16', '2025-07-17', 'from 至 to 最长 92 天，给出的是 93 天。'],
  ])('%s to %s is refused, and the court is not asked', async (f, t, message) => {
    const asked = court();
    const { uids, errors } = await uidsFor({ name: 'court.clerk' }, asked, { f, t });
    expect(uids).toBeNull();
    expect(errors).toEqual([
      expect.objectContaining({ message, extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
    ]);
    expect(asked.calls).toEqual([]);
  });
});

it.each([
  new GraphError('BAD_USER_INPUT', { zh: '该时间段内的开庭超过 200 场，请缩短时间段。' }),
  new DepartmentError('DEPARTMENT_UNAVAILABLE', { department: 'COURT', system: '12368' }),
])('the court’s own error is the field’s: %s', async (error) => {
  const asked = court();
  asked.state.calendar = error;
  const { uids, errors } = await uidsFor({ name: 'court.clerk' }, asked);
  expect(uids).toBeNull();
  expect(errors.map(({ message }) => message)).toEqual([error.message]);
});
