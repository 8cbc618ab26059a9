import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { FIELDS } from '#auth/policies/fields.ts';
import { type Asked, everythingOf, print } from '#tests/graph/brute-force/document.ts';
import { look } from '#tests/graph/brute-force/looks.ts';
import { SEEN } from '#tests/graph/who-sees.ts';
import { type Answer, as, codesOf } from '#tests/harness/ask.ts';
import { standIn } from '#tests/harness/stand-in.ts';

jest.setTimeout(60_000); // a watchdog

/**
 * In every text of every department somebody has typed a person's numbers and address (`TYPED` of the stand-ins), in full width, with hyphens
 * and with spaces. None may leave, and every field that people write must be seen without them.
 */
const WRITING = ['12368', '12309', 'legal-aid', 'police'] as const;
const NUMBERS = ['379999198506120130', '13900009901', '6222021234567890128'];
const ADDRESS = '红旗路12号';
const HIDDEN = '*'.repeat(18);

/** Whose questions show all of it. */
const LOOKS: readonly (readonly [user: string, caseNo: number])[] = [
  ['court.lin', 1],
  ['court.lin', 5],
  ['police.wang', 3],
  ['legalaid.sun', 1],
  ['proc.intake', 13],
];
const ROOTS: readonly (readonly [user: string, purpose: string, root: string, type: string])[] = [
  ['proc.intake', 'HANDLE_CASE', 'transferInbox(first: 5)', 'Transfer'],
  ['detention.ma', 'HANDLE_CASE', 'custodyLedger(first: 5)', 'CustodyHandover'],
  ['court.lin', 'HANDLE_CASE', 'hearingCalendar(from: "2025-06-16", to: "2025-06-30")', 'Hearing'],
  ['legalaid.sun', 'LEGAL_AID', 'legalAidInbox(first: 5)', 'LegalAidCase'],
  ['court.12368', 'SERVE_PARTY', 'myTickets(first: 5)', 'ServiceTicket'],
  ['proc.12309', 'SERVE_PARTY', 'myTickets(first: 5)', 'ServiceTicket'],
];

/** What no department writes into an answer of these, and where it is proved instead. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'Person.displayName': 'it comes from the registry: subgraphs/kit/redacted-rows.test.ts, what ingest takes in',
  'Appointment.place': 'it is the answer to a mutation: subgraphs/kit/redacted-rows.test.ts',
  'Grant.reason': 'the graph’s own users write it: subgraphs/kit/redacted-fields.test.ts',
  'Grant.legalBasis': 'as Grant.reason',
  'GrantEntry.reason': 'as Grant.reason',
};
const WRITTEN = [...FIELDS.values()]
  .filter(({ mask }) => ['freeText', 'name', 'officialName'].includes(mask))
  .map(({ coordinate }) => coordinate);

const answers: { readonly who: string; readonly answer: Answer }[] = [];
const shown = new Map<string, string[]>();

beforeAll(async () => {
  await Promise.all(WRITING.map((system) => standIn(system).fails({ mode: 'data', kind: 'typed-number' })));
  for (const [user, caseNo] of LOOKS) {
    const purpose = SEEN.find(([who]) => who === user)?.[1];
    const answer = await look(user, caseNo, purpose as never);
    answers.push({ who: `${user} ${caseNo}`, answer });
    gather(everythingOf('Case'), answer.data?.case);
  }
  for (const [user, purpose, root, type] of ROOTS) {
    const asked = shallow(everythingOf(type));
    const answer = await as(user, { purpose }).ask({ query: `{ all: ${root} ${print(asked)} }` });
    answers.push({ who: `${user} ${root}`, answer });
    gather(asked, answer.data?.all);
  }
});
afterAll(() => Promise.all(WRITING.map((system) => standIn(system).recovers())));

/** Two levels, without the way back to the case, which these may not all go. */
function shallow(asked: readonly Asked[], levels = 2): readonly Asked[] {
  return asked.flatMap((each) => {
    if (each.within.length === 0) return [each];
    if (levels === 0 || each.name === 'case') return [];
    const within = shallow(each.within, levels - 1);
    return within.length > 0 ? [{ ...each, within }] : [];
  });
}

function gather(asked: readonly Asked[], value: unknown): void {
  if (Array.isArray(value)) for (const item of value) gather(asked, item);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const { name, coordinate, within } of asked) {
    const below = (value as Record<string, unknown>)[name];
    if (typeof below === 'string') shown.set(coordinate, [...(shown.get(coordinate) ?? []), below]);
    gather(within, below);
  }
}

it('they are answered, though somebody typed so much; numbers in full are nobody’s without a grant', () => {
  const outcomes = answers.map(({ who, answer }) => ({
    who,
    status: answer.status,
    codes: codesOf(answer).filter((code) => code !== 'FORBIDDEN'),
  }));
  expect(outcomes).toEqual(answers.map(({ who }) => ({ who, status: 200, codes: [] })));
});

describe('no number leaves', () => {
  it('in any text of any field', () => {
    const left = [...shown].flatMap(([coordinate, texts]) => {
      const plain = texts.map((text) => text.normalize('NFKC').replace(/[^\dX]/g, ''));
      return plain.some((digits) => NUMBERS.some((number) => digits.includes(number))) ? [coordinate] : [];
    });
    expect(left).toEqual([]);
  });

  it('nor an address', () => {
    expect([...shown].filter(([, texts]) => texts.some((text) => text.includes(ADDRESS)))).toEqual([]);
  });

  it('in the whole of an answer', () => {
    for (const { answer } of answers)
      expect(NUMBERS.filter((number) => answer.text.normalize('NFKC').includes(number))).toEqual([]);
  });
});

it.each(WRITTEN.filter((coordinate) => !Object.hasOwn(ELSEWHERE, coordinate)))(
  '%s was seen, and what was typed there is black',
  (coordinate) => {
    const texts = shown.get(coordinate) ?? [];
    expect({ coordinate, isBlack: texts.some((text) => text.includes(HIDDEN)) }).toEqual({ coordinate, isBlack: true });
  },
);
