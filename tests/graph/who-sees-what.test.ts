import { describe, expect, it } from '@jest/globals';
import { CASES } from '#demo/world/cases.ts';
import type { WorldCase } from '#demo/world/world-case.ts';
import { as, expectRefused } from '#tests/harness/ask.ts';

/** WORLD 7: who sees which cases, and with what purpose; nobody sees case 4 or the labelled record. */
const SEEN: readonly (readonly [user: string, purpose: string, cases: readonly number[]])[] = [
  ['police.wang', 'HANDLE_CASE', [1, 2, 3, 6, 7]],
  ['police.zhao', 'HANDLE_CASE', [10, 12, 13]],
  ['police.fa', 'SUPERVISE_CASE', [3]],
  ['police.liu', 'HANDLE_CASE', [11]],
  ['detention.ma', 'HANDLE_CASE', [1, 2, 3]],
  ['proc.li', 'HANDLE_CASE', [1, 3, 6, 10, 12]],
  ['proc.chen', 'HANDLE_CASE', [2, 7]],
  ['proc.intake', 'HANDLE_CASE', [1, 2, 3, 6, 7, 9, 10, 12, 13]],
  ['court.lin', 'HANDLE_CASE', [1, 5]],
  ['court.zhou', 'HANDLE_CASE', [8, 9, 10, 12]],
  ['court.clerk', 'HANDLE_CASE', [1, 5]],
  ['legalaid.sun', 'LEGAL_AID', [1, 3]],
  ['mediator.gao', 'SERVE_PARTY', [5, 14]],
  ['lawyer.he', 'DEFEND', [1, 2]],
  ['party.zheng', 'SERVE_PARTY', [5, 14]],
  ['party.hua', 'SERVE_PARTY', [5, 14]],
  ['court.bulk', 'HANDLE_CASE', []],
  ['proc.bulk', 'HANDLE_CASE', []],
  ['police.bulk', 'HANDLE_CASE', []],
];

/** Roles that may never see a case, whatever the number. */
const NEVER: readonly (readonly [user: string, purpose: string])[] = [
  ['notary.qian', 'SERVE_PARTY'],
  ['proc.12309', 'SERVE_PARTY'],
  ['court.12368', 'SERVE_PARTY'],
  ['coordinator.wu', 'STATISTICS'],
  ['officer.security', 'AUDIT_SECURITY'],
  ['officer.audit', 'AUDIT_SECURITY'],
  ['officer.system', 'AUDIT_SECURITY'],
];

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

  it.each(SEEN.filter(([, , cases]) => cases.length > 0))('%s’s own list holds those and no other', async (user, purpose, cases) => {
    const answer = await as(user, { purpose }).ask({ query: '{ myCases(first: 100) { caseUid kind currentStage } }' });
    const expected = CASES.filter(({ caseUid }) => cases.includes(Number(caseUid.slice(-6))));
    const facts = expected.map(({ caseUid, kind, stage }) => ({ caseUid, kind, currentStage: stage }));
    expect(answer.data?.myCases).toEqual(facts.sort((a, b) => (a.caseUid < b.caseUid ? -1 : 1)));
  });
});
