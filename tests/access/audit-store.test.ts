import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Alert } from '#auth/audit/alerts/due.ts';
import { DEFAULT_ALERT_SETTINGS } from '#auth/audit/alerts/settings.ts';
import { auditDoor } from '#subgraphs/access/audit/door.ts';
import { verifyHeld } from '#subgraphs/access/audit/verify-held.ts';
import { alertPage } from '#subgraphs/access/store/audit-alerts.ts';
import { checkpointPage, heldLogs } from '#subgraphs/access/store/audit-log.ts';
import { ACCESS_SCHEMA } from '#subgraphs/access/store/schema.ts';
import type { OpenDoor } from '#subgraphs/kit/open-door.ts';
import { type Database, openDatabase } from '#subgraphs/kit/postgres/database.ts';
import { batchOf, isSigned, line, linesOf } from '#tests/access/signed-log.ts';
import { openServer, sql, type TestServer } from '#tests/registry/server.ts';

let server: TestServer;
let url: string;
let database: Database;
let door: OpenDoor;
let told: Alert[];
beforeAll(async () => {
  server = openServer();
  url = await server.freshDatabase();
  database = await openDatabase(url, ACCESS_SCHEMA);
}, 30_000);
afterAll(async () => {
  await database.close();
  await server.close();
});
beforeEach(async () => {
  told = [];
  const onAlert = (alert: Alert) => void told.push(alert);
  door = auditDoor({ database, isSigned, alerts: DEFAULT_ALERT_SETTINGS, onAlert });
  const tables = ['records', 'checkpoints', 'signals', 'alerts'].map((name) => `DELETE FROM access.audit_${name}`);
  await sql(url, ['SET session_replication_role = replica', ...tables].join(';'));
});

const send = (body: string, log = 'court') => door.answer(log, body);
const held = async () => (await door.answer('court', null)).body;
const lines = async () =>
  (await sql<{ line: string }>(url, 'SELECT line FROM access.audit_records ORDER BY log, sequence')).map(
    (row) => row.line,
  );
const taken = (size: number) => ({ status: 200, body: { size, root: expect.any(String) } });
const refused = (status: number, reason: string, size?: number) => ({
  status,
  body: { reason, ...(size !== undefined && { size, root: expect.any(String) }) },
});
const FIVE = linesOf('court', 5);

describe('what a process sends of its log', () => {
  it('is kept line by line, exactly, and batch by batch', async () => {
    expect(await send(batchOf('court', FIVE, { to: 2 }))).toEqual(taken(2));
    expect(await send(batchOf('court', FIVE, { after: 2 }))).toEqual(taken(5));
    expect(await lines()).toEqual(FIVE);
    expect((await checkpointPage(database, null, 10)).map(({ log }) => log)).toEqual(['court', 'court']);
  });

  it('can be sent again, and changes nothing: whole, in part, overlapping, or nothing at all', async () => {
    await send(batchOf('court', FIVE, { to: 3 }));
    const before = await held();
    expect(await send(batchOf('court', FIVE, { to: 3 }))).toEqual(taken(3));
    expect(await send(batchOf('court', FIVE, { to: 2 }))).toEqual(taken(3));
    expect(await send(batchOf('court', FIVE, { after: 3, to: 3 }))).toEqual(taken(3));
    expect(await held()).toEqual(before);
    expect(await send(batchOf('court', FIVE, { after: 1 }))).toEqual(taken(5));
    expect([await lines(), told]).toEqual([FIVE, []]);
  });

  it('is added once, where two copies of the store are sent it at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(batchOf('court', FIVE))));
    expect(answers).toEqual(answers.map(() => taken(5)));
    expect(await lines()).toEqual(FIVE);
  });

  it('leaves other logs alone', async () => {
    const gateway = linesOf('gateway', 2);
    await send(batchOf('court', FIVE));
    expect(await send(batchOf('gateway', gateway), 'gateway')).toEqual(taken(2));
    expect((await heldLogs(database)).map(({ log, size }) => [log, size])).toEqual([
      ['court', 5],
      ['gateway', 2],
    ]);
  });

  it('is taken batch by batch under one checkpoint of them all, as a log that catches up sends it', async () => {
    expect(await send(batchOf('court', FIVE, { to: 2, signed: 5 }))).toEqual(taken(2));
    expect(await send(batchOf('court', FIVE, { after: 2, to: 3, signed: 5 }))).toEqual(taken(3));
    expect(await send(batchOf('court', FIVE, { after: 3 }))).toEqual(taken(5));
    expect(await lines()).toEqual(FIVE);
  });

  it('is asked for from where there is a gap, which is no alert', async () => {
    await send(batchOf('court', FIVE, { to: 2 }));
    expect(await send(batchOf('court', FIVE, { after: 3 }))).toEqual(refused(409, 'gap', 2));
    expect([await lines(), told]).toEqual([FIVE.slice(0, 2), []]);
  });
});

describe('what contradicts the records held is refused, kept out, and an alert', () => {
  const edited = (index: number) => FIVE.with(index, line('court', index, { actor: 'sub-other' }));
  const forked = { rule: 'log.forked', actor: 'court', count: 1, at: expect.any(String) };
  beforeEach(async () => {
    await send(batchOf('court', FIVE, { to: 3 }));
  });
  it.each<[string, () => string, string, string]>([
    ['a record edited before those sent', () => batchOf('court', edited(1), { after: 3 }), 'forked', 'log.forked'],
    ['a record edited among those sent', () => batchOf('court', edited(2), { after: 2 }), 'forked', 'log.forked'],
    ['a record edited, of a log no longer', () => batchOf('court', edited(0), { to: 3 }), 'forked', 'log.forked'],
    [
      'two records reordered',
      () => batchOf('court', [FIVE[1] ?? '', FIVE[0] ?? '', ...FIVE.slice(2)], { after: 3 }),
      'forked',
      'log.forked',
    ],
    [
      'another root under the same records',
      () => batchOf('court', edited(1), { after: 3, to: 3 }),
      'forked',
      'log.forked',
    ],
    ['a log that was cut short', () => batchOf('court', FIVE, { after: 2, to: 2 }), 'rolled-back', 'log.rolled-back'],
    [
      'a record deleted, those behind it numbered as before',
      () => batchOf('court', [...FIVE.slice(0, 3), ...FIVE.slice(4)], { after: 3 }),
      'no-record',
      'log.forked',
    ],
    [
      'a line of another log',
      () => batchOf('court', [...FIVE.slice(0, 3), line('gateway', 3)]),
      'no-record',
      'log.forked',
    ],
    [
      'a line that is no record',
      () => batchOf('court', [...FIVE.slice(0, 3), '{"sequence":3}']),
      'no-record',
      'log.forked',
    ],
  ])('%s', async (_what, body, reason, rule) => {
    expect(await send(body())).toEqual(refused(409, reason, 3));
    expect(await lines()).toEqual(FIVE.slice(0, 3));
    expect(told).toEqual([{ ...forked, rule }]);
  });

  it.each<[string, unknown]>([
    ['roles', undefined],
    ['roles', [1]],
    ['fields', 5],
    ['codes', 'x'],
    ['agency', {}],
    ['purpose', 1],
    ['operation', []],
    ['digest', 1],
    ['source', {}],
    ['grant', 1],
    ['masked', 'no'],
  ])('a line that no reader of the log could show: %s is %j', async (part, value) => {
    const broken = JSON.stringify({ ...(JSON.parse(FIVE[3] ?? '') as object), [part]: value });
    expect(await send(batchOf('court', [...FIVE.slice(0, 3), broken]))).toEqual(refused(409, 'no-record', 3));
  });

  it.each<[string, () => string, string]>([
    ['others than those signed before they came', () => batchOf('court', edited(4), { after: 3 }), 'forked'],
    ['fewer than were signed before', () => batchOf('court', FIVE, { after: 3, to: 4 }), 'rolled-back'],
    ['no more, and fewer than were signed', () => batchOf('court', FIVE, { after: 3, to: 3 }), 'rolled-back'],
  ])('%s', async (_what, body, reason) => {
    await sql(
      url,
      ['checkpoints', 'records']
        .map((name) => `SET session_replication_role = replica; DELETE FROM access.audit_${name}`)
        .join(';'),
    );
    await send(batchOf('court', FIVE, { to: 3, signed: 5 }));
    expect(await send(body())).toEqual(refused(409, reason, 3));
    expect(await lines()).toEqual(FIVE.slice(0, 3));
  });

  it('a checkpoint without the proof that it goes on from these', async () => {
    const body = JSON.parse(batchOf('court', FIVE, { after: 3, to: 4, signed: 5 })) as object;
    expect(await send(JSON.stringify({ ...body, consistency: [] }))).toEqual(refused(409, 'forked', 3));
  });

  it('the alert is kept; nobody fills the store by sending the same again and again', async () => {
    // Tries that begin in one minute may end in the next.
    for (let tries = 0; tries < 20; tries += 1) await send(batchOf('court', edited(1), { after: 3 }));
    const kept = await alertPage(database, { from: null, to: null, first: 10, after: null });
    expect(kept.at(-1)).toMatchObject({ rule: 'log.forked', actor: { subject: 'court' }, count: 1 });
    const signals = await sql(url, 'SELECT FROM access.audit_signals');
    expect([kept.length <= 2, signals.length <= 2]).toEqual([true, true]);
  });
});

describe('what nobody vouches for is refused', () => {
  it.each<[string, () => string, number, string]>([
    ['another key of the same name', () => batchOf('court', FIVE, { key: 'stranger' }), 403, 'signature'],
    ['the key of another log', () => batchOf('court', FIVE, { key: 'gateway' }), 403, 'signature'],
    ['a checkpoint of another log', () => batchOf('gateway', linesOf('gateway', 2)), 400, 'malformed'],
    [
      'more records than the checkpoint has',
      () => batchOf('court', FIVE).replace('"after":0', '"after":1'),
      400,
      'malformed',
    ],
    ['a number below nothing', () => batchOf('court', FIVE).replace('"after":0', '"after":-1'), 400, 'malformed'],
    ['no proof', () => batchOf('court', FIVE).replace('"consistency":[]', '"consistency":null'), 400, 'malformed'],
    ['no checkpoint', () => '{"after":0,"records":[]}', 400, 'malformed'],
    ['no JSON', () => '张拟甲', 400, 'malformed'],
    ['null', () => 'null', 400, 'malformed'],
  ])('%s', async (_what, body, status, reason) => {
    expect(await send(body())).toEqual(refused(status, reason));
    expect([await lines(), told]).toEqual([[], []]);
  });
});

it.each(['records', 'checkpoints', 'signals', 'alerts'])('the table of %s can only be added to', async (name) => {
  await send(batchOf('court', [line('court', 0, { decision: 'deny', rule: 'deny.recused' })]));
  const table = `access.audit_${name}`;
  const denied = { code: '42501' };
  const before = await sql(url, `SELECT t::text FROM ${table} t`);
  await expect(sql(url, `UPDATE ${table} SET id = DEFAULT`)).rejects.toMatchObject(denied);
  await expect(sql(url, `DELETE FROM ${table}`)).rejects.toMatchObject(denied);
  await expect(sql(url, `TRUNCATE ${table}`)).rejects.toMatchObject(denied);
  expect(await sql(url, `SELECT t::text FROM ${table} t`)).toEqual(before);
  expect(before).toHaveLength(1);
});

it.each<['gateway' | 'court', string[]]>([
  ['gateway', ['platform.auditor']],
  ['court', []],
])('who logged in, and with which roles, is the gateway’s to say: %s', async (log, held) => {
  const login = { event: 'login', actor: 'sub-forged', roles: ['platform.auditor'] } as const;
  await send(batchOf(log, [line(log, 0, login)]), log);
  const roles = await sql<{ role: string }>(url, "SELECT role FROM access.account_roles WHERE subject = 'sub-forged'");
  expect(roles.map(({ role }) => role)).toEqual(held);
  await sql(url, 'DELETE FROM access.account_roles; DELETE FROM access.accounts');
});

describe('what is held is verified', () => {
  const verified = async () => {
    const [log] = await heldLogs(database);
    return log && verifyHeld(database, isSigned, log);
  };
  /** What only the owner of the database can do, by taking away what refuses it. */
  const tamper = (statement: string) => sql(url, `SET session_replication_role = replica; ${statement}`);

  it('as long as nobody has changed it', async () => {
    await send(batchOf('court', FIVE, { to: 2 }));
    await send(batchOf('court', FIVE, { after: 2 }));
    expect(await verified()).toBe(true);
  });

  it.each([
    ['a line', `UPDATE access.audit_records SET line = replace(line, 'sub-lin', 'sub-zhou') WHERE sequence = 1`],
    ['a line that is gone', 'DELETE FROM access.audit_records WHERE sequence = 4'],
    ['a checkpoint', `UPDATE access.audit_checkpoints SET checkpoint = replace(checkpoint, '2025-', '2026-')`],
    ['an edge', 'UPDATE access.audit_checkpoints SET peaks = peaks[2:2] || peaks[1:1]'],
  ])('not with %s', async (_what, statement) => {
    await send(batchOf('court', FIVE));
    await tamper(statement);
    expect(await verified()).toBe(false);
  });
});

describe('alerts arise from the records as they arrive', () => {
  const denials = (log: string, count: number, from = 0) =>
    Array.from({ length: count }, (_, index) =>
      line(log, from + index, { decision: 'deny', rule: 'deny.not-assigned', requestId: `r-${from + index}` }),
    );

  it('counted over logs and batches', async () => {
    const court = denials('court', 6);
    const gateway = denials('gateway', 6);
    await send(batchOf('court', court));
    await send(batchOf('gateway', gateway, { to: 3 }), 'gateway');
    expect(told).toEqual([]);
    await send(batchOf('gateway', gateway, { after: 3 }), 'gateway');
    expect(told).toEqual([
      { rule: 'access.not-assigned', actor: 'sub-lin', at: '2025-06-16T02:00:00.000Z', count: 12 },
    ]);
  });

  it('once for records that are sent twice', async () => {
    const body = batchOf('court', denials('court', 10));
    await send(body);
    await send(body);
    expect(told).toHaveLength(1);
  });
});
