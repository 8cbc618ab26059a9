import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { Fault } from '#simulators/control/simulator.ts';
import { GARBAGE } from '#simulators/soap/garbage.ts';
import { call, start } from '#tests/court-12368/harness.ts';
import { CASE_1 } from '#tests/court-12368/numbers.ts';
import { alone } from '#tests/harness/limits.ts';
import { until } from '#tests/harness/until.ts';

const UNAVAILABLE = { code: 'DEPARTMENT_UNAVAILABLE', retryable: true };
const TIMEOUT = { code: 'DEPARTMENT_TIMEOUT', retryable: true };
const INVALID = { code: 'DEPARTMENT_DATA_INVALID', retryable: false };
const AT_COURT = { department: 'COURT', system: '12368' };

const GARBAGE_ANSWERS = {
  'html-502': UNAVAILABLE,
  'login-page': INVALID,
  truncated: INVALID,
  'cut-off': UNAVAILABLE,
  'fault-in-200': INVALID,
  'server-fault': UNAVAILABLE,
  'wrong-encoding': INVALID,
  'gbk-is-utf8': INVALID,
  'empty-body': INVALID,
  'empty-envelope': INVALID,
  'other-element': INVALID,
};
const FAULTS: [string, Fault, object][] = [
  ['down', { mode: 'down' }, UNAVAILABLE],
  ['hang', { mode: 'hang' }, TIMEOUT],
  ['slow', { mode: 'slow', delayMs: 60_000 }, TIMEOUT],
  ...Object.entries(GARBAGE_ANSWERS).map(([kind, error]): [string, Fault, object] => [
    kind,
    { mode: 'garbage', kind },
    error,
  ]),
];

it('every kind of garbage has its case here', () => {
  expect(Object.keys(GARBAGE_ANSWERS)).toEqual(Object.keys(GARBAGE));
});

describe('a department that fails', () => {
  it.each(FAULTS)('%s: the right code, no leak, and back by itself', async (_what, fault, error) => {
    const { court, simulator } = await start({ settings: { limits: alone(4000) } });
    await simulator.setFault(fault);
    const failed = await court.casesByNumber([CASE_1], call).catch((caught) => caught);
    expect(failed).toMatchObject({ ...error, ...AT_COURT });
    expect(inspect(failed, { depth: null })).not.toMatch(/张拟甲|nginx|java\.|Envelope|3799991985|demo-12368/);
    await simulator.setFault({ mode: 'none' });
    expect((await court.casesByNumber([CASE_1], call)).size).toBe(1);
    await court.close();
    await until(() => simulator.openConnections() === 0);
  });

  it('refuses us: not worth another try', async () => {
    const { court } = await start({ settings: { password: 'wrong' } });
    const refused = { code: 'DEPARTMENT_UNAVAILABLE', retryable: false, ...AT_COURT };
    await expect(court.ping(call)).rejects.toMatchObject(refused);
  });

  it('is slow, but within the time', async () => {
    const { court, simulator } = await start();
    await simulator.setFault({ mode: 'slow', delayMs: 20 });
    expect((await court.casesByNumber([CASE_1], call)).size).toBe(1);
  });
});

describe('connections', () => {
  it('of calls that timed out are closed', async () => {
    const { court, simulator } = await start({ settings: { limits: alone(4000, { concurrency: 3 }) } });
    await simulator.setFault({ mode: 'hang' });
    const calls = Array.from({ length: 5 }, (_, index) =>
      court.casesByNumber([CASE_1], { ...call, rights: `${index}` }),
    );
    await until(() => simulator.openConnections() === 3);
    const failures = await Promise.all(calls.map((each) => each.catch((error) => error)));
    // Three were asked, and two found no place in time.
    expect(failures).toMatchObject([TIMEOUT, TIMEOUT, TIMEOUT, UNAVAILABLE, UNAVAILABLE]);
    await until(() => simulator.openConnections() === 0);
  });

  it('of a call that its caller gives up are closed at once', async () => {
    const { court, simulator } = await start({ settings: { limits: alone(60_000) } });
    await simulator.setFault({ mode: 'hang' });
    const client = new AbortController();
    const given = court.casesByNumber([CASE_1], { ...call, signal: client.signal });
    await until(() => simulator.calls().cxAjXx === 1);
    client.abort();
    await expect(given).rejects.toMatchObject({ ...TIMEOUT, ...AT_COURT });
    await until(() => simulator.openConnections() === 0);
  });

  it('are kept alive between calls, never more than the limit, and gone after close', async () => {
    const { court, simulator } = await start({ settings: { limits: { concurrency: 2 } } });
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(
        Array.from({ length: 6 }, (_, index) => court.hearingsByCase([CASE_1], { ...call, rights: `${index}` })),
      );
      expect(simulator.openConnections()).toBeLessThanOrEqual(2);
    }
    expect(simulator.openConnections()).toBeGreaterThan(0);
    await court.close();
    await until(() => simulator.openConnections() === 0);
  });
});
