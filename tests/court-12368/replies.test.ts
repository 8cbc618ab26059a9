import { describe, expect, it } from '@jest/globals';
import { court12368Rows } from '#demo/systems/court-12368.ts';
import type { CourtCaseRow } from '#simulators/court-12368/rows.ts';
import { call, start } from '#tests/court-12368/harness.ts';
import { CASE_1, CASE_5 } from '#tests/court-12368/numbers.ts';

const invalid = { code: 'DEPARTMENT_DATA_INVALID', department: 'COURT', system: '12368', retryable: false };

function rowsWith(changes: Partial<CourtCaseRow>): readonly CourtCaseRow[] {
  return court12368Rows().map((row, index) => (index === 0 ? { ...row, ...changes } : row));
}

/** Fields are read when they are asked for. */
const everyField = (record: unknown) => JSON.stringify(record);

describe('records that the graph has no words for', () => {
  it.each<[string, Partial<CourtCaseRow>]>([
    ['an unknown status', { ZT: '77' }],
    ['an unknown procedure', { SYCX: '7' }],
    ['no panel member’s name', { HYT: [{ RYBH: 'FY0001', XM: '', ZN: '01', ZNMC: '审判长', TCRQ: '' }] }],
    ['a date that is none', { LARQ: '2025-02-30 00:00:00' }],
  ])('with %s', async (_what, changes) => {
    const { court } = await start({ rows: rowsWith(changes) });
    const found = await court.casesByNumber([CASE_1, CASE_5], call);
    expect(() => everyField(found.get(CASE_1))).toThrow(expect.objectContaining(invalid));
    expect(found.get(CASE_5)).toMatchObject({ courtCaseNo: CASE_5 });
  });

  it('say which element, and nothing that stood in it', async () => {
    const { court } = await start({ rows: rowsWith({ LARQ: '张拟甲' }) });
    const found = await court.casesByNumber([CASE_1], call);
    expect(() => everyField(found.get(CASE_1))).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ message: 'LARQ is not a date' }) }),
    );
  });

  it('an unknown cause is kept as it is', async () => {
    const { court } = await start({ rows: rowsWith({ AY: 'X7777' }) });
    expect((await court.casesByNumber([CASE_1], call)).get(CASE_1)?.cause).toEqual({
      scheme: 'COURT-12368-CAUSE',
      code: 'X7777',
      name: 'X7777',
    });
  });
});

describe('awkward text', () => {
  it.each(['㛃拟𠮷', '<![CDATA[<XM>x</XM>]]>', '甲 & 乙 < 丙', '{env.HOME}', '007'])(
    '%s arrives as it is',
    async (XM) => {
      const { court } = await start({
        rows: rowsWith({ HYT: [{ RYBH: 'FY0001', XM, ZN: '01', ZNMC: '审判长', TCRQ: '' }] }),
      });
      const record = (await court.casesByNumber([CASE_1], call)).get(CASE_1);
      expect(record?.panel.map(({ displayName }) => displayName)).toEqual([XM]);
    },
  );
});
