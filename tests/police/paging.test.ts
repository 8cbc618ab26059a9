import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { IngestedPoliceCase, PoliceSystem } from '#adapters/systems/police/port.ts';
import { policeRows } from '#demo/systems/police.ts';
import { bulkNumber, bulkRows } from '#tests/police/bulk.ts';
import { call, numbers, PATIENT, type Stack, startStack } from '#tests/police/harness.ts';
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
  for (let after = null as IngestedPoliceCase['policeCaseNo'] | null; ; ) {
    const page = await system.page(after, limit, call);
    found.push([...page]);
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

it.each([0, 501, 1.5, Number.NaN])('a page of %p is refused before anything is asked', async (limit) => {
  await expect(system.page(null, limit, call)).rejects.toThrow(RangeError);
  expect(stack.simulator.calls()).toEqual({});
});

describe('the page of the world', () => {
  let world: Stack;
  let found: readonly IngestedPoliceCase[];
  beforeAll(async () => {
    world = await startStack();
    found = await world.system(PATIENT).page(null, 500, call);
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

  it('flags the sealed record, and the labelled one, of which it gives nothing', () => {
    expect(record('2023070004')).toMatchObject({ sealed: true, labelled: false, parties: [{ minorAtOffence: true }] });
    expect(record('2025050099')).toEqual({
      policeCaseNo: 'A3799990000002025050099',
      agencyCode: 'POLICE-379999',
      sealed: false,
      labelled: true,
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
