import { describe, expect, it } from '@jest/globals';
import { FIRST_LIGHT } from '#demo/first-light.ts';
import { as, codesOf, expectAbsent, expectDenied, expectRefused, post, tokenOf } from '#tests/harness/ask.ts';
import { standIn } from '#tests/harness/stand-in.ts';

const question = { query: FIRST_LIGHT.query, variables: FIRST_LIGHT.variables };
const about = (no: string) => ({ query: FIRST_LIGHT.query, variables: { no } });
const NUMBER = '（2025）鲁9999刑初999901号';
const NO_SUCH_NUMBER = '（2025）鲁9999刑初999999号';

describe('the question, as the presiding judge', () => {
  it('is answered by every department, field by field (WORLD 4.1)', async () => {
    const { status, data, errors } = await as('court.lin').ask(question);
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    const party = (name: string, minorAtOffence: boolean, kind: string, lawyer: string, licenceNo: string) => ({
      partyUid: expect.stringMatching(/^PT-[\w-]{43}$/),
      legalStatus: 'DEFENDANT',
      minorAtOffence,
      person: { displayName: name },
      representations: [{ kind, lawyer: { name: lawyer, licenceNo } }],
    });
    const aid = (legalAidId: string, ground: string, notifiedAt: string, lawyer: string) => ({
      legalAidId,
      ground,
      status: 'ASSIGNED',
      notifiedAt,
      assignBy: '2025-06-03',
      lawyer: { name: lawyer, firm: { name: '虚构正衡律师事务所' } },
    });
    expect(data).toEqual({
      case: {
        caseUid: 'ZF-2025-000001',
        currentStage: 'FIRST_INSTANCE',
        parties: [
          party('张拟甲', false, 'RETAINED', '何拟辩', '13799202010999001'),
          party('李拟乙', false, 'NOTIFIED_AID', '罗拟助', '13799201810999004'),
          party('王拟丙', true, 'NOTIFIED_AID', '邓拟扶', '13799201911999005'),
        ],
        courtCases: [
          {
            courtCaseNo: '（2025）鲁9999刑初999901号',
            status: 'SCHEDULED',
            procedure: 'ORDINARY',
            docketedOn: '2025-05-29',
            trialLimitOn: '2025-07-29',
            panel: [
              { displayName: '林拟审', title: '审判长' },
              { displayName: '方拟议', title: '审判员' },
              { displayName: '孟拟陪', title: '人民陪审员' },
            ],
            hearings: [{ startsAt: '2025-06-24T09:00:00+08:00', room: '第三法庭', open: false }],
          },
        ],
        legalAidCases: [
          aid('LA-2025-000001', 'ORDINARY_PROCEDURE_NO_DEFENDER', '2025-05-30T10:05:00+08:00', '罗拟助'),
          aid('LA-2025-000002', 'MINOR', '2025-05-30T10:20:00+08:00', '邓拟扶'),
        ],
      },
    });
  });

  it('costs one call per system and kind of thing, whatever the number of parties', async () => {
    const court = await standIn('12368').callsDuring(() => as('court.lin').ask(question));
    const legalAid = await standIn('legal-aid').callsDuring(() => as('court.lin').ask(question));
    expect(court).toEqual({ cxAjQx: 1, cxAjXx: 1, cxKtXx: 1, cxWtDl: 1 });
    expect(legalAid).toEqual({ V_FYAJ_QX: 1, V_FYAJ: 1, 'PKG_FLYZ.CX_ZPLS': 1 });
  });

  it.each([
    ['half-width brackets', '(2025)鲁9999刑初999901号'],
    ['spaces', ' （2025） 鲁9999 刑初 999901 号 '],
    ['full-width digits', '（２０２５）鲁９９９９刑初９９９９０１号'],
    ['hexagonal brackets', '〔2025〕鲁9999刑初999901号'],
  ])('is answered for the number with %s', async (_how, no) => {
    const { data } = await as('court.lin').ask({
      query: 'query ($no: ID!) { case(courtCaseNo: $no) { caseUid } }',
      variables: { no },
    });
    expect(data).toEqual({ case: { caseUid: 'ZF-2025-000001' } });
  });

  it.each([
    ['caseUid', 'ZF-2025-000001'],
    ['policeCaseNo', 'A3799990000002025030001'],
    ['acceptanceNo', '虚检刑诉受〔2025〕379999000011号'],
  ])('finds the case by its %s too', async (argument, no) => {
    const { data } = await as('court.lin').ask({
      query: `query ($no: ID!) { case(${argument}: $no) { caseUid } }`,
      variables: { no },
    });
    expect(data).toEqual({ case: { caseUid: 'ZF-2025-000001' } });
  });
});

describe('who sees what', () => {
  it('the clerk of the case sees it', async () => {
    const { data } = await as('court.clerk').ask({
      query: 'query ($no: ID!) { case(courtCaseNo: $no) { caseUid } }',
      variables: FIRST_LIGHT.variables,
    });
    expect(data).toEqual({ case: { caseUid: 'ZF-2025-000001' } });
  });

  it('a judge who does not handle it gets null, exactly as for a number that does not exist', async () => {
    const zhou = as('court.zhou');
    await expectAbsent(zhou, question);
    await expectAbsent(zhou, about(NO_SUCH_NUMBER));
    const [foreign, unknown] = await Promise.all([zhou.ask(question), zhou.ask(about(NO_SUCH_NUMBER))]);
    expect(foreign.text).toBe(unknown.text);
  });

  it('costs the same whether the number exists or not', async () => {
    const calls = (no: string) => standIn('12368').callsDuring(() => as('court.zhou').ask(about(no)));
    expect(await calls(NUMBER)).toEqual({ cxAjQx: 1 });
    expect(await calls(NO_SUCH_NUMBER)).toEqual({ cxAjQx: 1 });
  });

  it('a recused judge loses the case, another of the panel keeps it', async () => {
    const case9 = {
      query: 'query ($no: ID!) { case(courtCaseNo: $no) { caseUid } }',
      variables: { no: '（2025）鲁9999刑初999909号' },
    };
    await expectAbsent(as('court.lin'), case9);
    expect((await as('court.zhou').ask(case9)).data).toEqual({ case: { caseUid: 'ZF-2025-000009' } });
  });

  it('the legal aid officer sees the aid records and nothing else of the case', async () => {
    const { data, errors } = await as('legalaid.sun', { purpose: 'LEGAL_AID' }).ask(question);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ case: { caseUid: 'ZF-2025-000001', parties: [], courtCases: [] } });
    expect((data as { case: { legalAidCases: unknown[] } }).case.legalAidCases).toHaveLength(2);
  });

  it.each([
    'coordinator.wu',
    'officer.security',
    'officer.audit',
    'officer.system',
    'notary.qian',
    'court.12368',
    'proc.12309',
  ])('%s may never see a case: FORBIDDEN, whatever the number', async (user) => {
    for (const no of [NUMBER, NO_SUCH_NUMBER, '（2025）鲁9999刑初999909号']) await expectDenied(as(user), about(no));
  });

  it.each([
    ['police.zhao', 'HANDLE_CASE'],
    ['proc.chen', 'HANDLE_CASE'],
    ['party.zheng', 'SERVE_PARTY'],
    ['mediator.gao', 'SERVE_PARTY'],
    ['correction.tang', 'CORRECTION'],
    ['court.bulk', 'HANDLE_CASE'],
  ])('%s, who has nothing to do with it, gets null (all users: who-sees-what)', async (user, purpose) => {
    await expectAbsent(as(user, { purpose }), question);
  });
});

describe('before anything is fetched', () => {
  const calls = (work: () => Promise<unknown>) =>
    standIn('12368').callsDuring(async () => {
      expect(await standIn('legal-aid').callsDuring(work)).toEqual({});
    });

  it('no token: 401', async () => {
    expect(
      await calls(async () => expectRefused(await post(JSON.stringify(question)), 401, 'UNAUTHENTICATED')),
    ).toEqual({});
  });

  it('a token that is none: 401', async () => {
    for (const authorization of [
      'Bearer nonsense',
      'Basic Y291cnQ6ZGVtbw==',
      `Bearer ${await tokenOf('court.lin')}x`,
    ]) {
      expectRefused(await post(JSON.stringify(question), { authorization }), 401, 'UNAUTHENTICATED');
    }
  });

  it.each([null, '', 'CURIOSITY', 'STATISTICS', 'handle_case', 'HANDLE_CASE, HANDLE_CASE'])(
    'purpose %p: PURPOSE_REQUIRED',
    async (purpose) => {
      expect(
        await calls(async () =>
          expectRefused(await as('court.lin', { purpose }).ask(question), 403, 'PURPOSE_REQUIRED'),
        ),
      ).toEqual({});
    },
  );

  it('a role that may not ask is told so before it is asked for a purpose', async () => {
    expect(await calls(() => expectDenied(as('coordinator.wu', { purpose: null }), question))).toEqual({});
  });

  it('x-case: only that case exists for the request', async () => {
    const within = (caseUid: string) => as('court.lin', { headers: { 'x-case': caseUid } });
    expect(
      (await within('ZF-2025-000001').ask({ query: '{ case(caseUid: "ZF-2025-000001") { caseUid } }' })).data,
    ).toEqual({ case: { caseUid: 'ZF-2025-000001' } });
    await expectAbsent(within('ZF-2025-000005'), question);
    expectRefused(await within('379999198506120130').ask(question), 400, 'BAD_USER_INPUT');
  });

  it('a role may hold several scopes of data, but a field outside them is null with FORBIDDEN and the rest answers', async () => {
    const answer = await post(JSON.stringify({ query: '{ __typename case(caseUid: "ZF-2025-000001") { caseUid } }' }), {
      authorization: `Bearer ${await tokenOf('coordinator.wu')}`,
    });
    expect({ status: answer.status, data: answer.data, codes: codesOf(answer) }).toEqual({
      status: 200,
      data: { __typename: 'Query', case: null },
      codes: ['FORBIDDEN'],
    });
  });
});

describe('a hundred at once', () => {
  it('each is answered in full, over few legacy connections', async () => {
    const ask = (count: number) => Promise.all(Array.from({ length: count }, () => as('court.lin').ask(question)));
    // What was just started is slow, and a busy machine slower: the departments' time is not to run out for that.
    await ask(10);
    await ask(25);
    const answers = await ask(100);
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await standIn('12368').state()).openConnections).toBeLessThanOrEqual(8);
    expect((await standIn('legal-aid').state()).openConnections).toBeLessThanOrEqual(4);
  });
});
