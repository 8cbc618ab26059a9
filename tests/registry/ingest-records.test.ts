import { describe, expect, it } from '@jest/globals';
import {
  aid,
  caseOf,
  court,
  partiesOf,
  party,
  police,
  review,
  toCourt,
  toPolice,
  toReview,
  withWriter,
} from '#tests/registry/fixtures.ts';
import { dump, sql } from '#tests/registry/server.ts';

const ONE = 'ZF-2025-000001';
const TWO = 'ZF-2025-000002';
const MINTED = 'ZF-2025-900001';
const opened = withWriter();

const taken = (figures: { written: number; leftOut: number; refused: number }) =>
  [figures.written, figures.leftOut, figures.refused] as const;
const numbersOf = async (caseUid: string) => (await caseOf(opened, caseUid))?.numbers.map(({ number }) => number);
const statements = () => Object.values(opened.writer.countStatements()).reduce((sum, count) => sum + count, 0);
const alerts = () => sql(opened.url, 'SELECT rule, department, system, count FROM registry.alerts ORDER BY id');

describe('a record', () => {
  it('is taken over under the caseUid that it carries', async () => {
    expect(taken(await opened.writer.ingestRecords('police', [police('A1', { caseUid: ONE })]))).toEqual([1, 0, 0]);
    expect(await caseOf(opened, ONE)).toEqual({
      caseUid: ONE,
      kind: 'CRIMINAL',
      currentStage: 'INVESTIGATION',
      sealed: false,
      numbers: [{ kind: 'POLICE_CASE_NO', number: 'A1' }],
    });
  });

  it('of which nothing is known has a case minted, once', async () => {
    await opened.writer.ingestRecords('police', [police('A1'), police('A2')]);
    await opened.writer.ingestRecords('police', [police('A1'), police('A3')]);
    expect(await numbersOf(MINTED)).toEqual(['A1']);
    expect(await numbersOf('ZF-2025-900002')).toEqual(['A2']);
    expect(await numbersOf('ZF-2025-900003')).toEqual(['A3']);
  });

  it.each([
    ['names a number that is registered', [review('R1', toPolice('A1'))]],
    ['names a number of its page', [review('R0', toPolice('A1')), review('R1', toReview('R0'))]],
  ])('that makes no case is attached where it %s', async (_what, reviews) => {
    await opened.writer.ingestRecords('police', [police('A1', { caseUid: ONE })]);
    await opened.writer.ingestRecords('12309', reviews);
    expect(await numbersOf(ONE)).toContain('R1');
  });

  it('is attached where another names it', async () => {
    await opened.writer.ingestRecords('police', [police('A1', { caseUid: ONE, ...toReview('R1') })]);
    expect(taken(await opened.writer.ingestRecords('12309', [review('R1')]))).toEqual([1, 0, 0]);
    expect(await numbersOf(ONE)).toEqual(['A1', 'R1']);
  });

  it('that makes no case and leads to none is left out', async () => {
    const figures = await opened.writer.ingestRecords('12309', [review('R1'), review('R2', toPolice('A9'))]);
    expect(figures).toEqual({ read: 2, written: 0, leftOut: 2, waiting: 0, refused: 0, unreadable: 0 });
    expect(await dump(opened.url)).toBe('');
  });

  it('that makes a case and leads to none waits, until it need not', async () => {
    const appeal = court('C2', toCourt('C1'));
    expect(await opened.writer.ingestRecords('12368', [appeal])).toMatchObject({ written: 0, leftOut: 1, waiting: 1 });
    await opened.writer.ingestRecords('12368', [appeal], { mintWaiting: true });
    expect(await numbersOf(MINTED)).toEqual(['C2', 'C1']);
    await opened.writer.ingestRecords('12368', [court('C1')]);
    expect(await numbersOf(MINTED)).toEqual(['C2', 'C1']);
  });

  it('listed twice is taken once', async () => {
    const figures = await opened.writer.ingestRecords('police', [
      police('A1', { caseUid: ONE }),
      police('A1', { caseUid: TWO }),
    ]);
    expect(figures).toMatchObject({ read: 2, written: 1 });
    expect(await caseOf(opened, TWO)).toBeUndefined();
  });

  it('taken in again changes nothing', async () => {
    const page = [police('A1', { caseUid: ONE, parties: [party('A1#1', '张拟甲')], ...toReview('R1') }), police('A2')];
    await opened.writer.ingestRecords('police', page);
    const state = () =>
      sql(
        opened.url,
        `SELECT (SELECT array_agg(c) FROM registry.cases c), (SELECT array_agg(n) FROM registry.case_numbers n),
      (SELECT array_agg(r) FROM registry.records r), (SELECT array_agg(p) FROM registry.parties p), (SELECT array_agg(k) FROM registry.party_keys k)`,
      );
    const before = await state();
    await opened.writer.ingestRecords('police', page);
    expect(await state()).toEqual(before);
  });

  it('costs no statement of its own', async () => {
    const page = (from: number) =>
      Array.from({ length: 200 }, (_, n) => police(`A${from + n}`, { parties: [party(`A${from + n}#1`, '张拟甲')] }));
    const before = statements();
    await opened.writer.ingestRecords('police', page(0).slice(0, 1));
    const forOne = statements() - before;
    await opened.writer.ingestRecords('police', page(1));
    expect(statements() - before).toBe(2 * forOne);
  });
});

describe('a case', () => {
  it('is of the kind and at the stage that its records say together', async () => {
    await opened.writer.ingestRecords('12368', [
      court('C1', { caseUid: ONE, caseKind: 'MEDIATION', stage: 'ACCEPTANCE' }),
    ]);
    expect(await caseOf(opened, ONE)).toMatchObject({ kind: 'MEDIATION', currentStage: 'ACCEPTANCE' });
    await opened.writer.ingestRecords('12368', [court('C2', { caseKind: 'CIVIL', ...toCourt('C1') })]);
    await opened.writer.ingestRecords('legal-aid', [aid('L1', toCourt('C2'))]);
    expect(await caseOf(opened, ONE)).toMatchObject({ kind: 'CIVIL', currentStage: 'FIRST_INSTANCE' });
  });

  it('goes back a stage where its records do', async () => {
    await opened.writer.ingestRecords('police', [police('A1', { caseUid: ONE })]);
    await opened.writer.ingestRecords('12309', [review('R1', toPolice('A1'))]);
    await opened.writer.ingestRecords('12309', [review('R1', { stage: null, ...toPolice('A1') })]);
    expect(await caseOf(opened, ONE)).toMatchObject({ currentStage: 'INVESTIGATION' });
  });

  it('is sealed by any of its records, and stays so', async () => {
    await opened.writer.ingestRecords('police', [police('A1', { caseUid: ONE })]);
    const reviewed = (sealed: boolean) => review('R1', { ...toPolice('A1'), facts: { sealed } });
    await opened.writer.ingestRecords('12309', [reviewed(true)]);
    expect((await caseOf(opened, ONE))?.sealed).toBe(true);
    await opened.writer.ingestRecords('12309', [reviewed(false)]);
    expect((await caseOf(opened, ONE))?.sealed).toBe(true);
  });

  it('has the facts of its records for decisions', async () => {
    const assignments = [{ holder: 'GA0001', function: 'INVESTIGATOR', partyKey: null }];
    await opened.writer.ingestRecords('police', [police('A1', { caseUid: ONE, facts: { assignments } })]);
    expect(await opened.registry.factsOf(ONE, 60_000)).toMatchObject([{ recordNo: 'A1', assignments, live: false }]);
  });
});

describe('a labelled record', () => {
  const labelled = police('A1', { caseUid: ONE, facts: { labelled: true } });

  it('is refused; the alert says neither what nor which', async () => {
    const other = police('A2', { caseUid: TWO, ...toPolice('A1') });
    expect(taken(await opened.writer.ingestRecords('police', [labelled, other]))).toEqual([1, 0, 1]);
    expect(await dump(opened.url)).not.toContain('A1');
    expect(await alerts()).toEqual([{ rule: 'ingest.labelled', department: 'POLICE', system: 'police', count: 1 }]);
  });

  it('takes what was there of it with it', async () => {
    const facts = { recusedStaffNos: ['GA0002'] };
    await opened.writer.ingestRecords('police', [
      police('A1', { caseUid: ONE, facts, parties: [party('A1#1', '张拟甲')] }),
      police('A2', { caseUid: ONE, parties: [party('A2#1', '李拟乙')] }),
    ]);
    await opened.writer.ingestRecords('police', [labelled]);
    expect(await numbersOf(ONE)).toEqual(['A2']);
    expect((await partiesOf(opened, ONE)).map(({ displayName }) => displayName)).toEqual(['李拟乙']);
    expect((await opened.registry.factsOf(ONE, 60_000)).map(({ recordNo }) => recordNo)).toEqual(['A2']);
  });

  it('raises no alert at a second look', async () => {
    await opened.writer.ingestRecords('police', [labelled], { isSecondLook: true });
    expect(await alerts()).toEqual([]);
  });
});

describe('a number of another case', () => {
  it('stays there; the agency whose record it is has a notice, and there is one alert', async () => {
    await opened.writer.ingestRecords('12368', [court('C1', { caseUid: ONE })]);
    const claiming = police('A1', { caseUid: TWO, ...toCourt('C1') });
    expect(taken(await opened.writer.ingestRecords('police', [claiming]))).toEqual([1, 0, 0]);
    await opened.writer.ingestRecords('police', [claiming]);
    expect([await numbersOf(ONE), await numbersOf(TWO)]).toEqual([['C1'], ['A1']]);
    const differs = { agencyCode: 'COURT-379999', department: 'POLICE', system: 'police', field: 'COURT_CASE_NO' };
    expect(await opened.registry.noticesOf(ONE)).toEqual([
      { ...differs, notedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\+08:00$/) },
    ]);
    expect(await alerts()).toEqual([
      { rule: 'ingest.number-of-another-case', department: 'POLICE', system: 'police', count: 1 },
    ]);
  });

  it('stays there where its own record carries another caseUid', async () => {
    await opened.writer.ingestRecords('police', [police('A1', { caseUid: ONE })]);
    await opened.writer.ingestRecords('police', [police('A1', { caseUid: TWO })]);
    expect([await numbersOf(ONE), await caseOf(opened, TWO)]).toEqual([['A1'], undefined]);
    expect(await opened.registry.noticesOf(ONE)).toMatchObject([{ field: 'POLICE_CASE_NO', system: 'police' }]);
  });
});
