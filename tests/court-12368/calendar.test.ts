import { describe, expect, it } from '@jest/globals';
import { court12368Rows } from '#demo/systems/court-12368.ts';
import { bulkOf } from '#tests/court-12368/bulk.ts';
import { call, start } from '#tests/court-12368/harness.ts';
import { CASE_1, CASE_5, MEDIATION_5 } from '#tests/court-12368/numbers.ts';

const COURT = 'COURT-379999';
const week = { agencyCode: COURT, from: '2025-06-23', to: '2025-06-27' };

describe('the calendar', () => {
  it.each(['FY0001', 'FY0003'])('of %s has the hearings of next week, by time', async (staffNo) => {
    const { court, simulator } = await start();
    const entries = await court.calendar({ ...week, staffNo }, call);
    const [first] = (await court.hearingsByCase([CASE_1], call)).get(CASE_1) ?? [];
    expect(entries[0]).toEqual({ ...first, courtCaseNo: CASE_1, relatedNos: [] });
    expect(entries.map(({ courtCaseNo, startsAt, relatedNos }) => [courtCaseNo, startsAt, ...relatedNos])).toEqual([
      [CASE_1, '2025-06-24T09:00:00+08:00'],
      [CASE_5, '2025-06-26T14:30:00+08:00', MEDIATION_5],
    ]);
    expect(simulator.calls()).toEqual({ cxKtRl: 1, cxKtXx: 1 });
  });

  it.each([
    ['the first and the last day are in it', '2025-06-24', '2025-06-26', 2],
    ['the days around them are not', '2025-06-25', '2025-06-25', 0],
    ['one day', '2025-06-24', '2025-06-24', 1],
  ])('%s', async (_what, from, to, count) => {
    const { court } = await start();
    expect(await court.calendar({ agencyCode: COURT, staffNo: 'FY0001', from, to }, call)).toHaveLength(count);
  });

  it.each([
    ['somebody else', { staffNo: 'FY0002' }],
    ['another court', { staffNo: 'FY0001', agencyCode: 'COURT-3799' }],
  ])('of %s is empty', async (_who, question) => {
    const { court } = await start();
    expect(await court.calendar({ ...week, ...question }, call)).toEqual([]);
  });

  it('of an agency that is no court makes no call', async () => {
    const { court, simulator } = await start();
    expect(await court.calendar({ ...week, agencyCode: 'PROC-379999', staffNo: 'JC0001' }, call)).toEqual([]);
    expect(simulator.calls()).toEqual({});
  });

  it.each([
    ['who has left the panel', { TCRQ: '2025-06-03 00:00:00' }, []],
    ['who is recused', { TCRQ: '' }, [{ RYBH: 'FY0001', JDRQ: '2025-06-03 00:00:00' }]],
  ])('of a judge %s has the case no more', async (_how, { TCRQ }, HB) => {
    const rows = court12368Rows().map((row, index) =>
      index === 0 ? { ...row, HB, HYT: row.HYT.map((member) => ({ ...member, TCRQ })) } : row,
    );
    const { court } = await start({ rows });
    const entries = await court.calendar({ ...week, staffNo: 'FY0001' }, call);
    expect(entries.map(({ courtCaseNo }) => courtCaseNo)).toEqual([CASE_5]);
  });

  it('holds 200 hearings, and of more it says so', async () => {
    const question = { ...week, staffNo: 'FY0009' };
    const full = await start({ bulk: bulkOf(court12368Rows(), 200) });
    expect(await full.court.calendar(question, call)).toHaveLength(200);
    const over = await start({ bulk: bulkOf(court12368Rows(), 201) });
    await expect(over.court.calendar(question, call)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('200'),
      en: expect.stringContaining('200'),
    });
  });
});
