import { beforeEach, describe, expect, it } from '@jest/globals';
import type { TransferCount } from '#subgraphs/casework/registry/registry.ts';
import type { IngestedTransfer } from '#subgraphs/kit/ingested-transfers.ts';
import { police, review, toPolice, withWriter } from '#tests/registry/fixtures.ts';
import { dump, sql } from '#tests/registry/server.ts';

const opened = withWriter();
const [POLICE, OFFICE] = ['POLICE-379999', 'PROC-379999'];
const uid = (n: number) => `ZF-2025-00000${n}`;

/** A return of a day of 2025, received two days later. */
const sent = (transferKey: string, day: string, extra: Partial<IngestedTransfer> = {}): IngestedTransfer => ({
  ...({ transferKey, kind: 'SUPPLEMENT_RETURN', round: 1, from: OFFICE, to: POLICE } as IngestedTransfer),
  ...{ sentOn: `2025-${day}`, receivedOn: null, dueOn: null, answeredOn: null },
  ...extra,
});
const counts = (from = '2025-01-01', to = '2025-12-31', today = '2025-06-16') =>
  opened.registry.transferCounts({ from, to, today });
const totals = async (...days: string[]) => (await counts(...days)).map(({ total, cases }) => [total, cases]);
const transfers = () => sql(opened.url, 'SELECT t.*, xmin FROM registry.transfers t ORDER BY record_no, transfer_key');

describe('hand-overs', () => {
  it('are counted by kind and departments, whatever the agencies', async () => {
    const away = { from: 'POLICE-439999', to: OFFICE };
    await opened.writer.ingestRecords('police', [
      police('A1', {
        transfers: [
          sent('1', '05-01', { receivedOn: '2025-05-01' }),
          sent('2', '05-02', { receivedOn: '2025-05-06', dueOn: '2025-06-06' }),
          sent('3', '05-03', { kind: 'ARREST_REQUEST', ...away }),
        ],
      }),
      police('A2', { transfers: [sent('4', '05-02', { dueOn: '2025-06-16' })] }),
      police('A3', { transfers: [sent('5', '05-02', { dueOn: '2025-06-02', answeredOn: '2025-06-03' })] }),
      police('A4', { transfers: [sent('6', '05-02', { dueOn: '2025-06-02', answeredOn: '2025-06-02' })] }),
      police('A5', { transfers: [sent('7', '05-02', { from: 'POLICE-NOWHERE' })] }),
    ]);
    const arrest = { total: 1, cases: 1, overdue: 0, overdueCases: 0, inTimeCases: 1, receivedCases: 0 };
    expect(await counts()).toEqual([
      { kind: 'ARREST_REQUEST', fromDept: 'POLICE', toDept: 'PROCURATORATE', ...arrest, medianDays: null },
      {
        ...{ kind: 'SUPPLEMENT_RETURN', fromDept: 'PROCURATORATE', toDept: 'POLICE' },
        ...{ total: 5, cases: 4, overdue: 2, overdueCases: 2, inTimeCases: 3, receivedCases: 1, medianDays: 2 },
      },
    ] satisfies TransferCount[]);
  });

  it('count by the day on which they were sent, both ends included; overdue as of the business day', async () => {
    await opened.writer.ingestRecords('police', [
      police('A1', { transfers: [sent('1', '05-01', { dueOn: '2025-06-01' }), sent('2', '05-31')] }),
    ]);
    expect(await totals('2025-05-01', '2025-05-31')).toEqual([[2, 1]]);
    expect(await totals('2025-05-02', '2025-05-30')).toEqual([]);
    expect(await counts('2025-05-01', '2025-05-01', '2025-06-01')).toMatchObject([{ overdue: 0 }]);
    expect(await counts('2025-05-01', '2025-05-01', '2025-06-02')).toMatchObject([{ overdue: 1 }]);
  });

  it('that both sides recorded count once, by the receiver’s word; listed twice by one side, they are two', async () => {
    await opened.writer.ingestRecords('police', [
      police('A1', { transfers: [sent('P1', '05-01', { receivedOn: '2025-05-04' }), sent('P2', '05-01')] }),
    ]);
    await opened.writer.ingestRecords('12309', [
      review('R1', { ...toPolice('A1'), transfers: [sent('J1', '05-01', { receivedOn: '2025-05-09' })] }),
      review('R2', { ...toPolice('A1'), transfers: [sent('J1', '05-01', { receivedOn: '2025-05-09' })] }),
    ]);
    expect(await counts()).toMatchObject([{ total: 2, cases: 1, medianDays: 3 }]);
  });
});

describe('what the registry keeps', () => {
  beforeEach(() =>
    opened.writer.ingestRecords('police', [
      police('A1', { caseUid: uid(1), transfers: [sent('1', '05-01'), sent('2', '05-02')] }),
      police('A2', { caseUid: uid(2), transfers: [sent('3', '05-03')] }),
    ]),
  );

  it('taken in again changes no row; what the record no longer holds is gone, of one that states none it stays', async () => {
    const before = await transfers();
    const again = police('A1', { transfers: [sent('1', '05-01'), sent('2', '05-02')] });
    await opened.writer.ingestRecords('police', [again, police('A2')]);
    expect(await transfers()).toEqual(before);
    await opened.writer.ingestRecords('police', [police('A1', { transfers: [sent('2', '05-09')] })]);
    expect((await transfers()).map((row) => row.transfer_key)).toEqual(['2', '3']);
    expect(await totals('2025-05-09', '2025-05-09')).toEqual([[1, 1]]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['labelled', () => opened.writer.ingestRecords('police', [police('A1', { facts: { labelled: true } })])],
    [
      'withdrawn',
      () => opened.writer.withdrawLink({ kind: 'POLICE_CASE_NO', number: 'A1', by: 'PT0001', why: 'wrong' }),
    ],
  ])('of a record that was %s nothing is left', async (_what, act) => {
    await act();
    expect((await transfers()).map((row) => row.transfer_key)).toEqual(['3']);
    expect(await totals()).toEqual([[1, 1]]);
  });

  it('a case that any department sealed counts as little as one that is not there', async () => {
    const without = await counts('2025-05-03');
    await opened.writer.ingestRecords('12309', [
      review('R1', { ...toPolice('A1'), facts: { sealed: true }, transfers: [] }),
    ]);
    expect(await dump(opened.url)).toContain('2025-05-01');
    expect(await counts()).toEqual(without);
  });

  it.each([
    ['a seal', { sealed: true }],
    ['a label', { labelled: true }],
  ])('nor does one of which a department has told %s since, before the next sync', async (_what, closing) => {
    const facts = { ...review('R1').facts, live: true };
    await opened.registry.saveFacts(uid(1), [facts]);
    expect(await totals()).toEqual([[3, 2]]);
    await opened.registry.saveFacts(uid(1), [{ ...facts, ...closing }]);
    expect(await totals()).toEqual([[1, 1]]);
  });

  it('is written in as many statements for a page as for one record', async () => {
    const written = () => opened.writer.countStatements().writeTransfers ?? 0;
    const before = written();
    await opened.writer.ingestRecords(
      'police',
      Array.from({ length: 50 }, (_, n) => police(`B${n}`, { transfers: [sent('1', '05-01')] })),
    );
    expect(written() - before).toBe(1);
    expect(await totals()).toEqual([[53, 52]]);
  });
});

describe('the case of a hand-over', () => {
  it('is found by the system that recorded it and its key there, and by no other', async () => {
    await opened.writer.ingestRecords('police', [police('A1', { transfers: [sent('1', '05-01')] })]);
    await opened.writer.ingestRecords('12309', [review('R1', { ...toPolice('A1'), transfers: [sent('2', '05-01')] })]);
    const caseOf = (system: 'police' | '12309', key: string) => opened.registry.caseOfTransfer(system, key);
    const [known, other] = [await caseOf('police', '1'), await caseOf('12309', '2')];
    expect([known, other]).toEqual([expect.stringMatching(/^ZF-2025-\d{6}$/), known]);
    expect([await caseOf('12309', '1'), await caseOf('police', '2'), await caseOf('police', '9')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
