import { describe, expect, it } from '@jest/globals';
import { UnreadableRecord } from '#adapters/systems/answers.ts';
import type { IngestedCourtCase } from '#adapters/systems/court-12368/port.ts';
import { court12368Rows } from '#demo/systems/court-12368.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import type { CourtCaseRow } from '#simulators/court-12368/rows.ts';
import { bulkOf } from '#tests/court-12368/bulk.ts';
import { call, type Started, start } from '#tests/court-12368/harness.ts';
import {
  ACCEPTANCE_1,
  ALL,
  APPEAL_10,
  CASE_1,
  CASE_5,
  CASE_8,
  CASE_9,
  CASE_10,
  MEDIATION_5,
  MEDIATION_14,
  SEALED_4,
} from '#tests/court-12368/numbers.ts';
import { readable } from '#tests/harness/readable.ts';

/** All numbers, page by page, and how many calls that took. */
async function walk(limit: number, started: Started = {}) {
  const { court, simulator } = await start(started);
  const seen: CourtCaseNo[] = [];
  for (let after: string | null = null; ; ) {
    const records: IngestedCourtCase[] = readable(await court.page(after, limit, call));
    seen.push(...records.map(({ courtCaseNo }) => courtCaseNo));
    if (records.length < limit) return { seen, calls: simulator.calls() };
    after = records.at(-1)?.recordKey ?? null;
  }
}

async function page(rows?: readonly CourtCaseRow[]) {
  const { court } = await start(rows && { rows });
  return new Map(readable(await court.page(null, 500, call)).map((record) => [record.courtCaseNo, record]));
}

describe('the pages for ingest', () => {
  it.each([1, 3, 500])('hold every record once, by key, %s at a time', async (limit) => {
    const { seen, calls } = await walk(limit);
    expect(seen).toEqual(ALL.toSorted());
    expect(calls).toEqual({ cxAjFy: Math.floor(ALL.length / limit) + 1 });
  });

  it.each([7, 500])('hold rows that are made when they are asked for among the others, %s at a time', async (limit) => {
    const bulk = bulkOf(court12368Rows(), 1000);
    const { seen } = await walk(limit, { bulk });
    expect(seen).toHaveLength(ALL.length + 1000);
    expect(seen).toEqual([...new Set(seen)].toSorted());
  });

  it('go on after a key that is gone', async () => {
    const { court } = await start();
    const [next] = readable(await court.page('（2025）鲁9999刑初999906号', 1, call));
    expect(next?.courtCaseNo).toBe('（2025）鲁9999刑初999909号');
  });

  it.each(['(2025)鲁9999刑初999909-1号', '（2025）鲁9999刑初0999910号'])(
    'go on behind %s as it stands, whether or not it can be read',
    async (AH) => {
      const rows = court12368Rows().map((row) => (row.AH === CASE_10 ? { ...row, AH } : row));
      const { court } = await start({ rows });
      const keys: string[] = [];
      for (let after: string | null = null; keys.length <= ALL.length; after = keys.at(-1) ?? null) {
        const [record] = await court.page(after, 1, call);
        if (record === undefined) break;
        keys.push(record instanceof UnreadableRecord ? record.key : record.recordKey);
      }
      expect(keys).toHaveLength(ALL.length);
      expect(keys).toEqual(expect.arrayContaining([AH, CASE_1, CASE_9, CASE_5]));
    },
  );

  it('hold a record whose number cannot be read as such, and all others', async () => {
    const rows = court12368Rows().map((row) => (row.AH === CASE_1 ? { ...row, AH: '2025年第1号' } : row));
    const { court } = await start({ rows });
    const page = await court.page(null, 500, call);
    expect(page).toHaveLength(ALL.length);
    expect(page.filter((row) => row instanceof UnreadableRecord)).toMatchObject([
      { key: '2025年第1号', error: { code: 'DEPARTMENT_DATA_INVALID' } },
    ]);
  });

  it.each([0, 501, 1.5])('are not %s long', async (limit) => {
    const { court, simulator } = await start();
    await expect(court.page(null, limit, call)).rejects.toThrow(RangeError);
    expect(simulator.calls()).toEqual({});
  });

  it('hold what decisions need, as it is asked by itself', async () => {
    const { court } = await start();
    const facts = await court.caseFacts(ALL, call);
    for (const record of readable(await court.page(null, 500, call)))
      expect(record).toMatchObject(facts.get(record.courtCaseNo) ?? {});
  });

  it('hold status, links, and the parties with their numbers', async () => {
    const record = (await page()).get(CASE_1);
    expect(record).toMatchObject({ caseUid: null, status: 'SCHEDULED' });
    expect(record?.linkedNumbers).toEqual([{ kind: 'ACCEPTANCE_NO', number: ACCEPTANCE_1, raw: ACCEPTANCE_1 }]);
    const defendant = { role: 'SUSPECT_OR_DEFENDANT', legalStatus: 'DEFENDANT', protectedIdentity: false };
    expect(record?.parties.slice(0, 3)).toEqual([
      { ...defendant, ...person('1', '张拟甲', '379999198506120130'), minorAtOffence: false },
      { ...defendant, ...person('2', '李拟乙', '379999199208180164'), minorAtOffence: false },
      { ...defendant, ...person('3', '王拟丙', '379999200803020152'), minorAtOffence: true },
    ]);
  });

  it('name the platform’s number where the platform told the court, and the cases that belong together', async () => {
    const records = await page();
    const told = [...records.values()].flatMap(({ courtCaseNo, caseUid }) =>
      caseUid ? [[courtCaseNo, caseUid] as const] : [],
    );
    expect(new Map<string, string>(told)).toEqual(
      new Map<string, string>([
        [CASE_8, 'ZF-2014-000008'],
        [CASE_5, 'ZF-2025-000005'],
        [MEDIATION_5, 'ZF-2025-000005'],
        [MEDIATION_14, 'ZF-2025-000014'],
      ]),
    );
    expect(records.get(CASE_5)?.linkedNumbers).toMatchObject([{ kind: 'COURT_CASE_NO', number: MEDIATION_5 }]);
    expect(records.get(APPEAL_10)?.linkedNumbers).toEqual([
      { kind: 'COURT_CASE_NO', number: CASE_10, raw: '(2025)鲁9999刑初999910号' },
    ]);
  });

  it('flag what is sealed and what is labelled, and name nobody of the latter', async () => {
    const rows = court12368Rows().map((row, index) => (index === 0 ? { ...row, MJ: '2' } : row));
    const records = await page(rows);
    expect(records.get(SEALED_4)).toMatchObject({ sealed: true, parties: [{ displayName: '冯拟子' }] });
    const nothing = { assignments: [], recusedStaffNos: [], counsel: [], linkedNumbers: [], parties: [] };
    expect(records.get(CASE_1)).toMatchObject({ labelled: true, ...nothing });
  });
});

function person(partyKey: string, displayName: string, idNumber: string) {
  return { partyKey, displayName, idNumber };
}
