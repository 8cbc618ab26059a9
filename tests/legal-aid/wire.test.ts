import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LegalAidSystem } from '#adapters/systems/legal-aid/port.ts';
import { legalAidRows } from '#demo/systems/legal-aid.ts';
import { startLegalAid } from '#simulators/legal-aid/server.ts';
import { alone } from '#tests/harness/limits.ts';
import { call, ids, PATIENT, type Stack, startStack } from '#tests/legal-aid/harness.ts';
import { sql } from '#tests/registry/server.ts';

const FIRST = 'LA-2025-000001';
const SECOND = 'LA-2025-000002';
const UNKNOWN = 'LA-2025-000099';

jest.setTimeout(30_000); // a watchdog

let stack: Stack;
let system: LegalAidSystem;
beforeAll(async () => {
  stack = await startStack();
  system = stack.system(PATIENT);
});
afterAll(() => stack.stop());
beforeEach(() => stack.simulator.resetCalls());

describe('what it costs', () => {
  const many = ids(...Array.from({ length: 51 }, (_, index) => `LA-2024-${String(index).padStart(6, '0')}`));

  it.each([
    ['one id', ids(FIRST), 1],
    ['three ids', ids(FIRST, SECOND, UNKNOWN), 1],
    ['an id asked twice', ids(FIRST, FIRST), 1],
    ['51 ids', many, 2],
    ['none', [], 0],
  ])('%s', async (_, keys, statements) => {
    await system.caseFacts(keys, call);
    await system.casesById(keys, call);
    await system.beneficiariesByCase(keys, call);
    await system.assignmentsByCase(keys, call);
    const each = { 'PKG_FLYZ.CX_ZPLS': statements, V_FYAJ: statements, V_FYAJ_QX: statements, V_SYR: statements };
    expect(stack.simulator.calls()).toEqual(statements === 0 ? {} : each);
  });

  it('no more sessions than the pool allows, however many ask', async () => {
    const crowd = stack.system({ limits: alone(10_000, { concurrency: 3 }) });
    const before = stack.simulator.openConnections();
    const asked = Array.from({ length: 30 }, (_, index) =>
      crowd.casesById(ids(FIRST), { ...call, rights: String(index) }),
    );
    let most = 0;
    for (const each of asked) {
      expect((await each).size).toBe(1);
      most = Math.max(most, stack.simulator.openConnections() - before);
    }
    expect(most).toBe(3);
  });

  it('a ping asks nobody', async () => {
    await system.ping(call);
    expect(stack.simulator.calls()).toEqual({ DUAL: 1 });
  });
});

describe('the wire', () => {
  it('numbers keep their digits, CHAR its padding, CLOB is text, an empty text is null', async () => {
    const [row] = await stack.query(
      "SELECT 12345678901234567890.123 AS N, '' AS E, :1 AS B, CAST('长' AS CLOB) AS C FROM DUAL",
      [''],
    );
    expect(row).toEqual({ N: '12345678901234567890.123', E: null, B: null, C: '长' });
    const [padded] = await stack.query('SELECT FYAJBH FROM FYZX.V_FYAJ WHERE AH = :1', ['（2025）虚法援刑字第1号']);
    expect(padded).toEqual({ FYAJBH: 'LA-2025-000001          ' });
  });

  it('a key without its padding is not found, as in Oracle', async () => {
    const select = 'SELECT FYAJBH FROM FYZX.V_FYAJ WHERE FYAJBH = :1';
    expect(await stack.query(select, [FIRST])).toEqual([]);
    expect(await stack.query(select, [FIRST.padEnd(24)])).toHaveLength(1);
  });

  it('a DATE is its own text, wherever this process runs', async () => {
    const select = "SELECT ZPQX, TO_CHAR(ZPQX, 'YYYY-MM-DD') AS D FROM FYZX.V_FYAJ WHERE ZPQX IS NOT NULL";
    const rows = await stack.query(select);
    expect(rows.length).toBeGreaterThan(0);
    for (const { ZPQX, D } of rows) expect(ZPQX).toBe(`${D}T00:00:00`);
  });

  it.each([
    ['', '1001'],
    [Array.from({ length: 51 }, () => FIRST).join(','), '1002'],
    [`${FIRST},${SECOND}`, '0000'],
  ])('the package answers the list %j with %s', async (keys, code) => {
    const { out, rows } = await stack.connector().callProcedure(
      {
        ...{ name: 'test', block: 'BEGIN FYZX.PKG_FLYZ.CX_ZPLS(:k, :c, :t, :r); END;' },
        ...{ in: ['k'], out: { c: 16, t: 600 }, cursor: 'r' },
      },
      { k: keys },
      call,
    );
    expect(out.c).toBe(code);
    expect(rows).toHaveLength(code === '0000' ? 2 : 0);
  });

  it('the account may read and nothing else', async () => {
    await expect(stack.execute('SELECT * FROM T_FYAJ')).rejects.toMatchObject({ code: 'ORA-00942' });
    await expect(stack.execute('DELETE FROM FYZX.T_FYAJ')).rejects.toMatchObject({ code: 'ORA-01031' });
  });
});

describe('starting again on the same database', () => {
  const tableId = async () => (await sql(stack.databaseUrl, "SELECT 'fyzx.t_fyaj'::regclass::oid AS id"))[0]?.id;
  const restart = async (rows = legalAidRows()) => {
    const again = await startLegalAid({ port: 0, databaseUrl: stack.databaseUrl, rows, password: 'other' });
    await again.close();
  };

  it('leaves the same rows as they are, and loads others', async () => {
    const before = await tableId();
    await restart();
    expect(await tableId()).toBe(before);
    const { T_FYAJ, ...others } = legalAidRows();
    await restart({ ...others, T_FYAJ: T_FYAJ.map((row) => ({ ...row, FCBZ: '1' })) });
    expect(await tableId()).not.toBe(before);
    expect(await sql(stack.databaseUrl, 'SELECT DISTINCT fcbz FROM fyzx.t_fyaj')).toEqual([{ fcbz: '1' }]);
  });
});
