import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { legalAidBulk } from '#demo/bulk/legal-aid.ts';
import { callsDuring } from '#tests/graph/questions/questions.ts';
import { NEVER, SEEN } from '#tests/graph/who-sees.ts';
import { as, type Question } from '#tests/harness/ask.ts';

type CaseNumberKind = 'caseUid' | 'policeCaseNo' | 'acceptanceNo' | 'courtCaseNo';

/** A case that is not there, for all but some users: its numbers, and the person whose name would tell. */
interface Hidden {
  readonly numbers: Readonly<Partial<Record<CaseNumberKind, string>>>;
  readonly person: string;
  readonly butFor: readonly string[];
}

const SEALED: Hidden = {
  numbers: {
    caseUid: 'ZF-2024-000004',
    policeCaseNo: 'A3799990000002023070004',
    acceptanceNo: '虚检刑诉受〔2024〕379999000004号',
    courtCaseNo: '（2024）鲁9999刑初999904号',
  },
  person: '冯拟子',
  butFor: [],
};
const RECUSED: Hidden = {
  numbers: {
    caseUid: 'ZF-2025-000009',
    policeCaseNo: 'A3799990000002025020009',
    acceptanceNo: '虚检刑诉受〔2025〕379999000009号',
    courtCaseNo: '（2025）鲁9999刑初999909号',
  },
  person: '褚拟丑',
  butFor: ['court.zhou', 'proc.intake'],
};
const FOREIGN: Hidden = {
  numbers: { caseUid: 'ZF-2025-000011', policeCaseNo: 'A4399990000002025040011' },
  person: '何拟午',
  butFor: ['police.liu'],
};
const LABELLED: Hidden = {
  numbers: { policeCaseNo: 'A3799990000002025050099' },
  person: '杨拟亥',
  butFor: [],
};
const HIDDEN = {
  'the sealed case': SEALED,
  'case 9': RECUSED,
  'the other county’s case': FOREIGN,
  'the labelled record': LABELLED,
};

/** Of the right form, and never allotted. */
const UNKNOWN: Readonly<Record<CaseNumberKind, string>> = {
  caseUid: 'ZF-2025-999999',
  policeCaseNo: 'A3799990000002025059999',
  acceptanceNo: '虚检刑诉受〔2025〕379999009999号',
  courtCaseNo: '（2025）鲁9999刑初999999号',
};
const users = [...SEEN, ...NEVER].map(([user, purpose]) => [user, purpose] as const);
const purposeOf = new Map<string, string>(users);
const hiddenFrom = (user: string) => Object.values(HIDDEN).filter(({ butFor }) => !butFor.includes(user));
const numbersOf = ({ numbers }: Hidden) => Object.entries(numbers) as [CaseNumberKind, string][];

/** Several numbers in one question. */
const byNumbers = (numbers: readonly (readonly [CaseNumberKind, string])[]): Question => ({
  query: `{ ${numbers.map(([kind, no], at) => `n${at}: case(${kind}: "${no}") { caseUid kind parties { partyUid } courtCases { courtCaseNo } } `).join(' ')} }`,
});

/** An answer in bytes, but for the id of the request and what is no part of what is told: the number asked, the moment of asking. */
async function bytes(user: string, question: Question, told: readonly string[] = [], within?: string) {
  const headers = within === undefined ? {} : { 'x-case': within };
  const asker = as(user, { purpose: purposeOf.get(user) ?? null, headers });
  const { status, text } = await asker.ask(question);
  const bare = told.reduce((all, each) => all.replaceAll(each, '#'), text);
  return {
    status,
    text: bare.replaceAll(/"requestId":"[^"]+"/g, '').replaceAll(/"checkedAt":"[^"]+"/g, ''),
    size: bare.replaceAll(/"requestId":"[^"]+"/g, '').length,
  };
}

describe('what is not there answers as a number that was never allotted', () => {
  it.each(users)('to %s (%s), by every number of a case, to the byte, within x-case and without', async (user) => {
    const numbers = hiddenFrom(user).flatMap(numbersOf);
    const unknown = numbers.map(([kind]) => [kind, UNKNOWN[kind]] as const);
    expect(await bytes(user, byNumbers(numbers))).toEqual(await bytes(user, byNumbers(unknown)));
    // Each of the others alone, within its own x-case, beside the graph: subgraphs/casework/absent.test.ts.
    const { caseUid } = SEALED.numbers;
    const sealed = numbersOf(SEALED);
    const none = sealed.map(([kind]) => [kind, UNKNOWN[kind]] as const);
    expect(await bytes(user, byNumbers(sealed), [], caseUid)).toEqual(
      await bytes(user, byNumbers(none), [], UNKNOWN.caseUid),
    );
  });

  it.each<[string, Hidden]>([
    ['police.wang', LABELLED],
    ['police.wang', SEALED],
    ['police.wang', FOREIGN],
    ['proc.li', SEALED],
    ['proc.chen', RECUSED],
    ['court.lin', SEALED],
    ['court.lin', RECUSED],
    ['lawyer.he', SEALED],
    ['party.hua', FOREIGN],
    ['legalaid.sun', SEALED],
  ])('and costs %s the same legacy calls, system by system and operation by operation', async (user, hidden) => {
    const cost = (kind: CaseNumberKind, no: string, within?: string) =>
      callsDuring(() => bytes(user, byNumbers([[kind, no]]), [], within));
    for (const [kind, number] of numbersOf(hidden))
      expect({ kind, calls: await cost(kind, number) }).toEqual({ kind, calls: await cost(kind, UNKNOWN[kind]) });
    const { caseUid } = hidden.numbers;
    if (caseUid !== undefined)
      expect(await cost('caseUid', caseUid, caseUid)).toEqual(await cost('caseUid', UNKNOWN.caseUid, UNKNOWN.caseUid));
  });
});

/** Everything else that takes a number: who may ask, how, a number that is not theirs, and one that there is not. */
interface Asking {
  readonly what: string;
  readonly user: string;
  readonly ask: (number: string) => string;
  readonly hidden: readonly string[];
  readonly unknown: string;
}

const key = () => `idempotencyKey: "${randomUUID()}"`;
const OFFICE = 'officeUscc: "32439999FAKE7NTY9M"';
const CASES = [SEALED, RECUSED, FOREIGN].map(({ numbers }) => numbers.caseUid ?? '');
/** The other county's, of the generated ones. */
const FOREIGN_AID: string[] = [];
for await (const { T_FYAJ = [] } of legalAidBulk({ cases: 20, seed: 1 }).chunks())
  FOREIGN_AID.push(...T_FYAJ.slice(0, 1).map(({ FYAJBH }) => FYAJBH));

const OTHERS: readonly Asking[] = [
  {
    ...{ what: 'case, by a unified acceptance number', user: 'proc.li', hidden: ['37999920240000400'] },
    ...{ unknown: '37999920250999900', ask: (no) => `{ case(acceptanceNo: "${no}") { caseUid } }` },
  },
  {
    ...{ what: 'fileReadingRight', user: 'lawyer.he', hidden: CASES, unknown: UNKNOWN.caseUid },
    ask: (no) => `{ fileReadingRight(caseUid: "${no}") { allowed reason since earliestSlot } }`,
  },
  ...['party.zheng', 'lawyer.he'].map((user) => ({
    ...{ what: 'createTicket', user, hidden: CASES, unknown: UNKNOWN.caseUid },
    ask: (no: string) =>
      `mutation { createTicket(channel: PROC_12309, kind: ACCUSATION, text: "控告", caseUid: "${no}", ${key()}) { ticketNo } }`,
  })),
  {
    ...{
      what: 'requestAppointment',
      user: 'lawyer.he',
      hidden: [...CASES, 'ZF-2025-000003'],
      unknown: UNKNOWN.caseUid,
    },
    ask: (no) => `mutation { requestAppointment(caseUid: "${no}", kind: FILE_READING, ${key()}) { appointmentUid } }`,
  },
  {
    ...{ what: 'assignLegalAid', user: 'legalaid.sun', hidden: FOREIGN_AID, unknown: 'LA-2025-000099' },
    ask: (no) =>
      `mutation { assignLegalAid(legalAidId: "${no}", licenceNo: "13799201810999004", ${key()}) { legalAidId } }`,
  },
  {
    ...{ what: 'verifyNotarialCertificate, to a notary of another office', user: 'notary.qian' },
    ...{ hidden: ['（2025）湘拟设第079522号'], unknown: '（2025）湘拟设第079599号' },
    ask: (no) =>
      `{ verifyNotarialCertificate(${OFFICE}, number: "${no}") { officeUscc number state issuedOn enforceable digestMatches } }`,
  },
  {
    ...{
      what: 'ticket, by a wrong code',
      user: 'party.hua',
      hidden: ['PT12309-2025-000001'],
      unknown: 'PT12309-2025-999999',
    },
    ask: (no) => `{ ticket(ticketNo: "${no}", queryCode: "QZZZZZ") { ticketNo status case { caseUid } } }`,
  },
  {
    ...{
      what: 'ticket, of another hotline',
      user: 'court.12368',
      hidden: ['PT12309-2025-000001'],
      unknown: 'PT12309-2025-999999',
    },
    ask: (no) => `{ ticket(ticketNo: "${no}") { ticketNo status } }`,
  },
];

describe('so does it by every other number, in queries and mutations, at the same cost', () => {
  it.each(OTHERS)('$what, to $user', async ({ user, ask, hidden, unknown }) => {
    expect(hidden).not.toHaveLength(0);
    const look = async (no: string) => {
      let answer: unknown;
      const calls = await callsDuring(async () => {
        answer = await bytes(user, { query: ask(no) }, [no]);
      });
      return { answer, calls };
    };
    const none = await look(unknown);
    for (const number of hidden) expect({ number, ...(await look(number)) }).toEqual({ number, ...none });
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
    transferInbox: 'transferInbox(first: 100) { transferUid parties { person { displayName } } }',
    deadlinesDue: 'deadlinesDue(withinDays: 60) { code subject { person { displayName } case { caseUid } } }',
    myTickets: 'myTickets(first: 100) { ticketNo case { caseUid } replies { text } }',
  };

  it.each(Object.entries(LISTS))('%s', async (_name, fields) => {
    let answered = 0;
    for (const [user, purpose] of users.filter(([name]) => !name.endsWith('.bulk'))) {
      const { status, text, data, errors } = await as(user, { purpose }).ask({ query: `{ ${fields} }` });
      if (status === 403) continue;
      // Of more cases than a list may hold none is told.
      const isAnswered = Object.values(data ?? {}).every(Array.isArray) || errors.length > 0;
      expect({ user, status, isAnswered }).toEqual({ user, status: 200, isAnswered: true });
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

  it.each([
    'police.wang',
    'detention.ma',
    'proc.li',
    'proc.intake',
    'court.lin',
    'legalaid.sun',
    'party.zheng',
    'proc.12309',
  ])(
    'for %s within x-case: all lists together, of a case that is not there as of one that never was, at the same cost',
    async (user) => {
      // How many of the court's facts ride together with a calendar's is a matter of moments: calendars are asked by themselves, uncounted.
      const [calendars, lists] = [true, false].map((isCalendar) =>
        Object.entries(LISTS)
          .filter(([name]) => name.startsWith('hearingCalendar') === isCalendar)
          .map(([, fields], at) => `l${at}: ${fields}`)
          .join(' '),
      );
      const look = async (within: string) => {
        let answer: unknown;
        const calls = await callsDuring(async () => {
          answer = await bytes(user, { query: `{ ${lists} }` }, [], within);
        });
        return { answer, calls, calendar: await bytes(user, { query: `{ ${calendars} }` }, [], within) };
      };
      const none = await look(UNKNOWN.caseUid);
      for (const { numbers } of hiddenFrom(user))
        if (numbers.caseUid !== undefined) expect(await look(numbers.caseUid)).toEqual(none);
    },
  );
});
