import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Bind, BindError } from '#adapters/oracle/binds.ts';
import type { OracleConnector } from '#adapters/oracle/connector.ts';
import type { OracleProcedure } from '#adapters/oracle/statement.ts';
import { type BindValue, ORACLE_TYPES, type OutValue } from '#simulators/oracle/engine.ts';
import { column } from '#simulators/oracle/testing/fake-engine.ts';
import { call, type Oracle, startOracle } from '#tests/oracle/harness.ts';

const T = ORACLE_TYPES;
const SQL = 'SELECT :v FROM DUAL';
const BLOCK = 'BEGIN P.Q(:a, :b, :c); END;';

let oracle: Oracle;
let connector: OracleConnector;
let received: BindValue[] = [];
beforeAll(async () => {
  oracle = await startOracle();
  connector = oracle.connector();
  oracle.engine.on(SQL, (binds) => {
    received = binds;
    return { columns: [column.varchar('X')], rows: [['x']], rowCount: 0 };
  });
});
afterAll(() => oracle.stop());
beforeEach(() => {
  received = [];
});

const send = (bind: Bind) => connector.query({ name: 'send', sql: SQL }, { v: bind }, call);

describe('a bind', () => {
  it.each<[Bind, BindValue]>([
    ['文字', { type: T.VARCHAR, value: '文字' }],
    ['', { type: T.VARCHAR, value: null }],
    [null, { type: T.VARCHAR, value: null }],
    [
      { kind: 'ntext', value: '㛃𠮷' },
      { type: T.VARCHAR, value: '㛃𠮷' },
    ],
    [
      { kind: 'number', value: '99999999999999999999999999999999999999' },
      { type: T.NUMBER, value: '9'.repeat(38) },
    ],
    [
      { kind: 'number', value: '-0.5' },
      { type: T.NUMBER, value: '-0.5' },
    ],
    [
      { kind: 'number', value: '007.10' },
      { type: T.NUMBER, value: '7.1' },
    ],
    [
      { kind: 'number', value: '0.12345678901234567890' },
      { type: T.VARCHAR, value: '0.12345678901234567890' },
    ],
    [
      { kind: 'number', value: null },
      { type: T.NUMBER, value: null },
    ],
    [
      { kind: 'date', value: '1986-05-04T02:30:00' },
      { type: T.DATE, value: '1986-05-04 02:30:00' },
    ],
    [
      { kind: 'date', value: '0001-01-01' },
      { type: T.DATE, value: '0001-01-01 00:00:00' },
    ],
    [
      { kind: 'timestamp', value: '2025-05-30T10:05:00.123456789' },
      { type: T.TIMESTAMP, value: '2025-05-30 10:05:00.123456789' },
    ],
    [
      { kind: 'timestamptz', value: '2025-05-30T10:05:00+05:30' },
      { type: T.TIMESTAMP_TZ, value: '2025-05-30 04:35:00+00' },
    ],
    [
      { kind: 'raw', value: '00ff0A' },
      { type: T.RAW, value: Buffer.from([0, 255, 10]) },
    ],
    [
      { kind: 'clob', value: '长'.repeat(40_000) },
      { type: T.CLOB, value: '长'.repeat(40_000) },
    ],
    [
      { kind: 'blob', value: 'AP8K' },
      { type: T.BLOB, value: Buffer.from([0, 255, 10]) },
    ],
  ])('%j', async (bind, expected) => {
    await send(bind);
    expect(received).toEqual([expected]);
  });

  it.each<Bind>([
    { kind: 'number', value: '1e5' },
    { kind: 'number', value: '1,5' },
    { kind: 'number', value: ' 1' },
    { kind: 'date', value: '2025-02-29' },
    { kind: 'date', value: '2025-02-28T00:00:00.5' },
    { kind: 'timestamptz', value: '2025-02-28T00:00:00' },
    { kind: 'raw', value: '0g' },
    { kind: 'raw', value: '123' },
    { kind: 'blob', value: '***' },
  ])('%j is refused by its name before anything is sent, and its value stays with us', async (bind) => {
    await expect(send(bind)).rejects.toThrow(BindError);
    await expect(send(bind)).rejects.toThrow(/^bind :v is no \w+$/);
    expect(received).toEqual([]);
  });
});

it('a statement that is no query is not sent', async () => {
  await expect(connector.query({ name: 'send', sql: 'DELETE FROM T' }, [], call)).rejects.toThrow(TypeError);
  expect(oracle.engine.executed).not.toContain('DELETE FROM T');
});

describe('a procedure', () => {
  const declared = (more: Partial<OracleProcedure>): OracleProcedure => ({
    name: 'p',
    block: BLOCK,
    in: ['a'],
    ...more,
  });
  /** Gives back these values through the binds :b and :c. */
  const gives = (...values: OutValue[]) =>
    oracle.engine.on(BLOCK, (binds) => {
      received = binds;
      return { rowCount: 0, outBinds: values.map((value, index) => ({ index: index + 1, value })) };
    });

  it('gives what comes out of it as text', async () => {
    gives('99999999999999999999999999999999999999', '2025-03-09 02:30:00');
    const procedure = declared({ out: { b: { kind: 'number' }, c: { kind: 'date' } } });
    const { out, rows } = await connector.callProcedure(procedure, { a: 'x' }, call);
    expect([out, rows]).toEqual([{ b: '9'.repeat(38), c: '2025-03-09T02:30:00' }, []]);
    expect(received.map(({ type }) => type)).toEqual([T.VARCHAR, T.VARCHAR, T.DATE]);
  });

  it('changes an IN OUT, gives RAW and a CLOB', async () => {
    gives(Buffer.from([1, 171]), '长'.repeat(50_000));
    const procedure = declared({
      inOut: { b: { kind: 'raw', maxBytes: 16 } },
      out: { c: { kind: 'clob', maxBytes: 1e6 } },
    });
    const { out } = await connector.callProcedure(procedure, { a: 'x', b: '00FF' }, call);
    expect(received[1]?.value).toEqual(Buffer.from([0, 255]));
    expect([out.b, out.c?.length]).toEqual(['01AB', 50_000]);
    const short = declared({ out: { b: { kind: 'raw' }, c: { kind: 'clob', maxBytes: 100 } } });
    await expect(connector.callProcedure(short, { a: 'x' }, call)).rejects.toMatchObject({
      cause: { message: 'a LOB is longer than 100' },
    });
  });

  it('has a cursor, whose rows are read like a query’s', async () => {
    gives('0000', {
      columns: [column.number('N'), { name: 'D', type: T.DATE, maxSize: 7 }],
      rows: [['0.5', '0001-01-01 00:00:00']],
    });
    const procedure = declared({ out: { b: 16 }, cursor: 'c' });
    expect(await connector.callProcedure(procedure, { a: 'x' }, call)).toEqual({
      out: { b: '0000' },
      rows: [{ N: '0.5', D: '0001-01-01T00:00:00' }],
    });
  });

  it.each([
    ['is missing', {}, /^bind :a has no value$/],
    ['is for no bind', { a: 'x', z: 'y' }, /^bind :z does not go into the block$/],
    ['would come out', { a: 'x', b: 'y' }, /^bind :b does not go/],
  ])('is not called where an input %s', async (_, inputs, sentence) => {
    await expect(connector.callProcedure(declared({ out: { b: 9, c: 9 } }), inputs, call)).rejects.toThrow(sentence);
  });
});
