import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type BindValue, ORACLE_TYPES, type OraValue } from '#simulators/oracle/engine.ts';
import { createSqlEngine, type SqlEngine } from '#simulators/oracle/sql/engine.ts';
import type { SqlSession } from '#simulators/oracle/sql/session.ts';
import { openServer, type TestServer } from '#tests/registry/server.ts';

jest.setTimeout(30_000); // a watchdog

const never = new AbortController().signal;
let server: TestServer;
let engine: SqlEngine;
let session: SqlSession;
beforeAll(async () => {
  server = openServer();
  engine = await createSqlEngine({ databaseUrl: await server.freshDatabase(), owners: ['OWNER'] });
  session = await engine.openSession('OWNER');
  await run('CREATE TABLE T (K CHAR(5) PRIMARY KEY, N NUMBER(10,2) NOT NULL, V VARCHAR2(20 CHAR), D DATE, C CLOB)');
});
afterAll(async () => {
  await session.close();
  await engine.close();
  await server.close();
});

type Bind = string | number | null | BindValue;

function bind(value: Bind): BindValue {
  if (typeof value === 'number') return { type: ORACLE_TYPES.NUMBER, value: String(value) };
  return value === null || typeof value === 'string' ? { type: ORACLE_TYPES.VARCHAR, value } : value;
}

function run(sql: string, binds: Bind[] = [], on = session, signal = never) {
  return on.execute(on.prepare(sql), binds.map(bind), signal);
}

async function rows(sql: string, ...binds: Bind[]): Promise<OraValue[][]> {
  return (await run(sql, binds)).rows ?? [];
}

const expectError = (number: number, sql: string, ...binds: Bind[]) =>
  expect((async () => run(sql, binds))()).rejects.toMatchObject({ number });

beforeEach(async () => {
  await session.rollback();
  await run('DELETE FROM T');
  await run("INSERT INTO T VALUES ('ab', 1.5, NULL, TO_DATE('2025-05-30 10:05', 'YYYY-MM-DD HH24:MI'), 'long')");
  await session.commit();
});

describe('expressions', () => {
  it.each<[string, OraValue, Bind[]]>([
    ["'a' || NULL || 'b'", 'ab', []],
    ["'a' || '' || :1", 'a', ['']],
    ["'' || ''", null, []],
    ["1 || 'a'", '1a', []],
    ["NVL(:1, 'x')", 'x', ['']],
    ["NVL2(:1, 'y', 'n')", 'n', [null]],
    ["DECODE(:1, NULL, 'none', 'a', 'A', 'other')", 'none', ['']],
    ["DECODE(:1, NULL, 'none', 'a', 'A', 'other')", 'A', ['a']],
    ["SUBSTR('abcdef', -3, 2)", 'de', []],
    ["SUBSTR('abcdef', 0, 2)", 'ab', []],
    ["SUBSTR('abc', 9)", null, []],
    ["INSTR('abc', 'c')", '3', []],
    ["TRIM('  ')", null, []],
    ["RPAD('a', 3) || '.'", 'a  .', []],
    ['LENGTH(:1)', null, ['']],
    ['TO_CHAR(1.50)', '1.5', []],
    ["TO_NUMBER('12.5') + 1", '13.5', []],
    ["TO_CHAR(TRUNC(TO_DATE('2025-05-30 10:05', 'YYYY-MM-DD HH24:MI')) + 3, 'YYYYMMDD')", '20250602', []],
    ["TO_DATE('2025-06-02', 'YYYY-MM-DD') - TO_DATE('2025-05-30', 'YYYY-MM-DD')", '3', []],
    ['TO_CHAR(SYSDATE - SYSDATE)', '0', []],
    ['TRUNC(1.9)', '1', []],
  ])('%s is %p', async (expression, value, binds) => {
    const [[result] = []] = await rows(`SELECT ${expression} AS X FROM DUAL`, ...binds);
    const isNumber = typeof value === 'string' && typeof result === 'string' && /^[\d.]+$/.test(value);
    expect(isNumber ? String(Number(result)) : result).toBe(value);
  });
});

describe('a CHAR column', () => {
  it('keeps its padding', async () => {
    expect(await rows("SELECT K, LENGTH(K), K || '|', TRIM(K) FROM T")).toEqual([['ab   ', '5', 'ab   |', 'ab']]);
  });

  it.each<[string, Bind, number]>([
    ['K = :1', 'ab', 0],
    ['K = :1', 'ab   ', 1],
    ['T.K IN (:1)', 'ab   ', 1],
    ['K = :1', { type: ORACLE_TYPES.CHAR, value: 'ab' }, 1],
    ['TRIM(K) = :1', 'ab', 1],
    ["K = 'ab' AND :1 IS NOT NULL", 'x', 1],
    ['N = :1', '1.5', 1],
    ['N = :1', 1.5, 1],
    ['D = :1', { type: ORACLE_TYPES.DATE, value: '2025-05-30 10:05:00' }, 1],
  ])('%s for %j finds %i', async (condition, value, count) => {
    expect(await rows(`SELECT 1 FROM T WHERE ${condition}`, value)).toHaveLength(count);
  });
});

describe('queries', () => {
  beforeEach(async () => {
    await run('INSERT INTO T (K, N) VALUES (:1, :2)', ['cd', 2]);
  });

  it.each<[string, Bind[], OraValue[][]]>([
    ['SELECT * FROM (SELECT N FROM T ORDER BY N DESC) WHERE ROWNUM <= :1', [1], [['2.00']]],
    ['SELECT N FROM T ORDER BY N FETCH FIRST :1 ROWS ONLY', [1], [['1.50']]],
    ['SELECT N FROM T MINUS SELECT N FROM T WHERE N > 1.6', [], [['1.50']]],
    ['SELECT N FROM T WHERE V IS NULL AND (:1 IS NULL OR N = :1) ORDER BY N', ['', ''], [['1.50'], ['2.00']]],
  ])('%s', async (sql, binds, expected) => {
    expect(await rows(sql, ...binds)).toEqual(expected);
  });

  it('describes columns without running', async () => {
    expect(await session.describe(session.prepare('SELECT K, N, V, D, C, N AS M FROM T WHERE K = :1'))).toMatchObject([
      { name: 'K', type: ORACLE_TYPES.CHAR, size: 5 },
      { name: 'N', type: ORACLE_TYPES.NUMBER, precision: 10, scale: 2 },
      { name: 'V', type: ORACLE_TYPES.VARCHAR, size: 20 },
      { name: 'D', type: ORACLE_TYPES.DATE },
      { name: 'C', type: ORACLE_TYPES.CLOB },
      { name: 'M', type: ORACLE_TYPES.NUMBER },
    ]);
    expect(await session.describe(session.prepare('DELETE FROM T'))).toBeUndefined();
  });
});

describe('errors', () => {
  it.each<[number, string]>([
    [942, 'SELECT 1 FROM NOPE'],
    [942, 'SELECT 1 FROM NOPE.T'],
    [904, 'SELECT NOPE FROM T'],
    [904, 'SELECT NOPE(K) FROM T'],
    [933, 'SELECT FROM WHERE'],
    [1, "INSERT INTO T (K, N) VALUES ('ab', 1)"],
    [1400, "INSERT INTO T (K, N) VALUES ('x', '')"],
    [1722, "SELECT TO_NUMBER('x') FROM DUAL"],
    [12899, "INSERT INTO T (K, N) VALUES ('too long', 1)"],
    [955, 'CREATE TABLE T (A NUMBER)'],
    [900, 'MERGE INTO T'],
    [6550, 'BEGIN nothing; END;'],
  ])('ORA-%i: %s', async (number, sql) => {
    await expectError(number, sql);
  });

  it('say where', async () => {
    const sql = "SELECT NVL(V, ''), NOPE FROM T";
    await expect(run(sql)).rejects.toMatchObject({ offset: sql.indexOf('NOPE') });
  });
});

describe('sessions', () => {
  it('a failing statement undoes only itself', async () => {
    await run("INSERT INTO T (K, N) VALUES ('cd', 2)");
    expect(session.inTransaction).toBe(true);
    await expectError(1, "INSERT INTO T (K, N) VALUES ('ab', 1)");
    await run('COMMIT');
    expect(session.inTransaction).toBe(false);
    expect(await rows('SELECT COUNT(*) FROM T')).toEqual([['2']]);
  });

  it('do not see what others have not committed', async () => {
    const other = await engine.openSession('READER');
    await run('UPDATE T SET N = 9');
    expect((await run('SELECT N FROM OWNER.T', [], other)).rows).toEqual([['1.50']]);
    await session.commit();
    expect((await run('SELECT N FROM OWNER.T', [], other)).rows).toEqual([['9.00']]);
    await other.close();
  });

  it('that end roll back', async () => {
    const other = await engine.openSession('OWNER');
    await run('UPDATE T SET N = 9', [], other);
    await other.close();
    expect(await rows('SELECT N FROM T')).toEqual([['1.50']]);
  });

  it('of others than owners only read', async () => {
    const reader = await engine.openSession('READER');
    await expect(run('DELETE FROM OWNER.T', [], reader)).rejects.toMatchObject({ number: 1031 });
    await reader.rollback();
    await expect(run('CREATE TABLE X (A NUMBER)', [], reader)).rejects.toMatchObject({ number: 1031 });
    await reader.close();
  });

  it('a query that is broken off ends, and the session goes on', async () => {
    const breaker = new AbortController();
    const sleeping = run('SELECT pg_sleep(60) FROM DUAL', [], session, breaker.signal);
    setTimeout(() => breaker.abort(), 50);
    await expect(sleeping).rejects.toMatchObject({ number: 1013 });
    expect(await rows('SELECT 1 FROM DUAL')).toEqual([['1']]);
  });

  it('a call that was broken off before it began does not begin', async () => {
    await expect(run('DELETE FROM T', [], session, AbortSignal.abort())).rejects.toMatchObject({ number: 1013 });
    expect(await rows('SELECT COUNT(*) FROM T')).toEqual([['1']]);
  });
});
