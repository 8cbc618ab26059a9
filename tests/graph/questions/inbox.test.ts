import { describe, expect, it } from '@jest/globals';
import { answerTo, askReference, callsDuring } from '#tests/graph/questions/questions.ts';
import { as, codesOf, expectDenied, expectRefused } from '#tests/harness/ask.ts';

const INTAKE = { user: 'proc.intake', purpose: 'HANDLE_CASE' };
const item = (code: string, label: string) => ({ code, label, required: true, present: true, note: null });
const PACKAGE_13 = {
  transferUid: expect.stringMatching(/^12309:[\w-]+$/),
  kind: 'PROSECUTION_REFERRAL',
  sentAt: '2025-06-16T08:30:00+08:00',
  round: null,
  from: { name: '虚构县公安局' },
  case: { caseUid: 'ZF-2025-000013', kind: 'CRIMINAL' },
  checklist: [
    item('02', '起诉意见书'),
    item('03', '诉讼卷宗'),
    item('04', '证据材料'),
    { ...item('05', '随案移送清单'), present: false, note: '未见清单' },
  ],
  documents: [
    {
      code: 'GA-09',
      title: '起诉意见书',
      number: '虚公（刑）诉字〔2025〕00020号',
      signatureValid: true,
      digest: expect.stringMatching(/^sm3:[\da-f]{64}$/),
    },
  ],
};

describe('Q2: what came in today, and what is missing', () => {
  it('case 13’s package, its list of what was handed over missing, for one call and the facts', async () => {
    let data: unknown;
    const calls = await callsDuring(async () => {
      data = await askReference('Q2');
    });
    expect(data).toEqual({ transferInbox: [PACKAGE_13] });
    expect(calls).toEqual({ '12309': { cxAjQx: 1, cxSjx: 1 } });
  });

  it('delivered at 08:40 to the desk, which sees no whole name', async () => {
    const query = `{ transferInbox(kind: PROSECUTION_REFERRAL, first: 1) {
      status receivedAt to { agencyCode } parties { person { displayName idNumberMasked } } answeredBy { kind } } }`;
    expect(await answerTo({ query }, INTAKE)).toEqual({
      transferInbox: [
        {
          status: 'DELIVERED',
          receivedAt: '2025-06-16T08:40:00+08:00',
          to: { agencyCode: 'PROC-379999' },
          parties: [{ person: { displayName: '韩某某', idNumberMasked: null } }],
          answeredBy: [],
        },
      ],
    });
  });

  it.each(['(kind: ARREST_REQUEST)', '(status: ACCEPTED)', '(after: "12309:YS99999999-9999")'])(
    '%s: nothing waits',
    async (args) => {
      const query = `{ transferInbox${args} { transferUid } }`;
      expect(await answerTo({ query }, INTAKE)).toEqual({ transferInbox: [] });
    },
  );

  it('within x-case: its own package, none in another case', async () => {
    const within = async (caseUid: string) => {
      const query = '{ transferInbox { case { caseUid } } }';
      return (await as('proc.intake', { headers: { 'x-case': caseUid } }).ask({ query })).data;
    };
    expect(await within('ZF-2025-000013')).toEqual({ transferInbox: [{ case: { caseUid: 'ZF-2025-000013' } }] });
    expect(await within('ZF-2025-000001')).toEqual({ transferInbox: [] });
  });

  it.each(['proc.li', 'police.zhao', 'court.lin', 'detention.ma'])('is not for %s', async (user) => {
    await expectDenied(as(user), { query: '{ transferInbox { transferUid } }' });
  });

  it('needs a purpose', async () => {
    const answer = await as('proc.intake', { purpose: null }).ask({ query: '{ transferInbox { transferUid } }' });
    expectRefused(answer, 403, 'PURPOSE_REQUIRED');
  });
});

describe('what answers a hand-over', () => {
  const answersIn = async (policeCaseNo: string, user: string) => {
    const query = `{ case(policeCaseNo: "${policeCaseNo}") { transfers { kind round answeredBy { kind round } } } }`;
    const { case: found } = await answerTo({ query }, { user, purpose: 'HANDLE_CASE' });
    const named = ({ kind, round }: Named) => (round === null ? kind : `${kind} ${round}`);
    const { transfers } = found as { transfers: readonly (Named & { answeredBy: readonly Named[] })[] };
    return transfers.map((each) => [named(each), ...each.answeredBy.map(named)]);
  };
  interface Named {
    readonly kind: string;
    readonly round: number | null;
  }

  it('case 1: the request by the decision, the return by the resubmission', async () => {
    expect(await answersIn('A3799990000002025030001', 'proc.li')).toEqual([
      ['ARREST_REQUEST', 'ARREST_DECISION'],
      ['ARREST_DECISION'],
      ['PROSECUTION_REFERRAL', 'SUPPLEMENT_RETURN 1'],
      ['SUPPLEMENT_RETURN 1', 'SUPPLEMENT_RESUBMIT 1'],
      ['SUPPLEMENT_RESUBMIT 1'],
      ['PROSECUTION'],
    ]);
  });

  it('case 3: the second return answers the resubmission, and nothing has answered it yet', async () => {
    const answers = [
      ['PROSECUTION_REFERRAL', 'SUPPLEMENT_RETURN 1'],
      ['SUPPLEMENT_RETURN 1', 'SUPPLEMENT_RESUBMIT 1'],
      ['SUPPLEMENT_RESUBMIT 1', 'SUPPLEMENT_RETURN 2'],
      ['SUPPLEMENT_RETURN 2'],
    ];
    expect(await answersIn('A3799990000002025010003', 'proc.li')).toEqual(answers);
    expect(await answersIn('A3799990000002025010003', 'police.wang')).toEqual(answers);
  });
});

describe('what falls due in one’s own cases', () => {
  const QUESTION = 'code dueOn state case { caseUid } subject { person { displayName } }';
  const due = async (args: string, user: string, purpose = 'HANDLE_CASE') => {
    const { deadlinesDue } = await answerTo({ query: `{ deadlinesDue(${args}) { ${QUESTION} } }` }, { user, purpose });
    return (deadlinesDue as readonly Due[]).map(({ code, dueOn, state, case: found, subject }) =>
      [found.caseUid.slice(-2), code, dueOn, state, ...(subject ? [subject.person.displayName] : [])].join(' '),
    );
  };
  interface Due {
    readonly code: string;
    readonly dueOn: string;
    readonly state: string;
    readonly case: { readonly caseUid: string };
    readonly subject: { readonly person: { readonly displayName: string } } | null;
  }

  it('proc.chen: the three receipts of case 2, due 06-18', async () => {
    const receipts = ['周拟庚', '吴拟辛', '孙拟壬'].map((name) => `02 CR-RECEIPT 2025-06-18 DUE_SOON ${name}`);
    expect((await due('withinDays: 2', 'proc.chen')).toSorted()).toEqual(receipts.toSorted());
    expect(await due('withinDays: 1', 'proc.chen')).toEqual([]);
  });

  it('proc.li: by last day, of cases 3, 1 and 6; each kind of thing asked for once', async () => {
    let lines: readonly string[] = [];
    const calls = await callsDuring(async () => {
      lines = await due('withinDays: 14', 'proc.li');
    });
    expect(lines).toEqual([
      '03 LA-ASSIGN 2025-06-16 DUE_SOON 钱拟癸',
      '01 CR-NOTICE 2025-06-21 RUNNING 王拟丙',
      '03 CR-SUPP 2025-06-30 RUNNING',
      '06 CR-REVIEW 2025-06-30 RUNNING',
    ]);
    const counts = Object.values(calls).flatMap((operations) => Object.values(operations));
    expect(new Set(counts)).toEqual(new Set([1]));
    expect(Object.keys(calls).toSorted()).toEqual(['12309', '12368', 'legal-aid', 'police']);
  });

  it('police.fa: days left of the second return (WORLD 4.1), among what is due soon none', async () => {
    expect(await due('withinDays: 60', 'police.fa', 'SUPERVISE_CASE')).toContain('03 CR-SUPP 2025-06-30 RUNNING');
    expect(await due('withinDays: 60, state: DUE_SOON', 'police.fa', 'SUPERVISE_CASE')).toEqual([]);
  });

  it('a party sees none: the limits of the process are not in a party’s view', async () => {
    expect(await due('withinDays: 60', 'party.zheng', 'SERVE_PARTY')).toEqual([]);
  });

  it('more than a hundred cases are refused, one of them within x-case is not', async () => {
    const query = '{ deadlinesDue(withinDays: 60) { case { caseUid } } }';
    const answer = await as('court.bulk').ask({ query });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors[0]?.message).toContain('100');
    const { myCases } = await answerTo(
      { query: '{ myCases(first: 1) { caseUid } }' },
      { user: 'court.bulk', purpose: 'HANDLE_CASE' },
    );
    const [{ caseUid } = { caseUid: '' }] = myCases as readonly { readonly caseUid: string }[];
    const within = await as('court.bulk', { headers: { 'x-case': caseUid } }).ask({ query });
    expect({ status: within.status, errors: within.errors }).toEqual({ status: 200, errors: [] });
  });

  it('is not for those who may never see a case', async () => {
    await expectDenied(as('coordinator.wu', { purpose: 'STATISTICS' }), {
      query: '{ deadlinesDue(withinDays: 7) { code } }',
    });
  });
});
