import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import oracledb from 'oracledb';
import { OracleError } from '#simulators/oracle/engine.ts';
import { column, query } from '#simulators/oracle/testing/fake-engine.ts';
import { ECHO, type Harness, single, startHarness } from '#simulators/oracle/testing/harness.ts';

let harness: Harness;
let connection: oracledb.Connection;
const statements: string[] = [];
beforeAll(async () => {
  harness = await startHarness({ onStatement: (sql) => statements.push(sql) });
  connection = await harness.connect();
});
beforeEach(() => {
  statements.length = 0;
});
afterAll(async () => {
  expect(harness.errors).toEqual([]);
  await connection.close();
  await harness.listener.close();
});

describe('queries', () => {
  const sql = 'select id, name from cases';
  const rows = Array.from({ length: 250 }, (_, index) => [
    String(index + 1),
    index % 7 === 0 ? null : `案件${index + 1}`,
  ]);
  const expected = rows.map(([id, name]) => [Number(id), name]);
  beforeAll(() => harness.engine.on(sql, () => query([column.number('ID'), column.varchar('NAME', 200)], rows)));

  it.each([
    {},
    { fetchArraySize: 1 },
    { fetchArraySize: 7 },
    { fetchArraySize: 250 },
    { fetchArraySize: 1000 },
    { prefetchRows: 0 },
    { prefetchRows: 500 },
  ])('delivers every row once with %j, in one execution', async (options) => {
    for (let run = 0; run < 2; run += 1) expect((await connection.execute(sql, [], options)).rows).toEqual(expected);
    expect(statements).toEqual([sql, sql]);
  });

  it('stops at maxRows, streams, and reads result sets that are closed early', async () => {
    expect((await connection.execute(sql, [], { maxRows: 33 })).rows).toEqual(expected.slice(0, 33));
    for (let run = 0; run < 3; run += 1) {
      const { resultSet } = await connection.execute(sql, [], { resultSet: true });
      expect(await resultSet?.getRows(3)).toEqual(expected.slice(0, 3));
      await resultSet?.close();
    }
    const streamed: unknown[] = [];
    for await (const row of connection.queryStream(sql)) streamed.push(row);
    expect(streamed).toEqual(expected);
  });

  it('describes its columns', async () => {
    const options = { outFormat: oracledb.OUT_FORMAT_OBJECT };
    const { metaData, rows: objects } = await connection.execute(sql, [], options);
    expect(metaData).toMatchObject([
      { name: 'ID', dbTypeName: 'NUMBER', precision: 0, scale: -127, nullable: true },
      { name: 'NAME', dbTypeName: 'VARCHAR2', byteSize: 200 },
    ]);
    expect(objects?.[1]).toEqual({ ID: 2, NAME: '案件2' });
    expect((await connection.getStatementInfo(sql)).metaData).toMatchObject([{ name: 'ID' }, { name: 'NAME' }]);
  });

  it('gives none for no rows', async () => {
    harness.engine.on('select nothing from cases', () => query([column.number('ID')], []));
    expect((await connection.execute('select nothing from cases')).rows).toEqual([]);
  });
});

describe('the statement cache', () => {
  it('parses once, while the sizes and types of binds change', async () => {
    harness.engine.on('select :v as again from dual', (binds) =>
      query([column.varchar('V', 32_767)], [[String(binds[0]?.value)]]),
    );
    const before = harness.engine.prepared;
    for (const value of ['a', 'bb', '长'.repeat(300), 'd', 1, 2, '案'.repeat(20_000), 'e']) {
      expect(await single(connection, 'select :v as again from dual', [value])).toBe(String(value));
    }
    expect(harness.engine.prepared).toBe(before + 1);
  });

  it('describes again when the columns of a cached statement change', async () => {
    const sql = 'select version from dual';
    harness.engine.on(sql, () => query([column.number('A')], [['1']]));
    expect((await connection.execute(sql)).rows).toEqual([[1]]);
    harness.engine.on(sql, () => query([column.varchar('B'), column.number('C')], [['x', '2']]));
    expect((await connection.execute(sql)).rows).toEqual([['x', 2]]);
    harness.engine.on(sql, () => query([column.clob('B')], [['long']]));
    const asText = { fetchTypeHandler: () => ({ type: oracledb.STRING }) };
    expect((await connection.execute(sql, [], asText)).rows).toEqual([['long']]);
    harness.engine.on(sql, () => query([column.varchar('B')], [['no LOB any longer']]));
    expect((await connection.execute(sql, [], asText)).rows).toEqual([['no LOB any longer']]);
  });

  it('closes the cursors that fall out of it', async () => {
    const small = await harness.connect({ stmtCacheSize: 3 });
    for (let index = 0; index < 400; index += 1)
      harness.engine.on(`select ${index} from dual`, () => query([column.number('N')], [[String(index)]]));
    for (let index = 0; index < 400; index += 1) expect(await single(small, `select ${index} from dual`)).toBe(index);
    await small.close();
  });

  it('refuses the 301st open cursor', async () => {
    const wide = await harness.connect({ stmtCacheSize: 1000 });
    for (let index = 0; index < 300; index += 1) await single(wide, `select ${index} from dual`);
    await expect(single(wide, 'select 300 from dual')).rejects.toThrow('ORA-01000: maximum open cursors exceeded');
    await wide.close();
  });
});

describe('changes', () => {
  const insert = 'insert into cases values (:id, :name)';
  beforeAll(() =>
    harness.engine.on(insert, ([, name]) => {
      if (name?.value === 'duplicate') throw new OracleError(1, 'unique constraint (FY.CASES_PK) violated');
      return { rowCount: 1 };
    }),
  );

  it('count rows and open a transaction, which commit ends', async () => {
    expect((await connection.execute(insert, [1, 'a'])).rowsAffected).toBe(1);
    const { commits } = harness.engine;
    await connection.commit();
    expect((await connection.execute(insert, [1, 'a'], { autoCommit: true })).rowsAffected).toBe(1);
    expect((await connection.execute(insert, [1, 'a'], { autoCommit: true })).rowsAffected).toBe(1);
    expect(harness.engine.commits).toBe(commits + 3);
  });

  it('are rolled back on release only where a transaction is open', async () => {
    const { rollbacks } = harness.engine;
    await harness.withConnection((other) => other.execute(insert, [1, 'a']));
    expect(harness.engine.rollbacks).toBe(rollbacks + 1);
    await harness.withConnection((other) => other.execute(insert, [1, 'a'], { autoCommit: true }));
    await harness.withConnection((other) => single(other, ECHO, [1]));
    expect(harness.engine.rollbacks).toBe(rollbacks + 1);
  });

  it('run once per row of executeMany, in one call', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [index, `案件${index}`]);
    expect((await connection.executeMany(insert, rows)).rowsAffected).toBe(5000);
    expect(statements).toEqual([insert]);
    await connection.rollback();
  });

  it('report the rows that failed with batchErrors, and a count for each row', async () => {
    const rows = [
      [1, 'a'],
      [2, 'duplicate'],
      [3, 'b'],
      [4, 'duplicate'],
    ];
    const { commits } = harness.engine;
    const result = await connection.executeMany(insert, rows, {
      batchErrors: true,
      dmlRowCounts: true,
      autoCommit: true,
    });
    expect(result.batchErrors?.map(({ message, offset }) => [message.slice(0, 9), offset])).toEqual([
      ['ORA-00001', 1],
      ['ORA-00001', 3],
    ]);
    expect([result.rowsAffected, result.dmlRowCounts]).toEqual([2, [1, 0, 1, 0]]);
    expect(harness.engine.commits).toBe(commits);
    await connection.rollback();
  });

  it('return values', async () => {
    const sql = 'update cases set name = :name where id > :low returning id, name into :ids, :names';
    harness.engine.on(sql, ([name]) => ({
      rowCount: 2,
      returning: [
        ['7', '8'],
        [String(name?.value), null],
      ],
    }));
    const binds = {
      name: '新',
      low: 6,
      ids: { dir: oracledb.BIND_OUT, type: oracledb.NUMBER },
      names: { dir: oracledb.BIND_OUT, type: oracledb.STRING, maxSize: 30 },
    };
    for (let run = 0; run < 2; run += 1) {
      const { rowsAffected, outBinds } = await connection.execute(sql, binds);
      expect([rowsAffected, outBinds]).toEqual([2, { ids: [7, 8], names: ['新', null] }]);
    }
    await connection.rollback();
  });
});

describe('errors', () => {
  it('carry number, text and offset', async () => {
    const failure = connection.execute('select x from nowhere');
    await expect(failure).rejects.toMatchObject({
      errorNum: 942,
      offset: 14,
      message: expect.stringContaining('ORA-00942: table or view does not exist'),
    });
    expect(await single(connection, ECHO, [1])).toBe(1);
  });

  it('leave a cached statement usable', async () => {
    let fails = false;
    harness.engine.on('select moody from dual', () => {
      if (fails) throw new OracleError(1476, 'divisor is equal to zero', 7);
      return query([column.number('N')], [['1']]);
    });
    for (fails of [false, true, false, true, false]) {
      const attempt = single(connection, 'select moody from dual');
      if (fails) await expect(attempt).rejects.toMatchObject({ errorNum: 1476, offset: 7 });
      else expect(await attempt).toBe(1);
    }
  });

  it('of an engine that does not know better are ORA-03001, which says nothing of them', async () => {
    harness.engine.on('select broken from dual', () => {
      throw new TypeError('secret detail');
    });
    const failure: Error = await connection.execute('select broken from dual').then(
      () => new Error('none'),
      (error) => error,
    );
    expect(failure.message).toMatch(/^ORA-03001: unimplemented feature/);
    expect(failure.message).not.toContain('secret');
    expect(harness.errors.splice(0)).toEqual([new TypeError('secret detail')]);
    await connection.ping();
  });
});
