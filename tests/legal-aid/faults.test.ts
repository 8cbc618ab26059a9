import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { LegalAidSystem } from '#adapters/systems/legal-aid/port.ts';
import type { Fault } from '#simulators/control/simulator.ts';
import { alone } from '#tests/harness/limits.ts';
import { until } from '#tests/harness/until.ts';
import { call, ids, licences, type Stack, startStack } from '#tests/legal-aid/harness.ts';
import { sql } from '#tests/registry/server.ts';

jest.setTimeout(30_000); // a watchdog

let stack: Stack;
let system: LegalAidSystem;
const answers: unknown[] = [];
beforeAll(async () => {
  stack = await startStack();
  system = stack.system({ limits: alone(2000, { concurrency: 1 }) });
  for (const [, ask] of KINDS) answers.push(await ask());
});
afterAll(() => stack.stop());
afterEach(() => stack.simulator.setFault({ mode: 'none' }));

const keys = ids('LA-2025-000001', 'LA-2025-000002');
const [unassigned] = ids('LA-2025-000003');
const [licenceNo] = licences('13799201810999004');
const KINDS: [string, () => Promise<unknown>][] = [
  ['a view', () => system.casesById(keys, call)],
  ['a page of it', () => system.page(null, 2, call)],
  ['the package', () => system.assignmentsByCase(keys, call)],
];

function assign() {
  if (unassigned === undefined || licenceNo === undefined) throw new Error('no such key');
  const request = { legalAidId: unassigned, licenceNo, staffNo: 'FA0001', idempotencyKey: 'once' };
  return system.assign(request, call);
}

async function expectRecovery(): Promise<void> {
  await stack.simulator.setFault({ mode: 'none' });
  for (const [index, [, ask]] of KINDS.entries()) expect(await ask()).toEqual(answers[index]);
  // What failed was closed.
  await until(() => stack.simulator.openConnections() <= 1);
}

describe.each<[Fault, string, boolean]>([
  [{ mode: 'down' }, 'DEPARTMENT_UNAVAILABLE', true],
  [{ mode: 'hang' }, 'DEPARTMENT_TIMEOUT', true],
  [{ mode: 'slow', delayMs: 60_000 }, 'DEPARTMENT_TIMEOUT', true],
  [{ mode: 'garbage', kind: 'ORA-03113' }, 'DEPARTMENT_UNAVAILABLE', true],
  [{ mode: 'garbage', kind: 'truncated-packet' }, 'DEPARTMENT_UNAVAILABLE', true],
  [{ mode: 'garbage', kind: 'random-bytes' }, 'DEPARTMENT_DATA_INVALID', false],
  [{ mode: 'garbage', kind: 'ORA-00942' }, 'DEPARTMENT_DATA_INVALID', false],
])('%j', (fault, code, retryable) => {
  // What waits for its time to be over does so alike, whatever is asked.
  const kinds = code === 'DEPARTMENT_TIMEOUT' ? KINDS.slice(-1) : KINDS;
  it.each(kinds)(`%s: ${code}, and back by itself`, async (_, ask) => {
    await ask(); // on a session that is open when the fault begins
    await stack.simulator.setFault(fault);
    const expected = { code, department: 'JUSTICE', system: 'legal-aid', retryable };
    await expect(ask()).rejects.toMatchObject(expected);
    await expect(ask()).rejects.toMatchObject(expected); // on what that one left
    await expectRecovery();
  });
});

describe('an assignment', () => {
  it.each<[Fault, object]>([
    [{ mode: 'down' }, { code: 'DEPARTMENT_UNAVAILABLE', retryable: true }],
    [{ mode: 'hang' }, { code: 'DEPARTMENT_UNAVAILABLE', retryable: true, writeOutcome: 'UNKNOWN' }],
    [
      { mode: 'garbage', kind: 'ORA-03113' },
      { code: 'DEPARTMENT_UNAVAILABLE', writeOutcome: 'UNKNOWN' },
    ],
    [
      { mode: 'garbage', kind: 'random-bytes' },
      { code: 'DEPARTMENT_UNAVAILABLE', writeOutcome: 'UNKNOWN' },
    ],
    [
      { mode: 'garbage', kind: 'ORA-00942' },
      { code: 'DEPARTMENT_DATA_INVALID', retryable: false },
    ],
  ])('%j: told as it is, and found with the same key', async (fault, expected) => {
    await assign();
    await stack.simulator.setFault(fault);
    await expect(assign()).rejects.toMatchObject({ ...expected, department: 'JUSTICE', system: 'legal-aid' });
    await stack.simulator.setFault({ mode: 'none' });
    expect(await assign()).toMatchObject({ assignmentNo: 1 });
  });
});

it('all of a kind are known here', () => {
  expect(stack.simulator.garbageKinds).toEqual([
    ...['ORA-03113', 'truncated-packet', 'random-bytes', 'ORA-00942'],
    ...['password-expired', 'account-locked'],
  ]);
});

it('slow, but in time, is an answer', async () => {
  await stack.simulator.setFault({ mode: 'slow', delayMs: 20 });
  const patient = stack.system({ limits: alone(20_000) });
  expect((await patient.casesById(keys, call)).size).toBe(2);
  await patient.close();
});

it('a caller who gives up ends the call', async () => {
  const patient = stack.system({ limits: alone(60_000) });
  await patient.ping(call);
  await stack.simulator.setFault({ mode: 'hang' });
  const caller = new AbortController();
  const asked = patient.casesById(keys, { ...call, signal: caller.signal });
  await new Promise(setImmediate);
  caller.abort();
  await expect(asked).rejects.toMatchObject({ code: 'DEPARTMENT_TIMEOUT' });
  await patient.close();
  await until(() => stack.simulator.openConnections() <= 1);
});

it('the database behind it dies and comes back', async () => {
  await system.ping(call);
  await system.casesById(keys, call);
  await sql(
    stack.databaseUrl,
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await system.casesById(keys, call).catch(() => {});
  await expectRecovery();
});

describe('no use to try again', () => {
  it.each([
    ['a wrong password', () => ({ password: 'wrong' })],
    ['an unknown service', () => ({ connectString: `127.0.0.1:${stack.simulator.port}/NOPE` })],
  ])('%s', async (_, settings) => {
    const attempt = stack.system(settings()).ping(call);
    await expect(attempt).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', retryable: false });
  });
});
