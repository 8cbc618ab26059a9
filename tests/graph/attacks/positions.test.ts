import { describe, expect, it } from '@jest/globals';
import { foreignTo } from '#tests/graph/attacks/foreign.ts';
import { expectNothingWritten } from '#tests/graph/attacks/nothing-written.ts';
import { CASE_NOS, caseUidOf, forEach } from '#tests/graph/brute-force/looks.ts';
import { NEVER, PURPOSE_OF, SEEN_BY, USERS } from '#tests/graph/brute-force/world-seven.ts';
import { type Answer, as, codesOf } from '#tests/harness/ask.ts';

const ask = (user: string, query: string, variables: object = {}) =>
  as(user, { purpose: PURPOSE_OF[user] ?? null }).ask({ query, variables: { ...variables } });

/** Ways from a case to its people, and back to it and on from there. */
const DEEP = `
  fragment Who on PartyInCase {
    partyUid person { displayName idNumberMasked phoneMasked } custody { handovers { party { person { displayName } } } }
  }
  fragment Deep on Case {
    caseUid parties { ...Who case { caseUid parties { ...Who case { caseUid } } } }
    policeCases { policeCaseNo case { caseUid parties { ...Who } } }
    arrestReviews { acceptanceNo case { caseUid } decisions { party { ...Who case { caseUid } } document { title deliveries { to } } } }
    prosecutionReviews { acceptanceNo case { caseUid } outcomes { party { ...Who case { caseUid } } document { title } } }
    courtCases {
      courtCaseNo rawNumber case { caseUid } precededBy { courtCaseNo case { caseUid parties { ...Who } } }
      hearings { courtCase { courtCaseNo case { caseUid } } notices { party { ...Who case { caseUid } } document { title deliveries { to } } } }
      fees { payer { ...Who case { caseUid } } }
    }
    legalAidCases { rawNumber case { caseUid } beneficiary { ...Who case { caseUid } } }
    transfers { case { caseUid } documents { title } parties { ...Who case { caseUid } } answeredBy { case { caseUid } } }
    deadlines { case { caseUid } subject { ...Who case { caseUid } } }
    documents { title deliveries { to } }
  }`;

/** Every list that somebody may ask for. */
const LISTS: Readonly<Record<string, string>> = {
  myCases: 'myCases(first: 20) { ...Deep }',
  'myCases of a stage': 'myCases(first: 20, stage: FIRST_INSTANCE) { ...Deep }',
  deadlinesDue: 'deadlinesDue(withinDays: 60) { case { ...Deep } subject { ...Who case { ...Deep } } }',
  custodyLedger: 'custodyLedger(first: 100) { handoverUid party { ...Who case { ...Deep } } }',
  transferInbox:
    'transferInbox(first: 100) { transferUid case { ...Deep } parties { ...Who case { caseUid } } documents { title } }',
  hearingCalendar:
    'hearingCalendar(from: "2025-06-01", to: "2025-08-30") { courtCase { courtCaseNo case { ...Deep } } notices { party { ...Who case { caseUid } } } }',
  legalAidInbox:
    'legalAidInbox(first: 100) { legalAidId rawNumber case { ...Deep } beneficiary { ...Who case { ...Deep } } }',
  myTickets: 'myTickets(first: 100) { ticketNo case { ...Deep } replies { text } }',
};

/** One case asked for in each position that a question can have. */
const POSITIONS: Readonly<Record<string, string>> = {
  direct: 'query P($uid: ID!) { case(caseUid: $uid) { ...Deep } }',
  'as a literal': 'query P($uid: ID!) { case(caseUid: "UID") { ...Deep } b: case(caseUid: $uid) { caseUid } }',
  'twice, by alias': 'query P($uid: ID!) { a: case(caseUid: $uid) { ...Deep } b: case(caseUid: $uid) { ...Deep } }',
  'by a fragment on the root':
    'query P($uid: ID!) { ...Root } fragment Root on Query { case(caseUid: $uid) { ...Deep } }',
  'by an inline fragment': 'query P($uid: ID!) { ... on Query { case(caseUid: $uid) { ... on Case { ...Deep } } } }',
  'by a directive':
    'query P($uid: ID!, $yes: Boolean = true) { case(caseUid: $uid) @include(if: $yes) { ...Deep @skip(if: false) } }',
  'as the second of two operations': 'query O { __typename } query P($uid: ID!) { case(caseUid: $uid) { ...Deep } }',
};

function expectNothingForeign(user: string, answer: Answer): void {
  expect(answer.status).toBeLessThan(500);
  const told = foreignTo(user).filter((foreign) => answer.text.includes(foreign));
  expect({ user, told }).toEqual({ user, told: [] });
}

const document = (operation: string) => `${operation} ${DEEP}`;
const ASKERS = USERS.filter((user) => !NEVER.includes(user) && !user.endsWith('.bulk'));

describe('lists, and the second paths from them, hold nothing of a case that is not the caller’s', () => {
  it.each(Object.entries(LISTS))('%s', async (_name, list) => {
    const filled: string[] = [];
    await forEach(
      USERS.filter((user) => !user.endsWith('.bulk')),
      async (user) => {
        const answer = await ask(user, document(`{ ${list} }`));
        expectNothingForeign(user, answer);
        const [rows] = Object.values(answer.data ?? {});
        if (Array.isArray(rows) && rows.length > 0) filled.push(user);
      },
    );
    expect(filled).not.toEqual([]);
  });
});

/** For each case and position somebody else of those who do not see the case. */
const stranger = (caseNo: number, position: number) => {
  const strangers = ASKERS.filter((user) => SEEN_BY[caseNo]?.[user] === undefined);
  return strangers[(caseNo + position * 5) % strangers.length] ?? '';
};

describe('another’s case is absent in every position', () => {
  it.each(Object.entries(POSITIONS).map(([name, operation], index) => [name, operation, index] as const))(
    '%s',
    async (_name, operation, position) => {
      const look = (user: string, caseNo: number) => {
        const uid = caseUidOf(caseNo);
        const question = { query: document(operation.replace('UID', uid)), variables: { uid }, operationName: 'P' };
        return as(user, { purpose: PURPOSE_OF[user] ?? null }).ask(question);
      };
      await forEach(CASE_NOS, async (caseNo) => {
        const user = stranger(caseNo, position);
        const answer = await look(user, caseNo);
        expect({ user, status: answer.status, errors: answer.errors }).toEqual({ user, status: 200, errors: [] });
        expect(Object.values(answer.data ?? {}).every((found) => found === null)).toBe(true);
        expectNothingForeign(user, answer);
      });
      const seen = await look('court.lin', 1);
      expect(Object.values(seen.data ?? {}).every((found) => found !== null)).toBe(true);
    },
  );

  it('the key of another subgraph, an internal field, the internals of federation: there are no such fields', async () => {
    for (const query of [
      '{ _entities(representations: [{ __typename: "Case", caseUid: "ZF-2025-000001" }]) { ... on Case { caseUid } } }',
      '{ _service { sdl } }',
      '{ case(caseUid: "ZF-2025-000001") { linkedNumbers } }',
      '{ case(caseUid: "ZF-2025-000001") { recordNumber } }',
      '{ case(caseUid: "ZF-2025-000001") { parties { partyKey } } }',
      '{ case(recordNumber: "POLICE_CASE_NO A3799990000002025030001") { caseUid } }',
    ]) {
      const answer = await ask('police.zhao', query);
      expect({ codes: codesOf(answer), data: answer.data ?? null }).toEqual({ codes: ['BAD_USER_INPUT'], data: null });
      expectNothingForeign('police.zhao', answer);
    }
  });
});

describe('protected identities: aliases in every position, their own handlers included', () => {
  it.each(['police.wang', 'proc.li', 'proc.intake'])('%s', async (user) => {
    for (const list of Object.values(LISTS)) {
      const { text } = await ask(user, document(`{ ${list} }`));
      expect(text).not.toMatch(/陈拟辰|许拟巳|629\*+0393|379\*+0464|139\*{4}995[12]/);
    }
    const { text } = await ask(user, document(POSITIONS.direct ?? ''), { uid: caseUidOf(6) });
    expect(text).toContain('证人甲');
    expect(text).not.toMatch(/陈拟辰|许拟巳|629\*+0393|379\*+0464|139\*{4}995[12]/);
  });
});

it('and nothing of it is written anywhere', () => expectNothingWritten());
