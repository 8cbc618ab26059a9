import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { UnreadableRecord } from '#adapters/systems/answers.ts';
import type { IngestedPoliceCase, PoliceSystem } from '#adapters/systems/police/port.ts';
import { policeRows } from '#demo/systems/police.ts';
import { CASES } from '#demo/world/cases.ts';
import { readable } from '#tests/harness/readable.ts';
import { bulkNumber, bulkRows } from '#tests/police/bulk.ts';
import { CASE_3, call, numbers, PATIENT, type Stack, startStack } from '#tests/police/harness.ts';
import { sql } from '#tests/registry/server.ts';

jest.setTimeout(30_000); // a watchdog

const COUNT = 250;
const ALL = Array.from({ length: COUNT }, (_, index) => bulkNumber(index)).sort();

let stack: Stack;
let system: PoliceSystem;
beforeAll(async () => {
  stack = await startStack(bulkRows(COUNT));
  system = stack.system(PATIENT);
});
afterAll(() => stack.stop());
beforeEach(() => stack.simulator.resetCalls());

/** All pages one after the other; `between` runs after each. */
async function pages(limit: number, between: (last: string) => Promise<void> = async () => {}) {
  const found: IngestedPoliceCase[][] = [];
  for (let after: string | null = null; ; ) {
    const page: IngestedPoliceCase[] = readable(await system.page(after, limit, call));
    found.push(page);
    after = page.at(-1)?.policeCaseNo ?? null;
    if (page.length < limit || after === null) return found;
    await between(after);
  }
}

const keys = (found: IngestedPoliceCase[][]) => found.flat().map(({ policeCaseNo }) => policeCaseNo as string);

describe('250 generated records', () => {
  it.each([
    [1, 251],
    [7, 36],
    [50, 6],
    [100, 3],
    [500, 1],
  ])('by pages of %i: all of them, by key, each with its parties', async (limit, count) => {
    const found = await pages(limit);
    expect(found).toHaveLength(count);
    expect(keys(found)).toEqual(ALL);
    for (const { policeCaseNo, parties } of found.flat()) {
      expect(parties.map(({ partyKey }) => partyKey)).toEqual([`R${policeCaseNo.slice(1)}`]);
    }
  });

  it('cost two statements a page', async () => {
    await system.page(null, 100, call);
    expect(stack.simulator.calls()).toEqual({ V_AJXX: 1, V_AJRY: 1 });
    await system.page(numbers('A9999999999992099129999')[0] ?? null, 100, call);
    expect(stack.simulator.calls()).toEqual({ V_AJXX: 2, V_AJRY: 1 });
  });

  it('what comes in meanwhile moves nothing: no record twice, none lost', async () => {
    const added: string[] = [];
    const insert = async (last: string) => {
      // One behind the page that was read, and one that is still to come.
      for (const station of ['000000000000', '999999999999']) {
        const number = `A${station}20240100${String(added.length).padStart(2, '0')}`;
        await sql(
          stack.databaseUrl,
          `INSERT INTO gaba.t_aj SELECT (jsonb_populate_record(t, jsonb_build_object('ajbh', $2::text))).* FROM gaba.t_aj t WHERE ajbh = $1`,
          [last, number],
        );
        added.push(number);
      }
    };
    const found = keys(await pages(50, insert));
    await sql(stack.databaseUrl, 'DELETE FROM gaba.t_aj WHERE ajbh = ANY($1)', [added]);
    expect(added.length).toBeGreaterThanOrEqual(10);
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual([...ALL, ...added.filter((number) => number.startsWith('A9'))]);
  });
});

describe('a record whose own number is not one', () => {
  it.each(['A37999900000020250500-8', 'a3799990000002025050008', 'A379999000000202505008 '])(
    '%p keeps its place, and the pages go on behind it',
    async (spoiled) => {
      const insert = `INSERT INTO gaba.t_aj SELECT (jsonb_populate_record(t, jsonb_build_object('ajbh', $2::text))).* FROM gaba.t_aj t WHERE ajbh = $1`;
      await sql(stack.databaseUrl, insert, [ALL[0], spoiled]);
      const found: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page = await system.page(after, 100, call);
        found.push(...page.map((each) => (each instanceof UnreadableRecord ? each.key : each.policeCaseNo)));
        after = found.at(-1) ?? null;
        more = page.length === 100;
      }
      await sql(stack.databaseUrl, 'DELETE FROM gaba.t_aj WHERE ajbh = $1', [spoiled]);
      expect(found).toEqual([...ALL, spoiled].sort());
    },
  );
});

it('rows that come in chunks are all there, beside those that do not', async () => {
  const { T_AJ, T_AJRY } = bulkRows(COUNT);
  const chunked = await startStack(policeRows(), {
    identity: 'chunks',
    *chunks() {
      yield { T_AJ: T_AJ.slice(0, 100) };
      yield { T_AJ: T_AJ.slice(100), T_AJRY };
    },
  });
  const found = readable(await chunked.system(PATIENT).page(null, 500, call));
  await chunked.stop();
  const world = policeRows().T_AJ.map(({ AJBH }) => AJBH);
  expect(found.map(({ policeCaseNo }) => policeCaseNo)).toEqual([...ALL, ...world].sort());
});

it.each([0, 501, 1.5, Number.NaN])('a page of %p is refused before anything is asked', async (rows) => {
  await expect(system.page(null, rows, call)).rejects.toThrow(RangeError);
  const pending = system.handoversByCentre(
    { detentionCentre: 'DETENTION-379999', pendingOnly: true, first: rows, after: null },
    call,
  );
  await expect(pending).rejects.toThrow(RangeError);
  expect(stack.simulator.calls()).toEqual({});
});

describe('the page of the world', () => {
  let world: Stack;
  let found: readonly IngestedPoliceCase[];
  beforeAll(async () => {
    world = await startStack();
    found = readable(await world.system(PATIENT).page(null, 500, call));
  });
  afterAll(() => world.stop());

  const record = (ending: string) => found.find(({ policeCaseNo }) => policeCaseNo.endsWith(ending));

  it('has every record, by key', () => {
    expect(found.map(({ policeCaseNo }) => policeCaseNo)).toEqual(
      policeRows()
        .T_AJ.map(({ AJBH }) => AJBH)
        .sort(),
    );
  });

  it('gives what ingest needs: agency, linked numbers, parties with their identity numbers', () => {
    expect(record('2025010012')).toEqual({
      policeCaseNo: 'A3799990000002025010012',
      agencyCode: 'POLICE-379999',
      sealed: false,
      labelled: false,
      assignments: [{ staffNo: 'GA0002', function: 'INVESTIGATOR' }],
      recusedStaffNos: [],
      counsel: [],
      custodies: [],
      caseUid: 'ZF-2025-000012',
      status: 'TRANSFERRED_FOR_PROSECUTION',
      linkedNumbers: [
        {
          kind: 'ACCEPTANCE_NO',
          number: '虚检刑诉受〔2025〕379999000012号',
          raw: '虚检刑诉受〔2025〕379999000012号',
        },
        { kind: 'COURT_CASE_NO', number: '（2025）鲁9999刑初999912号', raw: '（2025）鲁9999刑初999912号' },
      ],
      parties: [
        {
          partyKey: 'R3799990000002025010121',
          role: 'SUSPECT_OR_DEFENDANT',
          legalStatus: 'SUSPECT',
          displayName: '沈拟酉',
          protectedIdentity: false,
          minorAtOffence: false,
          idNumber: '379999198808080197',
        },
      ],
    });
  });

  it('has in each row the facts that a decision asks for', async () => {
    const facts = await world
      .system(PATIENT)
      .caseFacts(numbers(...found.map(({ policeCaseNo }) => policeCaseNo)), call);
    for (const row of found) expect(row).toMatchObject({ ...facts.get(row.policeCaseNo) });
    expect(facts.size).toBe(found.length);
  });

  it('has the platform number of every case, of both records of case 10 and the sealed one, and none of the labelled', () => {
    const world = new Map(CASES.flatMap(({ caseUid, policeCaseNos }) => policeCaseNos.map((no) => [no, caseUid])));
    expect(world.size).toBe(found.length - 1);
    for (const { policeCaseNo, caseUid } of found) expect(caseUid).toBe(world.get(policeCaseNo) ?? null);
  });

  it('flags the sealed record, and the labelled one, of which it gives nothing', () => {
    expect(record('2023070004')).toMatchObject({ sealed: true, labelled: false, parties: [{ minorAtOffence: true }] });
    expect(record('2025050099')).toEqual({
      policeCaseNo: 'A3799990000002025050099',
      agencyCode: 'POLICE-379999',
      sealed: false,
      labelled: true,
      assignments: [],
      recusedStaffNos: [],
      counsel: [],
      custodies: [],
      caseUid: null,
      status: null,
      linkedNumbers: [],
      parties: [],
    });
  });

  it('names protected persons by their aliases, without a number', () => {
    expect(record('2025020006')?.parties.slice(1)).toMatchObject([
      { displayName: '被害人甲', protectedIdentity: true, idNumber: null },
      { displayName: '证人甲', protectedIdentity: true, idNumber: null },
    ]);
  });

  it('leaves case 7 without its second number', () => {
    expect(record('2025050007')?.linkedNumbers).toEqual([]);
  });
});

describe('a ledger with many pending hand-overs', () => {
  const COUNT = 30;
  let crowded: Stack;
  beforeAll(async () => {
    const rows = policeRows();
    const [held] = rows.T_ZYRY.filter(({ AJBH }) => AJBH === CASE_3);
    const [pending] = rows.T_HY.filter(({ HZSJ, ZYBH }) => HZSJ === '' && ZYBH === held?.ZYBH);
    if (held === undefined || pending === undefined) throw new Error('the demo has no pending hand-over in case 3');
    const more = Array.from({ length: COUNT }, (_, index) => `HY9${String((index * 7) % COUNT).padStart(3, '0')}`);
    crowded = await startStack({ ...rows, T_HY: [...rows.T_HY, ...more.map((HYBH) => ({ ...pending, HYBH }))] });
  });
  afterAll(() => crowded.stop());

  it.each([1, 7, 31, 500])('by pages of %i: all of them, by key', async (first) => {
    const system = crowded.system(PATIENT);
    const keys: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await system.handoversByCentre(
        { detentionCentre: 'DETENTION-379999', pendingOnly: true, first, after },
        call,
      );
      keys.push(...page.map(({ handover }) => handover.handoverKey));
      after = keys.at(-1) ?? null;
      if (page.length < first) break;
    }
    expect(keys).toEqual([...keys].sort());
    expect(new Set(keys).size).toBe(COUNT + 1);
    expect(keys).toHaveLength(COUNT + 1);
  });
});
