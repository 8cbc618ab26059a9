import { describe, expect, it } from '@jest/globals';
import { callsDuring } from '#tests/graph/questions/questions.ts';
import { NEVER, SEEN } from '#tests/graph/who-sees.ts';
import { as } from '#tests/harness/ask.ts';

type NumberKind = 'caseUid' | 'policeCaseNo' | 'acceptanceNo' | 'courtCaseNo';

/** A case that is not there, for all but some users: its numbers, and the person whose name would tell. */
interface Hidden {
  readonly numbers: Readonly<Partial<Record<NumberKind, string>>>;
  readonly person: string;
  readonly butFor: readonly string[];
}

const CASE_4: Hidden = {
  numbers: {
    caseUid: 'ZF-2024-000004',
    policeCaseNo: 'A3799990000002023070004',
    acceptanceNo: '虚检刑诉受〔2024〕379999000004号',
    courtCaseNo: '（2024）鲁9999刑初999904号',
  },
  person: '冯拟子',
  butFor: [],
};
const CASE_9: Hidden = {
  numbers: {
    caseUid: 'ZF-2025-000009',
    policeCaseNo: 'A3799990000002025020009',
    acceptanceNo: '虚检刑诉受〔2025〕379999000009号',
    courtCaseNo: '（2025）鲁9999刑初999909号',
  },
  person: '褚拟丑',
  butFor: ['court.zhou', 'proc.intake'],
};
const CASE_11: Hidden = {
  numbers: { caseUid: 'ZF-2025-000011', policeCaseNo: 'A4399990000002025040011' },
  person: '何拟午',
  butFor: ['police.liu'],
};
const LABELLED: Hidden = {
  numbers: { policeCaseNo: 'A3799990000002025050099' },
  person: '杨拟亥',
  butFor: [],
};
const HIDDEN = { 'case 4': CASE_4, 'case 9': CASE_9, 'case 11': CASE_11, 'the labelled record': LABELLED };

/** Of the right form, and never allotted. */
const UNKNOWN: Readonly<Record<NumberKind, string>> = {
  caseUid: 'ZF-2025-999999',
  policeCaseNo: 'A3799990000002025059999',
  acceptanceNo: '虚检刑诉受〔2025〕379999009999号',
  courtCaseNo: '（2025）鲁9999刑初999999号',
};

/** Several numbers in one question. */
const byNumbers = (numbers: readonly (readonly [NumberKind, string])[]) => ({
  query: `{ ${numbers.map(([kind, no], at) => `n${at}: case(${kind}: "${no}") { caseUid kind currentStage }`).join(' ')} }`,
});
const users = [...SEEN, ...NEVER].map(([user, purpose]) => [user, purpose] as const);
const numbersOf = ({ numbers }: Hidden) => Object.entries(numbers) as [NumberKind, string][];
/** Only the id of the request may differ. */
const withoutRequestId = (text: string) => text.replaceAll(/"requestId":"[^"]+"/g, '');

describe('what is not there answers as a number that was never allotted', () => {
  it.each(users)('to %s (%s), to the byte', async (user, purpose) => {
    const answer = async (numbers: readonly (readonly [NumberKind, string])[]) => {
      const { status, text } = await as(user, { purpose }).ask(byNumbers(numbers));
      return { status, text: withoutRequestId(text) };
    };
    const hidden = Object.values(HIDDEN).filter(({ butFor }) => !butFor.includes(user));
    const numbers = hidden.flatMap(numbersOf);
    const unknown = numbers.map(([kind]) => [kind, UNKNOWN[kind]] as const);
    expect(await answer(numbers)).toEqual(await answer(unknown));
  });

  it.each<[string, Hidden]>([
    ['police.wang', LABELLED],
    ['police.wang', CASE_4],
    ['police.wang', CASE_11],
    ['proc.li', CASE_4],
    ['court.lin', CASE_4],
    ['court.lin', CASE_9],
  ])('and costs %s the same legacy calls', async (user, hidden) => {
    const cost = (kind: NumberKind, no: string) => callsDuring(() => as(user).ask(byNumbers([[kind, no]])));
    for (const [kind, number] of numbersOf(hidden))
      expect(await cost(kind, number)).toEqual(await cost(kind, UNKNOWN[kind]));
  });

  it('may its file be read? Nobody can tell', async () => {
    const right = async (c: string) => {
      const query = 'query ($c: ID!) { fileReadingRight(caseUid: $c) { allowed reason since earliestSlot } }';
      return (await as('lawyer.he', { purpose: 'DEFEND' }).ask({ query, variables: { c } })).text;
    };
    for (const { numbers } of [CASE_4, CASE_9, CASE_11])
      expect(await right(numbers.caseUid ?? '')).toBe(await right(UNKNOWN.caseUid));
  });
});

describe('what is not there is in no list', () => {
  const LISTS = {
    myCases: `myCases(first: 100) { caseUid parties { person { displayName } } policeCases { policeCaseNo }
      prosecutionReviews { acceptanceNo } courtCases { courtCaseNo precededBy { courtCaseNo } } }`,
    'hearingCalendar of the quarter': `hearingCalendar(from: "2025-04-01", to: "2025-06-30") {
      courtCase { courtCaseNo } notices { party { person { displayName } } } }`,
    'hearingCalendar of a quarter of 2024': `hearingCalendar(from: "2024-03-01", to: "2024-05-31") {
      courtCase { courtCaseNo } notices { party { person { displayName } } } }`,
    legalAidInbox: 'legalAidInbox(first: 100) { legalAidId case { caseUid } beneficiary { person { displayName } } }',
    custodyLedger: 'custodyLedger(first: 100) { reason party { person { displayName } case { caseUid } } }',
    myTickets: 'myTickets(first: 100) { ticketNo case { caseUid } replies { text } }',
  };

  it.each(Object.entries(LISTS))('%s', async (_name, fields) => {
    let answered = 0;
    for (const [user, purpose] of users) {
      const { status, text, data } = await as(user, { purpose }).ask({ query: `{ ${fields} }` });
      if (status === 403) continue;
      expect({ user, status, isAnswered: Object.values(data ?? {}).every(Array.isArray) }).toEqual({
        ...{ user, status: 200, isAnswered: true },
      });
      answered += 1;
      for (const [name, { numbers, person, butFor }] of Object.entries(HIDDEN)) {
        if (butFor.includes(user)) continue;
        const told = [...Object.values(numbers), person].filter((each) => text.includes(each));
        expect({ user, name, told }).toEqual({ user, name, told: [] });
      }
    }
    // Somebody may ask for each list.
    expect(answered).toBeGreaterThan(0);
  });
});
