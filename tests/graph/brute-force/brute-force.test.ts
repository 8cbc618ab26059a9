import { beforeAll, describe, expect, it } from '@jest/globals';
import { coordinatesIn } from '#tests/graph/brute-force/document.ts';
import { CASE_NOS, EVERYTHING, forEach, look } from '#tests/graph/brute-force/looks.ts';
import { seenIn, without } from '#tests/graph/brute-force/seen.ts';
import { CLOSED, NEVER, NO_ROWS, PURPOSE_OF, SEEN_BY } from '#tests/graph/brute-force/world-seven.ts';
import { type Answer, codesOf } from '#tests/harness/ask.ts';

const USERS = Object.keys(PURPOSE_OF);
const PAIRS = CASE_NOS.flatMap((caseNo) => USERS.map((user) => [user, caseNo] as const));
/** Of whoever has it not, no purpose of work on cases fits. */
const unfitting = (user: string) => (PURPOSE_OF[user] === 'HANDLE_CASE' ? 'DEFEND' : 'HANDLE_CASE');

const fitting = new Map<string, Answer>();
const other = new Map<string, Answer>();
const caseIn = (answer: Answer | undefined) => answer?.data?.case ?? null;
const outcome = (answer: Answer | undefined) => ({ status: answer?.status, codes: answer && codesOf(answer) });

beforeAll(async () => {
  await forEach(PAIRS, async ([user, caseNo]) => {
    fitting.set(`${user} ${caseNo}`, await look(user, caseNo, PURPOSE_OF[user] ?? null));
    other.set(`${user} ${caseNo}`, await look(user, caseNo, unfitting(user)));
  });
}, 120_000);

/** What a user sees of a case by WORLD 7: of what anybody’s answer holds, all that does not lie behind a closed field. */
function expected(user: string, caseNo: number): Set<string> {
  const thing = SEEN_BY[caseNo]?.[user];
  if (thing === undefined) return new Set();
  const noRows = NO_ROWS.flatMap(([whose, cases, fields]) => (whose === user && cases.includes(caseNo) ? fields : []));
  const open = without(EVERYTHING, [...CLOSED[thing], ...noRows]);
  return new Set(USERS.flatMap((each) => [...seenIn(open, caseIn(fitting.get(`${each} ${caseNo}`)))]));
}

const minus = (all: ReadonlySet<string>, some: ReadonlySet<string>) => [...all].filter((each) => !some.has(each));

describe('what each user sees of each case is what WORLD 7 says', () => {
  it.each(CASE_NOS)('case %i, with the purpose that fits', (caseNo) => {
    const differences = USERS.flatMap((user) => {
      const seen = seenIn(EVERYTHING, caseIn(fitting.get(`${user} ${caseNo}`)));
      const due = expected(user, caseNo);
      const [more, less] = [minus(seen, due), minus(due, seen)];
      return more.length + less.length > 0 ? [{ user, more, less }] : [];
    });
    expect(differences).toEqual([]);
  });

  it.each(CASE_NOS)('case %i: whoever sees nothing is told nothing', (caseNo) => {
    for (const user of USERS) {
      const answer = fitting.get(`${user} ${caseNo}`);
      const told = NEVER.includes(user) ? { status: 403, codes: ['FORBIDDEN'] } : { status: 200, codes: [] };
      expect({ user, ...outcome(answer) }).toEqual({ user, ...told });
      if (SEEN_BY[caseNo]?.[user] === undefined) expect(caseIn(answer)).toBeNull();
    }
  });

  it.each(CASE_NOS)('case %i, with a purpose that does not fit: nobody', (caseNo) => {
    for (const user of USERS) {
      const code = NEVER.includes(user) ? 'FORBIDDEN' : 'PURPOSE_REQUIRED';
      const answer = other.get(`${user} ${caseNo}`);
      expect({ user, ...outcome(answer) }).toEqual({ user, status: 403, codes: [code] });
      expect(answer?.data ?? null).toBeNull();
    }
  });
});

it('the demo has a value of nearly every field: what nobody sees is listed', () => {
  const seen = new Set(
    PAIRS.flatMap(([user, caseNo]) => [...seenIn(EVERYTHING, caseIn(fitting.get(`${user} ${caseNo}`)))]),
  );
  const notices = ['agency', 'system', 'field', 'notedAt'].map((field) => `DataQualityNotice.${field}`);
  expect(minus(coordinatesIn(EVERYTHING), seen).sort()).toEqual(
    ['Case.dataQuality', ...notices, 'Representation.to', 'Transfer.replaces'].sort(),
  );
});
