import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PoliceSystem } from '#adapters/systems/police/port.ts';
import type { Fault } from '#simulators/control/simulator.ts';
import { alone } from '#tests/harness/limits.ts';
import { until } from '#tests/harness/until.ts';
import { CASE_1, CASE_2, call, numbers, PATIENT, type Stack, startStack } from '#tests/police/harness.ts';
import { sql } from '#tests/registry/server.ts';

jest.setTimeout(30_000); // a watchdog

let stack: Stack;
let system: PoliceSystem;
beforeAll(async () => {
  stack = await startStack();
  system = stack.system({ limits: alone(2000, { concurrency: 1 }) });
});
afterAll(() => stack.stop());
afterEach(() => stack.simulator.setFault({ mode: 'none' }));

const keys = numbers(CASE_1, CASE_2);
const KINDS: [string, () => Promise<number>][] = [
  ['a view', async () => (await system.casesByNumber(keys, call)).size],
  ['a page', async () => (await system.page(null, 2, call)).length],
];

async function expectRecovery(): Promise<void> {
  await stack.simulator.setFault({ mode: 'none' });
  for (const [, ask] of KINDS) expect(await ask()).toBe(2);
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
  it.each(KINDS)(`%s: ${code}, and back by itself`, async (_, ask) => {
    await ask(); // on a session that is open when the fault begins
    await stack.simulator.setFault(fault);
    const expected = { code, department: 'POLICE', system: 'police', retryable };
    await expect(ask()).rejects.toMatchObject(expected);
    await expect(ask()).rejects.toMatchObject(expected); // on what that one left
    await expectRecovery();
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
  expect((await stack.system(PATIENT).casesByNumber(keys, call)).size).toBe(2);
});

describe('no use to try again', () => {
  it.each([
    ['a wrong password', () => ({ password: 'wrong' })],
    ['an unknown service', () => ({ connectString: `127.0.0.1:${stack.simulator.port}/NOPE` })],
  ])('%s', async (_, settings) => {
    const attempt = stack.system({ ...PATIENT, ...settings() }).ping(call);
    await expect(attempt).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', retryable: false });
  });
});

describe('a row that is not what it should be', () => {
  const change = (text: string) => sql(stack.databaseUrl, text);
  const system = () => stack.system(PATIENT);

  it.each([
    ['an unknown code of an enum', "UPDATE gaba.t_aj SET ajzt = '77'", "UPDATE gaba.t_aj SET ajzt = '20'"],
    ['a required time that is missing', 'UPDATE gaba.t_aj SET slsj = NULL', "UPDATE gaba.t_aj SET slsj = '2025-03-02'"],
    ['a day that there is not', "UPDATE gaba.t_aj SET slsj = '20250230'", "UPDATE gaba.t_aj SET slsj = '2025-03-02'"],
  ])('%s', async (_, damage, repair) => {
    const only = ` WHERE ajbh = '${CASE_1}'`;
    await change(damage + only);
    const found = await system().casesByNumber(keys, call);
    const [bad, good] = keys.map((key) => () => found.get(key));
    expect(bad).toThrow(
      expect.objectContaining({ code: 'DEPARTMENT_DATA_INVALID', department: 'POLICE', retryable: false }),
    );
    expect(good?.()).toMatchObject({ policeCaseNo: CASE_2 });
    await change(repair + only);
    expect((await system().casesByNumber(keys, call)).size).toBe(2);
  });
});

describe('a thousand parties', () => {
  afterAll(() => sql(stack.databaseUrl, "DELETE FROM gaba.t_ajry WHERE rybh LIKE 'X%'"));

  it('are all there, in the order of their keys', async () => {
    await sql(
      stack.databaseUrl,
      `INSERT INTO gaba.t_ajry SELECT (jsonb_populate_record(t, jsonb_build_object('rybh', 'X' || lpad(n::text, 4, '0')))).*
         FROM gaba.t_ajry t, generate_series(1, 1000) n WHERE rybh = 'R3799990000002025060021'`,
    );
    const parties = (await stack.system(PATIENT).partiesByCase(numbers(CASE_2), call)).get(keys[1] as never) ?? [];
    expect(parties).toHaveLength(1003);
    const partyKeys = parties.map(({ partyKey }) => partyKey);
    expect(partyKeys).toEqual([...partyKeys].sort());
  });
});
