import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import oracledb from 'oracledb';
import { ORACLE_TYPES, type OraValue } from '#simulators/oracle/engine.ts';
import { column, query } from '#simulators/oracle/testing/fake-engine.ts';
import { ECHO, type Harness, single, startHarness } from '#simulators/oracle/testing/harness.ts';

let harness: Harness;
let connection: oracledb.Connection;
beforeAll(async () => {
  harness = await startHarness();
  connection = await harness.connect();
});
afterAll(async () => {
  await connection.close();
  await harness.listener.close();
});

const echoed = (value: unknown, type?: oracledb.DbType) =>
  single(
    connection,
    ECHO,
    type ? [{ val: value, type } as oracledb.BindParameter] : ([value] as oracledb.BindParameters),
  );

describe('NUMBER', () => {
  it.each([
    0,
    1,
    -1,
    10,
    99,
    100,
    -100,
    255,
    256,
    0.5,
    -0.5,
    0.1,
    0.01,
    1e-10,
    123.456,
    -123.456,
    12345678901,
    1e20,
    1e100,
    -1e-100,
    Number.MAX_SAFE_INTEGER,
    Number.MIN_SAFE_INTEGER,
    Math.PI,
  ])('carries %d there and back', async (number) => expect(await echoed(number)).toBe(number));

  it.each([
    '12345678901234567890123456789012345678',
    '-12345678901234567890123456789012345678',
    '99999999999999999999999999999999999999',
    '-0.00000000000000000001',
    '1234567890123456789.0123456789012345678',
  ])('delivers %s whole as text', async (text) => {
    harness.engine.on('select digits from dual', () => query([column.number('N')], [[text]]));
    const fetchTypeHandler = () => ({ type: oracledb.STRING });
    const { rows } = await connection.execute<string[]>('select digits from dual', [], { fetchTypeHandler });
    expect(rows?.[0]?.[0]?.replace(/^(-?)\./, '$10.')).toBe(text);
  });
});

describe('text', () => {
  const lengths = [1, 251, 252, 253, 254, 255, 256, 4000, 4001, 32_766, 32_767, 32_768, 70_000];
  const alphabets = { latin: 'a', Chinese: '案', 'beyond the basic plane': '㛃𠮷', emoji: '😀' };
  it.each(Object.entries(alphabets).flatMap(([name, text]) => lengths.map((length) => [length, name, text] as const)))(
    'carries %d characters of %s there and back',
    async (length, _, text) => {
      const value = text.repeat(Math.ceil(length / text.length));
      const given = await echoed(value);
      expect(given === value).toBe(true); // no diff of 70,000 characters
    },
  );

  it.each(["it's", 'line\nbreak\ttab', '\u0000nul', '（2025）虚法援刑字第1号', '𠀀é'.normalize('NFD')])(
    'keeps %j',
    async (text) => {
      expect(await echoed(text)).toBe(text);
    },
  );

  it('carries national characters', async () => {
    expect(await echoed('㛃𠮷😀', oracledb.DB_TYPE_NVARCHAR)).toBe('㛃𠮷😀');
  });

  it('takes the empty string for NULL, both ways', async () => {
    const received: unknown[] = [];
    harness.engine.on('select :a, empty from dual', (binds) => {
      received.push(binds[0]?.value);
      return query([column.varchar('A'), column.varchar('B')], [['', null]]);
    });
    expect((await connection.execute('select :a, empty from dual', [''])).rows).toEqual([[null, null]]);
    expect(received).toEqual([null]);
  });
});

describe('dates and timestamps', () => {
  const moments = [
    '2024-02-29T12:34:56.789Z',
    '1999-12-31T23:59:59.999Z',
    '1970-01-01T00:00:00.000Z',
    '1900-01-01T00:00:00.000Z',
    '9998-12-31T23:59:59.001Z',
  ];
  it.each(moments)('carries %s in every type', async (iso) => {
    const moment = new Date(iso);
    for (const type of [oracledb.DB_TYPE_TIMESTAMP, oracledb.DB_TYPE_TIMESTAMP_TZ, oracledb.DB_TYPE_TIMESTAMP_LTZ]) {
      expect(await echoed(moment, type)).toEqual(moment);
    }
    expect(await echoed(moment, oracledb.DB_TYPE_DATE)).toEqual(new Date(Math.floor(moment.getTime() / 1000) * 1000));
  });

  it('delivers the wall-clock time that the engine names', async () => {
    const columns = [
      { name: 'D', type: ORACLE_TYPES.DATE, maxSize: 7 },
      { name: 'T', type: ORACLE_TYPES.TIMESTAMP, maxSize: 11, scale: 6 },
      { name: 'Z', type: ORACLE_TYPES.TIMESTAMP_TZ, maxSize: 13, scale: 6 },
    ];
    const row: OraValue[] = ['2025-03-14 15:09:26', '2025-03-14 15:09:26.535', '2025-03-14 15:09:26.535+08:00'];
    harness.engine.on('select times from dual', () => query(columns, [row]));
    const { rows } = await connection.execute('select times from dual');
    expect(rows).toEqual([
      [
        new Date(2025, 2, 14, 15, 9, 26),
        new Date(2025, 2, 14, 15, 9, 26, 535),
        new Date('2025-03-14T15:09:26.535+08:00'),
      ],
    ]);
  });
});

describe('other types', () => {
  it('carries RAW', async () => {
    const bytes = Buffer.from(Array.from({ length: 2000 }, (_, index) => index % 256));
    expect(await echoed(bytes)).toEqual(bytes);
  });

  it.each([0, -2.5, 1e300, -1e-300])('carries %d as BINARY_DOUBLE', async (number) => {
    expect(await echoed(number, oracledb.DB_TYPE_BINARY_DOUBLE)).toBe(number);
    expect(await echoed(-2.5, oracledb.DB_TYPE_BINARY_FLOAT)).toBe(-2.5);
  });

  it.each([
    oracledb.DB_TYPE_NUMBER,
    oracledb.DB_TYPE_VARCHAR,
    oracledb.DB_TYPE_DATE,
    oracledb.DB_TYPE_TIMESTAMP,
    oracledb.DB_TYPE_RAW,
    oracledb.DB_TYPE_BINARY_DOUBLE,
    oracledb.DB_TYPE_CLOB,
  ])('carries NULL as %s', async (type) => expect(await echoed(null, type)).toBeNull());
});
