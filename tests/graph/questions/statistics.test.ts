import { describe, expect, it } from '@jest/globals';
import { readOperation } from '#demo/operations.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { askReference, callsDuring } from '#tests/graph/questions/questions.ts';
import { NEVER, SEEN } from '#tests/graph/who-sees.ts';
import { as, codesOf, expectDenied } from '#tests/harness/ask.ts';

interface Cell {
  readonly kind: string;
  readonly fromDept: string;
  readonly toDept: string;
  readonly total: number | null;
  readonly overdue: number | null;
  readonly medianDays: number | null;
}

const COORDINATOR = 'coordinator.wu';
const QUESTION = readOperation('Q15a');
const cells = async (f: string, t: string) =>
  (await askReference('Q15a', { variables: { f, t } })).transferStatistics as readonly Cell[];

describe('Q15a: between which departments do transfers run late', () => {
  it('is counted from the registry, and no department is asked', async () => {
    let data: unknown;
    const calls = await callsDuring(async () => {
      data = await askReference('Q15a');
    });
    expect(calls).toEqual({});
    expect(data).toEqual({
      transferStatistics: [
        ['ARREST_REQUEST', 'POLICE', 'PROCURATORATE'],
        ['ARREST_DECISION', 'PROCURATORATE', 'POLICE'],
        ['PROSECUTION_REFERRAL', 'POLICE', 'PROCURATORATE'],
        ['SUPPLEMENT_RETURN', 'PROCURATORATE', 'POLICE'],
        ['SUPPLEMENT_RESUBMIT', 'POLICE', 'PROCURATORATE'],
        ['PROSECUTION', 'PROCURATORATE', 'COURT'],
      ].map(([kind, fromDept, toDept]) => ({
        ...{ kind, fromDept, toDept, total: expect.any(Number), medianDays: 0 },
        overdue: expect.any(Number),
      })),
    });
  });

  it('days with few cases are shown without a number, and no number shown is of few', async () => {
    const days = await Promise.all(
      [
        ['2025-06-13', '2025-06-13'],
        ['2025-05-30', '2025-05-30'],
        ['2025-06-16', '2025-06-16'],
        ['2024-06-16', '2025-06-16'],
      ].map(([f = '', t = '']) => cells(f, t)),
    );
    const all = days.flat();
    expect(all.filter(({ total }) => total === null).length).toBeGreaterThan(0);
    expect(all.filter(({ total }) => total !== null).length).toBeGreaterThan(0);
    for (const { total, overdue, medianDays } of all) {
      if (total === null) expect([overdue, medianDays]).toEqual([null, null]);
      for (const count of [total, overdue]) expect(count === null || count === 0 || count >= 5).toBe(true);
    }
  });

  it('names nobody and no number of any case', async () => {
    const { text } = await as(COORDINATOR, { purpose: 'STATISTICS' }).ask(QUESTION);
    for (const { name, idNumber } of Object.values(PEOPLE)) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(idNumber);
    }
    expect(text).not.toMatch(/ZF-\d|379999|439999|〔|号/);
  });

  it('within x-case there is nothing to count, whichever case it is', async () => {
    const texts = await Promise.all(
      ['ZF-2025-000001', 'ZF-2024-000004', 'ZF-2025-999999'].map(async (caseUid) => {
        const asked = as(COORDINATOR, { purpose: 'STATISTICS', headers: { 'x-case': caseUid } });
        return (await asked.ask(QUESTION)).data;
      }),
    );
    expect(texts).toEqual(texts.map(() => ({ transferStatistics: [] })));
  });

  it.each([
    ['2024-06-14', '2025-06-16'],
    ['2025-06-17', '2025-06-16'],
  ])('%s to %s: too long, or no time at all', async (f, t) => {
    const answer = await as(COORDINATOR, { purpose: 'STATISTICS' }).ask({ ...QUESTION, variables: { f, t } });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors[0]?.message).toContain('366');
  });
});

describe('anyone else', () => {
  const others = [...SEEN, ...NEVER]
    .map(([user, purpose]) => [user, purpose] as const)
    .filter(([user]) => user !== COORDINATOR);

  it.each(others)('%s (%s): FORBIDDEN', async (user, purpose) => {
    await expectDenied(as(user, { purpose }), QUESTION);
  });

  it('and the coordinator for another purpose', async () => {
    const answer = await as(COORDINATOR, { purpose: 'SUPERVISE_CASE' }).ask(QUESTION);
    expect(codesOf(answer)).toEqual(['PURPOSE_REQUIRED']);
  });
});
