import { describe, expect, it } from '@jest/globals';
import { CASES } from '#demo/world/cases.ts';
import type { WorldCase } from '#demo/world/world-case.ts';
import { NEVER, SEEN } from '#tests/graph/who-sees.ts';
import { as, expectRefused } from '#tests/harness/ask.ts';

const LABELLED = 'A3799990000002025050099';
const MOST_ALIASES = 20;

interface NumberOfCase {
  readonly argument: string;
  readonly number: string;
  /** `null` for the labelled record. */
  readonly caseNo: number | null;
}

function numbersOf(world: WorldCase): NumberOfCase[] {
  const caseNo = Number(world.caseUid.slice(-6));
  const by = (argument: string, numbers: readonly string[]) => numbers.map((number) => ({ argument, number, caseNo }));
  return [
    ...by('caseUid', [world.caseUid]),
    ...by('policeCaseNo', world.policeCaseNos),
    ...by('acceptanceNo', world.acceptanceNos),
    ...by('courtCaseNo', [...world.courtCaseNos, ...world.mediationNos]),
  ];
}

const ALL: readonly NumberOfCase[] = [
  ...CASES.flatMap(numbersOf),
  { argument: 'policeCaseNo', number: LABELLED, caseNo: null },
];

/** The numbers by which the user sees a case. */
async function seenBy(user: string, purpose: string): Promise<string[]> {
  const seen: string[] = [];
  for (let from = 0; from < ALL.length; from += MOST_ALIASES) {
    const asked = ALL.slice(from, from + MOST_ALIASES);
    const fields = asked.map(({ argument, number }, index) => `n${index}: case(${argument}: "${number}") { caseUid }`);
    const answer = await as(user, { purpose }).ask({ query: `{ ${fields.join(' ')} }` });
    expect({ status: answer.status, errors: answer.errors }).toEqual({ status: 200, errors: [] });
    asked.forEach(({ number }, index) => {
      if (answer.data?.[`n${index}`] !== null) seen.push(number);
    });
  }
  return seen;
}

describe('who sees which cases, by every number they have', () => {
  it.each(SEEN)('%s (%s): %j', async (user, purpose, cases) => {
    const expected = ALL.filter(({ caseNo }) => caseNo !== null && cases.includes(caseNo)).map(({ number }) => number);
    expect(await seenBy(user, purpose)).toEqual(expected);
  });

  it.each(NEVER)('%s (%s): no case, whatever the number', async (user, purpose) => {
    for (const uid of ['ZF-2025-000001', 'ZF-2025-999999']) {
      const answer = await as(user, { purpose }).ask({ query: `{ case(caseUid: "${uid}") { caseUid } }` });
      expectRefused(answer, 403, 'FORBIDDEN');
    }
  });

  it.each(SEEN.filter(([, , cases]) => cases.length > 0))(
    '%s’s own list holds those and no other',
    async (user, purpose, cases) => {
      const answer = await as(user, { purpose }).ask({
        query: '{ myCases(first: 100) { caseUid kind currentStage } }',
      });
      const expected = CASES.filter(({ caseUid }) => cases.includes(Number(caseUid.slice(-6))));
      const facts = expected.map(({ caseUid, kind, stage }) => ({ caseUid, kind, currentStage: stage }));
      expect(answer.data?.myCases).toEqual(facts.sort((a, b) => (a.caseUid < b.caseUid ? -1 : 1)));
    },
  );
});
