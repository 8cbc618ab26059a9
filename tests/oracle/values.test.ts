import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OracleConnector } from '#adapters/oracle/connector.ts';
import { type ColumnMeta, ORACLE_TYPES, type OraValue } from '#simulators/oracle/engine.ts';
import { column, query } from '#simulators/oracle/testing/fake-engine.ts';
import { call, type Oracle, startOracle } from '#tests/oracle/harness.ts';

let oracle: Oracle;
let connector: OracleConnector;
beforeAll(async () => {
  oracle = await startOracle();
  connector = oracle.connector();
});
afterAll(() => oracle.stop());

const T = ORACLE_TYPES;
const SQL = 'SELECT X FROM T';

/** What the connector reads of one value of a type. */
async function read(type: number, value: OraValue, more: Partial<ColumnMeta> = {}) {
  const sql = `${SQL} /* ${type} ${JSON.stringify(more)} ${String(value).slice(0, 40)} */`;
  oracle.engine.on(sql, () => query([{ name: 'X', type, maxSize: 4000, ...more }], [[value]]));
  const [row] = await connector.query({ name: 'read', sql }, [], call);
  return row?.X;
}

describe('numbers', () => {
  it.each([
    ['99999999999999999999999999999999999999', undefined],
    ['-12345678901234567890123456789012345678', undefined],
    ['0.00000000000000000000000000000000000001', undefined],
    ['0.5', undefined],
    ['-0.05', undefined],
    ['0', undefined],
    ['9007199254740993', undefined],
    ['100', undefined],
    ['1e125', `1${'0'.repeat(125)}`],
    ['1e-130', `0.${'0'.repeat(129)}1`],
  ])('NUMBER %s', async (value, text = value) => {
    expect(await read(T.NUMBER, value)).toBe(text);
  });

  it.each([
    [0.1, '0.1'],
    [1 / 3, '0.3333333333333333'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [-2, '-2'],
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '-INF'],
  ])('BINARY_DOUBLE %d is its shortest text', async (value, text) => {
    expect(await read(T.BINARY_DOUBLE, value)).toBe(text);
  });

  it.each([
    [Math.fround(0.1), '0.1'],
    [Math.fround(16_777_217), '16777216'],
    [Math.fround(1e-45), '1e-45'],
  ])('BINARY_FLOAT %d is its shortest text', async (value, text) => {
    expect(await read(T.BINARY_FLOAT, value)).toBe(text);
  });
});

describe('dates', () => {
  it.each([
    ['2025-05-30 10:05:00', '2025-05-30T10:05:00'],
    ['1986-05-04 02:30:00', '1986-05-04T02:30:00'],
    ['2025-03-09 02:30:00', '2025-03-09T02:30:00'],
    ['0001-01-01 00:00:00', '0001-01-01T00:00:00'],
    ['0099-12-31 23:59:59', '0099-12-31T23:59:59'],
    ['9999-12-31 00:00:00', '9999-12-31T00:00:00'],
  ])('DATE %s', async (value, text) => {
    expect(await read(T.DATE, value, { maxSize: 7 })).toBe(text);
  });

  it.each([
    [T.TIMESTAMP, '2025-03-09 02:30:00.123456789', '2025-03-09T02:30:00.123456789'],
    [T.TIMESTAMP, '2025-03-09 02:30:00.500000', '2025-03-09T02:30:00.5'],
    [T.TIMESTAMP_TZ, '2025-03-09 02:30:00.000000001+05:30', '2025-03-09T02:30:00.000000001+05:30'],
    [T.TIMESTAMP_TZ, '2025-03-09 02:30:00-03:30', '2025-03-09T02:30:00-03:30'],
    [T.TIMESTAMP_TZ, '2025-01-01 00:00:00 region 250', '2025-01-01T00:00:00+00:00'],
    // The database's zone is UTC, the session's +08:00.
    [T.TIMESTAMP_LTZ, '2025-03-09 02:30:00.25+00:00', '2025-03-09T10:30:00.25+08:00'],
  ])('type %i: %s', async (type, value, text) => {
    expect(await read(type, value, { maxSize: 13 })).toBe(text);
  });

  it('before the year 1 is refused by the column’s name', async () => {
    await expect(read(T.DATE, '-0044-03-15 00:00:00', { maxSize: 7 })).rejects.toMatchObject({
      code: 'DEPARTMENT_DATA_INVALID',
      cause: { message: 'column X is no date of the years 1 to 9999' },
    });
  });
});

describe('characters and bytes', () => {
  it.each([
    ['VARCHAR2', T.VARCHAR, '李拟乙㛃𠮷', {}],
    ['VARCHAR2 of 32767 bytes', T.VARCHAR, '㛃'.repeat(10_922), { maxSize: 32_767 }],
    ['NVARCHAR2', T.VARCHAR, '㛃𠮷', { charsetForm: 2 }],
    ['NCHAR', T.CHAR, '𠮷 ', { charsetForm: 2 }],
    ['LONG', T.LONG, '长'.repeat(50_000), {}],
    ['CLOB', T.CLOB, '长'.repeat(100_000), {}],
  ])('%s', async (_, type, value, more) => {
    expect((await read(type, value, more)) === value).toBe(true);
  });

  it('CHAR keeps its padding, an empty text is null', async () => {
    expect(await read(T.CHAR, 'ab  ')).toBe('ab  ');
    expect(await read(T.VARCHAR, '')).toBeNull();
    expect(await read(T.NUMBER, null)).toBeNull();
  });

  it.each([
    ['all', { K: 'ab', L: null, V: 'ab  ' }],
    [['V'], { K: 'ab  ', L: '    ', V: 'ab' }],
  ] as const)('padding goes where the statement says so: %j', async (trim, row) => {
    const char = (name: string) => ({ ...column.varchar(name), type: T.CHAR });
    oracle.engine.on(SQL, () => query([char('K'), char('L'), column.varchar('V')], [['ab  ', '    ', 'ab  ']]));
    expect(await connector.query({ name: 'trim', sql: SQL, trim }, [], call)).toEqual([row]);
  });

  it('RAW is hexadecimal, BLOB base64', async () => {
    const bytes = Buffer.from([0, 255, 10]);
    expect(await read(T.RAW, bytes)).toBe('00FF0A');
    expect(await read(T.LONG_RAW, bytes)).toBe('00FF0A');
    expect(await read(T.BLOB, bytes)).toBe('AP8K');
  });
});

describe('columns', () => {
  it.each([
    [182, 'INTERVAL YEAR TO MONTH'],
    [183, 'INTERVAL DAY TO SECOND'],
  ])('of type %i are refused by name and type, and the session serves on', async (type, name) => {
    const { connections } = oracle.proxy.counted;
    await expect(read(type, null)).rejects.toMatchObject({
      code: 'DEPARTMENT_DATA_INVALID',
      cause: { message: expect.stringMatching(`^column X is of type ${name}, which is not read`) },
    });
    expect(await read(T.NUMBER, '1')).toBe('1');
    expect(oracle.proxy.counted.connections).toBe(connections);
  });

  it.each([30, 128])('may have names of %i characters, and any', async (length) => {
    const name = 'C'.repeat(length);
    expect(await read(T.NUMBER, '1', { name: '__proto__' })).toBeUndefined();
    oracle.engine.on(SQL, () => query([column.number(name), column.number('__proto__')], [['1', '2']]));
    const [row] = await connector.query({ name: 'names', sql: SQL }, [], call);
    expect(Object.entries(row ?? {})).toEqual([
      [name, '1'],
      ['__proto__', '2'],
    ]);
  });
});
