import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Alert } from '#auth/audit/alerts/due.ts';
import { DEFAULT_ALERT_SETTINGS } from '#auth/audit/alerts/settings.ts';
import { type MerkleAuditLog, openAuditLog } from '#auth/audit/log.ts';
import { type Shipping, shipAudit } from '#auth/audit/ship.ts';
import { auditVerify } from '#auth/audit/verify/command.ts';
import { serve } from '#service/http/testing.fixture.ts';
import { listeningLogger } from '#service/testing.fixture.ts';
import { auditDoor } from '#subgraphs/access/audit/door.ts';
import { exportCheckpoints } from '#subgraphs/access/audit/export.ts';
import { heldLog } from '#subgraphs/access/store/audit-log.ts';
import { ACCESS_SCHEMA } from '#subgraphs/access/store/schema.ts';
import { openDoorFor, sendJson } from '#subgraphs/kit/open-door.ts';
import { type Database, openDatabase } from '#subgraphs/kit/postgres/database.ts';
import { isSigned, record, signerOf, TRUSTED } from '#tests/access/signed-log.ts';
import { until } from '#tests/harness/until.ts';
import { openServer, type TestServer } from '#tests/registry/server.ts';

let server: TestServer;
let database: Database;
let home: string;
let told: Alert[];
let isAway: boolean;
let store: Awaited<ReturnType<typeof serve>>;
let log: MerkleAuditLog;
let shipping: Shipping;
let logged: ReturnType<typeof listeningLogger>;
beforeAll(async () => {
  server = openServer();
}, 30_000);
afterAll(() => server.close());
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'shipping-'));
  database = await openDatabase(await server.freshDatabase(), ACCESS_SCHEMA);
  [told, isAway, logged] = [[], false, listeningLogger()];
  const onAlert = (alert: Alert) => void told.push(alert);
  const door = auditDoor({ database, isSigned, alerts: DEFAULT_ALERT_SETTINGS, onAlert });
  store = await serve(async (request, response) => {
    if (isAway) return request.socket.destroy();
    const answer = await openDoorFor([door], request)?.(request, 4 * 1024 * 1024);
    sendJson(response, answer?.status ?? 404, answer?.body ?? {});
  });
});
afterEach(async () => {
  await shipping.close();
  await store.close();
  await database.close();
  rmSync(home, { recursive: true });
});

const folder = () => join(home, 'audit', 'court');
/** A process that starts: it goes on with the log that lies in its folder. */
function start(): void {
  log = openAuditLog({ folder: folder(), name: 'court', signer: signerOf('court') });
  shipping = shipAudit(log, { url: store.url, logger: logged.logger, delayMs: 5, maxBackoffMs: 20, maxRecords: 100 });
}
async function stop(): Promise<void> {
  log.close();
  await shipping.close();
}
const append = (count: number) => log.append(Array.from({ length: count }, () => record()));
const held = async () => (await heldLog(database, 'court')).size;
const isShipped = () => until(async () => (await held()) === log.size);
/** What the auditor does with what the store holds. */
async function verify(): Promise<{ code: number; said: string }> {
  const kept = join(home, 'kept');
  const keys = join(home, 'keys.json');
  writeFileSync(keys, JSON.stringify(TRUSTED));
  await exportCheckpoints(database, kept);
  const said: string[] = [];
  const code = await auditVerify([folder(), '--against', kept, '--keys', keys], (line) => said.push(line));
  return { code, said: said.join('\n') };
}

it('a log is shipped whole, over an outage, a stop and a start, and holds against what the store kept', async () => {
  isAway = true;
  start();
  append(250);
  await until(async () => logged.lines.length > 0);
  isAway = false;
  append(250);
  await isShipped();
  await stop();
  expect(await held()).toBe(log.size);
  start();
  append(1);
  await isShipped();
  expect([log.size, await held(), told]).toEqual([504, 504, []]);
  await stop();
  expect(await verify()).toMatchObject({ code: 0 });
}, 30_000);

it('a log that was put back to an earlier state is noticed when its process starts, and again by the verifier', async () => {
  start();
  append(10);
  await isShipped();
  await stop();
  cpSync(folder(), join(home, 'backup'), { recursive: true });
  start();
  append(10);
  await isShipped();
  await stop();
  rmSync(folder(), { recursive: true });
  cpSync(join(home, 'backup'), folder(), { recursive: true });
  const before = await held();
  start();
  await until(async () => told.length > 0);
  append(30);
  await until(async () => told.length > 1);
  await stop();
  expect(new Set(told.map(({ rule, actor }) => `${rule} ${actor}`))).toEqual(
    new Set(['log.rolled-back court', 'log.forked court']),
  );
  expect(await held()).toBe(before);
  expect(logged.lines.map(({ msg }) => msg)).toContain('the auditor’s store contradicts this audit log');
  expect(await verify()).toMatchObject({ code: 1 });
}, 30_000);

it('what the store has to say of a log is a line for each checkpoint, once', async () => {
  start();
  append(350);
  await isShipped();
  await stop();
  await verify();
  const lines = readFileSync(join(home, 'kept', 'court.checkpoints'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.at(-1)).toBe(readFileSync(join(folder(), 'checkpoints'), 'utf8').trimEnd().split('\n').at(-1));
});
