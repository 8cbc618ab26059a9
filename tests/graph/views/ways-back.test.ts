import { describe, expect, it } from '@jest/globals';
import { asker, caseSeen, caseUidOf, LOOKS, objectsWith } from '#tests/graph/views/everything.ts';
import { as } from '#tests/harness/ask.ts';

/** Enough of a case and of a party to see whether it is more than the user sees of it straight away. */
const OUTLINES = `
  fragment Outline on Case {
    caseUid kind currentStage closedHearingOnly parties { ...Who } policeCases { policeCaseNo }
    arrestReviews { acceptanceNo decisions { decision } } prosecutionReviews { acceptanceNo returnsUsed outcomes { outcome } }
    courtCases {
      courtCaseNo court { agencyCode } cause { code } panel { displayName } hearings { hearingUid } fees { noticeNo }
    }
    legalAidCases { legalAidId } documents { documentUid } transfers { transferUid } deadlines { code } dataQuality { field }
  }
  fragment Who on PartyInCase {
    partyUid role protectedIdentity person { displayName sexCode idNumberMasked phoneMasked }
    measures { kind } currentMeasure { kind } custody { limitTo } representations { kind }
  }`;

/** Through every record and every party of a case back to the case. */
const WAYS_BACK = `
  parties { case { ...Outline } held: custody { handovers { party { ...Who case { ...Outline } } } } }
  policeCases { case { ...Outline } }
  arrestReviews { case { ...Outline } decisions { party { ...Who case { ...Outline } } } }
  prosecutionReviews { case { ...Outline } outcomes { party { ...Who case { ...Outline } } } }
  courtCases {
    case { ...Outline }
    precededBy { case { ...Outline } }
    hearings { courtCase { case { ...Outline } } notices { party { ...Who case { ...Outline } } } }
    fees { payer { ...Who case { ...Outline } } }
  }
  legalAidCases { case { ...Outline } beneficiary { ...Who case { ...Outline } } }
  transfers { case { ...Outline } parties { ...Who case { ...Outline } } }
  deadlines { case { ...Outline } subject { ...Who case { ...Outline } } }`;

type Case = Record<string, unknown>;

const cases = new Map<string, Promise<Case>>();

/** The case as the user sees it straight away, or with all ways back to it; asked once. */
function ask(user: string, uid: unknown, selection: string): Promise<Case> {
  const key = JSON.stringify([user, uid, selection]);
  const query = `query Ask($uid: ID!) { case(caseUid: $uid) { ...Outline ${selection} } } ${OUTLINES}`;
  const found = cases.get(key) ?? answerTo(user, query, { uid }).then((data) => data.case as Case);
  cases.set(key, found);
  return found;
}
const straight = (user: string, uid: unknown) => ask(user, uid, '');

async function answerTo(user: string, query: string, variables = {}): Promise<Record<string, unknown>> {
  const { data, errors } = await asker(user).ask({ query, variables });
  expect(errors).toEqual([]);
  return data ?? {};
}

const casesIn = (value: unknown): Case[] => objectsWith(value, 'caseUid');
/** The parties of an answer, each in as many ways as it differs. */
function partiesIn(value: unknown): Case[] {
  const found = objectsWith(value, 'partyUid', 'measures').map(({ case: _case, held: _held, ...party }) => party);
  return [...new Map(found.map((party) => [JSON.stringify(party), party])).values()];
}

describe('a narrower view never widens', () => {
  it.each(LOOKS)('%s, case %i: through its records and parties', async (user, caseNo) => {
    const uid = caseUidOf(caseNo);
    const expected = await straight(user, uid);
    const [, ...ways] = casesIn(await ask(user, uid, WAYS_BACK));
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways) expect(way).toEqual(expected);
  });

  it.each(LOOKS)('%s, case %i: to no party, and no row of one, that the case does not show', async (user, caseNo) => {
    const uid = caseUidOf(caseNo);
    const own = user === 'legalaid.sun' ? 'legalAidCases' : 'parties';
    const expected = (await straight(user, uid))[own] as unknown[];
    const parties = partiesIn(await ask(user, uid, WAYS_BACK));
    expect(parties).toHaveLength(expected.length);
  });

  // The parties' own notices name summonses that are not served yet, and so not among their documents.
  it.each(LOOKS.filter(([user]) => !user.startsWith('party.')))(
    '%s, case %i: to no document that is not among the case’s',
    async (user, caseNo) => {
      const { documents, ...file } = await caseSeen(user, caseNo);
      for (const { deliveries, ...document } of objectsWith(file, 'documentUid', 'deliveries')) {
        // Of one that another agency served, the issuer knows no more than it served itself.
        expect(documents).toContainEqual({ ...document, deliveries: expect.arrayContaining(deliveries as unknown[]) });
      }
    },
  );
});

describe('what else leads to cases shows what the user sees of them', () => {
  const CALENDAR = `hearingCalendar(from: "2025-06-01", to: "2025-06-30") {
    courtCase { case { ...Outline } } notices { party { ...Who case { ...Outline } } }
  }`;
  const ticket = (ticketNo: string, code: string) =>
    `ticket(ticketNo: "${ticketNo}", queryCode: "${code}") { case { ...Outline } }`;
  const USERS = [...new Set(LOOKS.map(([user]) => user))];

  it.each<[string, string]>([
    ...USERS.map((user): [string, string] => [user, 'myCases(first: 100) { ...Outline }']),
    ['detention.ma', 'custodyLedger { party { ...Who case { ...Outline } } }'],
    ['proc.intake', 'transferInbox { case { ...Outline } parties { ...Who case { ...Outline } } }'],
    ...['court.lin', 'police.wang', 'police.fa', 'proc.li', 'proc.intake'].map((user): [string, string] => [
      user,
      'deadlinesDue(withinDays: 60) { case { ...Outline } subject { ...Who case { ...Outline } } }',
    ]),
    ['legalaid.sun', 'legalAidInbox { case { ...Outline } beneficiary { ...Who case { ...Outline } } }'],
    ['court.lin', CALENDAR],
    ['court.clerk', CALENDAR],
    ['party.zheng', ticket('PT12368-2025-000001', 'QR4T9W')],
    ['party.hua', ticket('PT12368-2025-000001', 'QR4T9W')],
  ])('%s: %s', async (user, list) => {
    const cases = casesIn(await answerTo(user, `{ ${list} } ${OUTLINES}`));
    expect(cases.length).toBeGreaterThan(0);
    for (const found of cases) expect(found).toEqual(await straight(user, found.caseUid));
  });

  it.each([
    ['court.12368', 'PT12368-2025-000001'],
    ['proc.12309', 'PT12309-2025-000001'],
  ])('%s sees the ticket %s, and not its case', async (user, ticketNo) => {
    const query = `{ ticket(ticketNo: "${ticketNo}") { ticketNo queryCode case { caseUid } } }`;
    const { data, errors } = await as(user, { purpose: 'SERVE_PARTY' }).ask({ query });
    expect(data).toEqual({ ticket: { ticketNo, queryCode: null, case: null } });
    expect(errors).toMatchObject([{ path: ['ticket', 'case'], extensions: { code: 'FORBIDDEN' } }]);
  });

  it.each([
    ['lawyer.he', 'DEFEND'],
    ['party.hua', 'SERVE_PARTY'],
  ])('%s with a code that is right sees the ticket, and its case as far as it is the own', async (user, purpose) => {
    const query = `{ ${ticket('PT12368-2025-000001', 'QR4T9W')} } ${OUTLINES}`;
    const { data, errors } = await as(user, { purpose }).ask({ query });
    expect(errors).toEqual([]);
    expect(casesIn(data).map(({ caseUid }) => caseUid)).toEqual(user === 'party.hua' ? ['ZF-2025-000005'] : []);
  });
});
