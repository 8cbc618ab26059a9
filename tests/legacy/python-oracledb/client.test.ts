import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ORACLE_TYPES, OracleError, type OraValue } from '#simulators/oracle/engine.ts';
import { column, query } from '#simulators/oracle/testing/fake-engine.ts';
import { BLOCK, ECHO, eventually, type Harness, startHarness } from '#simulators/oracle/testing/harness.ts';
import { ClientError, type OracleClient, type Session, type Value } from '#tests/legacy/python-oracledb/client.ts';
import { createNodeClient } from '#tests/legacy/python-oracledb/node-client.ts';
import { startPythonClient } from '#tests/legacy/python-oracledb/python-client.ts';

const MANY = 'select id, name from cases';
const ROWS = Array.from({ length: 250 }, (_, index) => [
  String(index + 1),
  index % 7 === 0 ? null : `（2025）虚法援刑字第${index}号`,
]);
const INSERT = 'insert into cases values (:1, :2)';
const TEXT = '㛃𠮷案卷😀'.repeat(4000);
const IMAGE = Buffer.alloc(100_000, 7);

const CLIENTS: Readonly<Record<string, () => Promise<OracleClient>>> = {
  'node-oracledb': async () => createNodeClient(),
  'python-oracledb': startPythonClient,
};

describe.each(Object.keys(CLIENTS))('%s', (name) => {
  let client: OracleClient;
  let harness: Harness;
  let session: Session;
  beforeAll(async () => {
    client = (await CLIENTS[name]?.()) as OracleClient;
    harness = await startHarness();
    session = await client.logOn(harness.credentials);
    teach(harness);
  });
  afterAll(async () => {
    await session.close();
    expect(harness.errors).toEqual([]);
    await eventually(() => harness.listener.openConnections() === 0);
    await harness.listener.close();
    await client.stop();
  });

  const echoed = async (value: Value) => (await session.query(ECHO, { binds: [value] }))[0]?.[0];
  const failure = (work: Promise<unknown>) =>
    work.then(
      () => 'nothing',
      (error: unknown) => (error instanceof ClientError ? error.code : String(error)),
    );

  const shortened = (rows: readonly (readonly Value[])[]) =>
    rows.map((row) => row.map((value) => `${value.length}: ${value.slice(0, 20)}`));

  describe.each(['12c', '11g'] as const)('logging on with the %s verifier', (verifier) => {
    it('takes the right password, and no other', async () => {
      const other = await startHarness({ verifier });
      const entered = await client.logOn(other.credentials);
      expect(await entered.query(ECHO, { binds: ['text 好'] })).toEqual([['text 好']]);
      await entered.close();
      for (const wrong of [{ password: 'wrong' }, { user: 'nobody' }]) {
        expect(await failure(client.logOn({ ...other.credentials, ...wrong }))).toBe('ORA-01017');
      }
      expect(other.engine.users).toEqual(['LEGAL_AID']);
      await other.listener.close();
    });
  });

  it('is told that a service is unknown', async () => {
    const connectString = `127.0.0.1:${harness.listener.port}/NOPE`;
    const refused = client.logOn({ ...harness.credentials, connectString });
    await expect(refused).rejects.toThrow(client.codes.unknownService);
  });

  describe('a bind comes back:', () => {
    it.each(
      [
        'text 法院',
        'text 㛃𠮷😀',
        "text it's\nline\ttab",
        `text ${'长'.repeat(300)}`,
        `text ${'a'.repeat(32_767)}`,
        'number 0',
        'number -1',
        'number 12345678901234567890123456789012345678',
        'number -99999999999999999999999999999999999999',
        'number -0.015625',
        'date 2025-03-14T15:09:26',
        'date 1900-01-01T00:00:00',
        'timestamp 2025-03-14T15:09:26.535',
        'bytes 00ff10',
      ].map((value) => [value.slice(0, 60), value]),
    )('%s', async (_, value) => {
      expect(await echoed(value ?? '')).toBe(value);
    });

    it.each(['text', 'number', 'date', 'timestamp', 'bytes', 'clob'])('NULL as %s', async (type) => {
      expect(await echoed(`null ${type}`)).toBe('null');
    });

    it('the empty text as NULL', async () => expect(await echoed('text ')).toBe('null'));
  });

  it.each([
    { arraySize: 1 },
    { arraySize: 7, prefetch: 0 },
    { arraySize: 100, prefetch: 50 },
    { arraySize: 1000, prefetch: 1000 },
  ])('fetches every row once, in batches: %j', async (asked) => {
    const before = harness.engine.executed.length;
    const expected = ROWS.map(([id, text]) => [`number ${id}`, text === null ? 'null' : `text ${text}`]);
    for (let run = 0; run < 2; run += 1) expect(await session.query(MANY, asked)).toEqual(expected);
    expect(harness.engine.executed.length).toBe(before + 2);
  });

  it('reads numbers of 38 digits and dates as the engine names them', async () => {
    expect(await session.query('select values from dual')).toEqual([
      [
        'number 12345678901234567890123456789012345678',
        'date 2025-03-14T15:09:26',
        'timestamp 2025-03-14T15:09:26.535',
        'text LA-2025-000001          ',
      ],
    ]);
  });

  it('reads LOBs whole and in pieces that split no character', async () => {
    const expected = [
      [`text ${TEXT}`, `bytes ${IMAGE.toString('hex')}`],
      ['null', 'null'],
      ['text 短', 'bytes 01'],
    ];
    for (const asked of [{}, { pieces: 4999 }]) {
      const rows = await session.query(`select body, image from documents${asked.pieces ? ' again' : ''}`, asked);
      expect(shortened(rows)).toEqual(shortened(expected));
      expect(JSON.stringify(rows) === JSON.stringify(expected)).toBe(true); // no diff of 200,000 characters
    }
  });

  it('binds a temporary LOB', async () => {
    expect((await echoed(`clob ${TEXT}`)) === `text ${TEXT}`).toBe(true);
  });

  it('gets OUT and IN OUT binds and cursors, on every execution', async () => {
    for (const id of [1, 2, 3]) {
      const binds = {
        in: { id: `number ${id}` },
        both: { both: `number ${id * 10}` },
        out: { out: 'text 100', list: 'cursor' },
      } as const;
      expect(await session.call('begin pkg.assign(:id, :out, :both, :list); end;', binds)).toEqual({
        out: `text 指派${id}`,
        both: `number ${id * 10 + 1}`,
        list: Array.from({ length: 40 * id }, (_, index) => [`number ${index}`, `text 律师${index}`]),
      });
    }
  });

  it('counts the rows changed, tells those that failed, and rolls back what was not committed', async () => {
    const { commits, rollbacks } = harness.engine;
    const other = await client.logOn(harness.credentials);
    expect(await other.change(INSERT, ['number 1', 'text 甲'])).toBe(1);
    await other.commit();
    const rows = ['a', 'duplicate', 'b', 'duplicate'].map((text, index) => [`number ${index}`, `text ${text}`]);
    expect(await other.changeMany(INSERT, rows)).toEqual([
      [1, 'ORA-00001'],
      [3, 'ORA-00001'],
    ]);
    await other.close();
    expect([harness.engine.commits, harness.engine.rollbacks]).toEqual([commits + 1, rollbacks + 1]);
  });

  it('gets an error with its number and place, and goes on', async () => {
    await expect(session.query('select x from nowhere')).rejects.toMatchObject({ code: 'ORA-00942', offset: 14 });
    expect(await echoed('text 又')).toBe('text 又');
  });

  it('ends a call that takes too long, and goes on', async () => {
    await session.setTimeout(100);
    for (let run = 0; run < 3; run += 1) expect(await failure(session.query(BLOCK))).toBe(client.codes.late);
    await session.setTimeout(0);
    expect(await echoed('text 又')).toBe('text 又');
  });

  it('breaks a call, and goes on', async () => {
    for (let run = 0; run < 3; run += 1) {
      const before = harness.engine.executed.length;
      const broken = failure(session.query(BLOCK));
      await eventually(() => harness.engine.executed.length > before);
      await session.cancel();
      expect(await broken).toBe('ORA-01013');
      expect(await echoed(`number ${run}`)).toBe(`number ${run}`);
    }
  });

  it('says on whose behalf it works', async () => {
    const told = { clientId: 'opaque', module: '指派', action: 'assign' };
    await session.behalf(told);
    await echoed('text x');
    expect(harness.engine.endToEnd.at(-1)).toEqual(told);
  });
});

function teach({ engine }: Harness): void {
  const of = (name: string, type: number, maxSize: number) => ({ name, type, maxSize });
  engine.on(MANY, () => query([column.number('ID'), column.varchar('NAME', 200)], ROWS));
  const row: OraValue[] = [
    '12345678901234567890123456789012345678',
    '2025-03-14 15:09:26',
    '2025-03-14 15:09:26.535',
    'LA-2025-000001          ',
  ];
  engine.on('select values from dual', () =>
    query(
      [
        column.number('N'),
        of('D', ORACLE_TYPES.DATE, 7),
        of('T', ORACLE_TYPES.TIMESTAMP, 11),
        of('K', ORACLE_TYPES.CHAR, 24),
      ],
      [row],
    ),
  );
  // Two texts, for a driver may remember for each statement how it wants its LOBs.
  for (const sql of ['select body, image from documents', 'select body, image from documents again']) {
    engine.on(sql, () =>
      query(
        [column.clob('BODY'), column.blob('IMAGE')],
        [
          [TEXT, IMAGE],
          [null, null],
          ['短', Buffer.of(1)],
        ],
      ),
    );
  }
  engine.on('begin pkg.assign(:id, :out, :both, :list); end;', ([id, , both]) => ({
    rowCount: 0,
    outBinds: [
      { index: 1, value: `指派${id?.value}` },
      { index: 2, value: String(Number(both?.value) + 1), alsoIn: true },
      {
        index: 3,
        value: {
          columns: [column.number('ID'), column.varchar('NAME')],
          rows: Array.from({ length: 40 * Number(id?.value) }, (_, index) => [String(index), `律师${index}`]),
        },
      },
    ],
  }));
  engine.on(INSERT, ([, name]) => {
    if (name?.value === 'duplicate') throw new OracleError(1, 'unique constraint (FY.CASES_PK) violated');
    return { rowCount: 1 };
  });
}
