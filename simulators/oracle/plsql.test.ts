import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import oracledb from 'oracledb';
import type { BindValue } from '#simulators/oracle/engine.ts';
import { column, query } from '#simulators/oracle/testing/fake-engine.ts';
import { ECHO, type Harness, single, startHarness } from '#simulators/oracle/testing/harness.ts';

let harness: Harness;
let connection: oracledb.Connection;
beforeAll(async () => {
  harness = await startHarness();
  connection = await harness.connect();
});
afterAll(async () => {
  expect(harness.errors).toEqual([]);
  await connection.close();
  await harness.listener.close();
});

const valuesOf = (binds: BindValue[]) => binds.map(({ value }) => value);

describe('PL/SQL blocks', () => {
  it('hand out OUT and IN OUT binds, on every execution', async () => {
    const sql = 'begin pkg.assign(:id, :out, :both); end;';
    const received: unknown[] = [];
    harness.engine.on(sql, (binds) => {
      received.push(valuesOf(binds));
      const both = Number(binds[2]?.value) + 1;
      return {
        rowCount: 0,
        outBinds: [
          { index: 1, value: `指派${binds[0]?.value}` },
          { index: 2, value: String(both), alsoIn: true },
        ],
      };
    });
    for (const id of [1, 2, 3]) {
      const { outBinds } = await connection.execute(sql, {
        id,
        out: { dir: oracledb.BIND_OUT, type: oracledb.STRING, maxSize: 100 },
        both: { dir: oracledb.BIND_INOUT, type: oracledb.NUMBER, val: id * 10 },
      });
      expect(outBinds).toEqual({ out: `指派${id}`, both: id * 10 + 1 });
    }
    expect(received).toEqual([
      ['1', null, '10'],
      ['2', null, '20'],
      ['3', null, '30'],
    ]);
  });

  it('hand out NULL, and ORA-06502 where the buffer is too small', async () => {
    const sql = 'begin pkg.text(:out); end;';
    let value: string | null = null;
    harness.engine.on(sql, () => ({ rowCount: 0, outBinds: [{ index: 0, value }] }));
    const call = () => connection.execute(sql, [{ dir: oracledb.BIND_OUT, type: oracledb.STRING, maxSize: 6 }]);
    expect((await call()).outBinds).toEqual([null]);
    value = '二字';
    expect((await call()).outBinds).toEqual(['二字']);
    value = '三个字';
    await expect(call()).rejects.toMatchObject({ errorNum: 6502 });
    value = '好';
    expect((await call()).outBinds).toEqual(['好']);
  });

  it('hand out REF CURSORs, several at a time, read in portions', async () => {
    const sql = 'begin pkg.list(:n, :first, :second); end;';
    harness.engine.on(sql, (binds) => {
      const rows = Array.from({ length: Number(binds[0]?.value) }, (_, index) => [String(index), `律师${index}`]);
      const cursor = { columns: [column.number('ID'), column.varchar('NAME')], rows };
      return {
        rowCount: 0,
        outBinds: [
          { index: 1, value: cursor },
          { index: 2, value: { ...cursor, rows: [] } },
        ],
      };
    });
    const out = { dir: oracledb.BIND_OUT, type: oracledb.CURSOR };
    for (let run = 0; run < 150; run += 1) {
      const { outBinds } = await connection.execute<{
        first: oracledb.ResultSet<unknown[]>;
        second: oracledb.ResultSet<unknown[]>;
      }>(sql, { n: 120, first: out, second: out }, { fetchArraySize: 50 });
      const rows = [...((await outBinds?.first.getRows(50)) ?? []), ...((await outBinds?.first.getRows(0)) ?? [])];
      expect([rows.length, rows[119]]).toEqual([120, [119, '律师119']]);
      expect(await outBinds?.second.getRows(0)).toEqual([]);
      await outBinds?.first.close();
      await outBinds?.second.close();
    }
  });

  it('take and hand out index-by tables', async () => {
    const sql = 'begin pkg.double(:in, :out); end;';
    harness.engine.on(sql, ([numbers]) => {
      const doubled = Array.isArray(numbers?.value) ? numbers.value.map((number) => String(Number(number) * 2)) : [];
      return { rowCount: 0, outBinds: [{ index: 1, value: doubled }] };
    });
    const { outBinds } = await connection.execute(sql, {
      in: { type: oracledb.NUMBER, dir: oracledb.BIND_IN, val: [1, 2, 3] },
      out: { type: oracledb.NUMBER, dir: oracledb.BIND_OUT, maxArraySize: 5 },
    });
    expect(outBinds).toEqual({ out: [2, 4, 6] });
  });

  it('run once per row of executeMany', async () => {
    const sql = 'begin pkg.next(:n, :out); end;';
    harness.engine.on(sql, ([n]) => ({ rowCount: 0, outBinds: [{ index: 1, value: String(Number(n?.value) + 1) }] }));
    const { outBinds } = await connection.executeMany(
      sql,
      [[1], [2], [3]].map(([n]) => ({ n })) as oracledb.BindParameters[],
      {
        bindDefs: {
          n: { dir: oracledb.BIND_IN, type: oracledb.NUMBER },
          out: { dir: oracledb.BIND_OUT, type: oracledb.NUMBER },
        },
      },
    );
    expect(outBinds).toEqual([{ out: 2 }, { out: 3 }, { out: 4 }]);
  });

  it('have no binds at all', async () => {
    harness.engine.on('begin pkg.run; end;', () => ({ rowCount: 0 }));
    const before = harness.engine.executed.length;
    for (let run = 0; run < 3; run += 1) await connection.execute('begin pkg.run; end;');
    await connection.executeMany('begin pkg.run; end;', 4);
    expect(harness.engine.executed).toHaveLength(before + 7);
  });
});

describe('LOBs', () => {
  const sql = 'select body, image from documents';
  const text = '㛃𠮷案卷'.repeat(20_000);
  const image = Buffer.alloc(100_000, 7);
  beforeAll(() =>
    harness.engine.on(sql, () =>
      query(
        [column.clob('BODY'), column.blob('IMAGE')],
        [
          [text, image],
          [null, null],
          ['短', Buffer.of(1)],
        ],
      ),
    ),
  );

  it('come as string and Buffer where the client wants that, also from the cache', async () => {
    const fetchTypeHandler = ({ dbType }: oracledb.Metadata<unknown>) => ({
      type: dbType === oracledb.DB_TYPE_CLOB ? oracledb.STRING : oracledb.BUFFER,
    });
    for (let run = 0; run < 3; run += 1) {
      const { rows } = await connection.execute<[string, Buffer]>(sql, [], { fetchTypeHandler });
      expect(rows?.[0]?.[0] === text).toBe(true);
      expect(rows?.[0]?.[1].equals(image)).toBe(true);
      expect(rows?.slice(1)).toEqual([
        [null, null],
        ['短', Buffer.of(1)],
      ]);
    }
  });

  it('come as locators, read in pieces that split no character', async () => {
    const other = await harness.connect();
    const { rows } = await other.execute<[oracledb.Lob, oracledb.Lob]>(sql);
    const [body, picture] = rows?.[0] ?? [];
    expect([body?.length, picture?.length]).toEqual([text.length, image.length]);
    expect((await body?.getData()) === text).toBe(true);
    expect(await picture?.getData()).toEqual(image);
    const pieces: string[] = [];
    body?.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece));
    await new Promise((resolve, reject) => body?.on('end', resolve).on('error', reject));
    expect(pieces.join('') === text).toBe(true);
    await other.close();
  });

  it('are bound as temporary LOBs, which the client frees', async () => {
    const bound = await single(connection, ECHO, [{ val: text, type: oracledb.DB_TYPE_CLOB }]);
    expect(bound === text).toBe(true);
    const lob = await connection.createLob(oracledb.CLOB);
    await new Promise((resolve, reject) => lob.on('finish', resolve).on('error', reject).end('写入的内容'));
    const received: unknown[] = [];
    harness.engine.on('begin pkg.keep(:lob); end;', (binds) => {
      received.push(...valuesOf(binds));
      return { rowCount: 0 };
    });
    await connection.execute('begin pkg.keep(:lob); end;', [lob]);
    expect(received).toEqual(['写入的内容']);
    await lob.close();
    expect(await single(connection, ECHO, ['after'])).toBe('after');
  });
});
