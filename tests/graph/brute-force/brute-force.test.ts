import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectNothingWritten } from '#tests/graph/attacks/nothing-written.ts';
import { expectNoPurpose } from '#tests/graph/brute-force/expect-refused.ts';
import { type Asker, COORDINATES, openFields, seersOf } from '#tests/graph/brute-force/explains.ts';
import { CASE_NOS, EVERYTHING, forEach, look } from '#tests/graph/brute-force/looks.ts';
import { seenIn, without } from '#tests/graph/brute-force/seen.ts';
import {
  CLOSED,
  MAY_UNMASK,
  NEVER,
  NO_ROWS,
  PURPOSE_OF,
  SEEN_BY,
  USERS,
} from '#tests/graph/brute-force/world-seven.ts';
import { type Answer, codesOf } from '#tests/harness/ask.ts';

const seersIn = (caseNo: number) => Object.keys(SEEN_BY[caseNo] ?? {});
const asker = (user: string): Asker => `${user} ${PURPOSE_OF[user] ?? 'STATISTICS'}`;
/** Those who see the case, and two who do not: one who might see a case, one who never may. */
const explainedIn = (caseNo: number) => [
  ...seersIn(caseNo),
  ...['court.bulk', 'coordinator.wu'].filter((user) => !seersIn(caseNo).includes(user)),
];

const answers = new Map<string, Answer>();
const explained = new Map<number, Awaited<ReturnType<typeof openFields>>>();
const listed = new Map<number, Awaited<ReturnType<typeof seersOf>>>();

beforeAll(async () => {
  const pairs = CASE_NOS.flatMap((caseNo) => USERS.map((user) => [user, caseNo] as const));
  await forEach(pairs, async ([user, caseNo]) => {
    answers.set(`${user} ${caseNo}`, await look(user, caseNo, PURPOSE_OF[user] ?? null));
  });
  await forEach(CASE_NOS, async (caseNo) => {
    explained.set(caseNo, await openFields(caseNo, explainedIn(caseNo).map(asker)));
    listed.set(caseNo, await seersOf(caseNo));
  });
}, 240_000);

const answerTo = (user: string, caseNo: number) => answers.get(`${user} ${caseNo}`);
const caseIn = (answer: Answer | undefined) => answer?.data?.case ?? null;
const seen = (user: string, caseNo: number) => seenIn(EVERYTHING, caseIn(answerTo(user, caseNo)));
const minus = (all: Iterable<string>, some: ReadonlySet<string>) => [...all].filter((each) => !some.has(each));

/** What there is to see of a case behind none of these fields: in anybody’s answer, less the rows that are not this user’s. */
function within(user: string, caseNo: number, closed: readonly string[]): Set<string> {
  const noRows = NO_ROWS.flatMap(([whose, cases, fields]) => (whose === user && cases.includes(caseNo) ? fields : []));
  const open = without(EVERYTHING, [...closed, ...noRows]);
  return new Set(seersIn(caseNo).flatMap((each) => [...seenIn(open, caseIn(answerTo(each, caseNo)))]));
}

/** Users whose answer holds more or less than is due. */
function differences(caseNo: number, users: readonly string[], due: (user: string) => ReadonlySet<string>) {
  return users.flatMap((user) => {
    const [more, less] = [minus(seen(user, caseNo), due(user)), minus(due(user), seen(user, caseNo))];
    return more.length + less.length > 0 ? [{ user, more, less }] : [];
  });
}

describe('what each user sees of each case is what WORLD 7 says', () => {
  it.each(CASE_NOS)('case %i, with the purpose that fits', (caseNo) => {
    const byWorld = (user: string) => {
      const thing = SEEN_BY[caseNo]?.[user];
      return thing === undefined ? new Set<string>() : within(user, caseNo, CLOSED[thing]);
    };
    expect(differences(caseNo, USERS, byWorld)).toEqual([]);
  });

  it.each(CASE_NOS)('case %i: no error tells more', (caseNo) => {
    for (const user of USERS) {
      const answer = answerTo(user, caseNo);
      const thing = SEEN_BY[caseNo]?.[user];
      const isShown = thing !== undefined;
      // Where persons are shown, their whole numbers are refused to those who may never see them; where none are, nothing is.
      const codes = isShown && thing !== 'mediation' && !MAY_UNMASK.includes(user) ? ['FORBIDDEN'] : [];
      const told = NEVER.includes(user) ? { status: 403, codes: ['FORBIDDEN'] } : { status: 200, codes };
      expect({ user, status: answer?.status, codes: answer && codesOf(answer) }).toEqual({ user, ...told });
      expect({ user, isShown: caseIn(answer) !== null }).toEqual({ user, isShown });
    }
  });

  it.each(CASE_NOS)('case %i, with a purpose that does not fit: nobody', async (caseNo) => {
    const unfitting = (user: string) => (PURPOSE_OF[user] === 'HANDLE_CASE' ? 'DEFEND' : 'HANDLE_CASE');
    await forEach(caseNo === 1 ? USERS : seersIn(caseNo), async (user) =>
      expectNoPurpose(user, await look(user, caseNo, unfitting(user))),
    );
  });
});

describe('explanations say what is seen', () => {
  it.each(CASE_NOS)('case %i: explainAccess', (caseNo) => {
    const open = (user: string) => explained.get(caseNo)?.get(asker(user)) ?? new Set();
    const byExplanation = (user: string) => within(user, caseNo, minus(COORDINATES, open(user)));
    expect(differences(caseNo, explainedIn(caseNo), byExplanation)).toEqual([]);
    const shown = explainedIn(caseNo).filter((user) => open(user).size > 0);
    expect(shown).toEqual(seersIn(caseNo));
  });

  it.each(CASE_NOS)('case %i: whoCanSee', (caseNo) => {
    const lists = listed.get(caseNo) ?? new Map<string, readonly Asker[]>();
    const closedTo = (user: string) => COORDINATES.filter((field) => !lists.get(field)?.includes(asker(user)));
    expect(differences(caseNo, USERS, (user) => within(user, caseNo, closedTo(user)))).toEqual([]);
    expect([...new Set([...lists.values()].flat())].sort()).toEqual(seersIn(caseNo).map(asker).sort());
  });
});

it('the demo has a value of nearly every field: those without one are listed', () => {
  const ever = new Set(CASE_NOS.flatMap((caseNo) => USERS.flatMap((user) => [...seen(user, caseNo)])));
  const notices = ['agency', 'system', 'field', 'notedAt'].map((field) => `DataQualityNotice.${field}`);
  const underGrant = ['Person.idNumber', 'Person.phone'];
  expect(minus(COORDINATES, ever).sort()).toEqual(
    ['Case.dataQuality', ...notices, ...underGrant, 'Representation.to', 'Transfer.replaces'].sort(),
  );
});

it('and nothing of it is written anywhere', () => expectNothingWritten());
