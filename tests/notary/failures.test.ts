import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { Fault } from '#simulators/control/simulator.ts';
import { alone } from '#tests/harness/limits.ts';
import { until } from '#tests/harness/until.ts';
import { call, start } from '#tests/notary/harness.ts';
import { DIGEST, key, OFFICE, VALID } from '#tests/notary/numbers.ts';

const UNAVAILABLE = { code: 'DEPARTMENT_UNAVAILABLE', retryable: true };
const TIMEOUT = { code: 'DEPARTMENT_TIMEOUT', retryable: true };
const INVALID = { code: 'DEPARTMENT_DATA_INVALID', retryable: false };
const AT_NOTARY = { department: 'NOTARY', system: 'notary' };

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
  'certificate-expired': { code: 'DEPARTMENT_UNAVAILABLE', retryable: false },
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

it('every kind of garbage has its case here', async () => {
  const { simulator } = await start();
  expect(Object.keys(GARBAGE_ANSWERS)).toEqual(simulator.garbageKinds);
});

describe('a department that fails', () => {
  it.each(FAULTS)('%s: the right code, no leak, and back by itself', async (_what, fault, error) => {
    const { notary, simulator, logged } = await start({ settings: { limits: alone(4000) } });
    await simulator.setFault(fault);
    const failures = await Promise.all([
      notary.verify(OFFICE, VALID, DIGEST, call).catch((caught) => caught),
      notary.certificateFacts([key(VALID)], call).catch((caught) => caught),
      notary.page(OFFICE, null, 500, call).catch((caught) => caught),
    ]);
    for (const failed of failures) expect(failed).toMatchObject({ ...error, ...AT_NOTARY });
    expect(inspect([failures, logged], { depth: null })).not.toMatch(
      /郑拟寅|张拟甲|nginx|java\.|Envelope|379999198|BEGIN/,
    );
    await simulator.setFault({ mode: 'none' });
    expect(await notary.verify(OFFICE, VALID, DIGEST, call)).toMatchObject({ state: 'VALID', digestMatches: true });
    await notary.close();
    await until(() => simulator.openConnections() === 0);
  });

  it('is slow, but within the time', async () => {
    const { notary, simulator } = await start();
    await simulator.setFault({ mode: 'slow', delayMs: 20 });
    expect(await notary.verify(OFFICE, VALID, null, call)).toMatchObject({ state: 'VALID' });
  });

  it('sends more than we take', async () => {
    const { notary } = await start({ settings: { maxReplyBytes: 500 } });
    await expect(notary.verify(OFFICE, VALID, null, call)).rejects.toMatchObject({ ...INVALID, ...AT_NOTARY });
  });
});

describe('connections', () => {
  it('of calls that timed out are closed', async () => {
    const { notary, simulator } = await start({ settings: { limits: alone(4000, { concurrency: 3 }) } });
    await simulator.setFault({ mode: 'hang' });
    const calls = Array.from({ length: 5 }, (_, index) =>
      notary.verify(OFFICE, VALID, null, { ...call, rights: `${index}` }),
    );
    await until(() => simulator.openConnections() === 3);
    const failures = await Promise.all(calls.map((each) => each.catch((error) => error)));
    // Three were asked, and two found no place in time.
    expect(failures).toMatchObject([TIMEOUT, TIMEOUT, TIMEOUT, UNAVAILABLE, UNAVAILABLE]);
    await until(() => simulator.openConnections() === 0);
  });

  it('of a call that its caller gives up are closed at once', async () => {
    const { notary, simulator } = await start({ settings: { limits: alone(60_000) } });
    await simulator.setFault({ mode: 'hang' });
    const client = new AbortController();
    const given = notary.verify(OFFICE, VALID, null, { ...call, signal: client.signal });
    await until(() => simulator.calls().HechaChaxun === 1);
    client.abort();
    await expect(given).rejects.toMatchObject({ ...TIMEOUT, ...AT_NOTARY });
    await until(() => simulator.openConnections() === 0);
  });

  it('are kept alive between calls, never more than the limit, and gone after close', async () => {
    const { notary, simulator } = await start({ settings: { limits: { concurrency: 2 } } });
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(
        Array.from({ length: 6 }, (_, index) => notary.verify(OFFICE, VALID, null, { ...call, rights: `${index}` })),
      );
      expect(simulator.openConnections()).toBeLessThanOrEqual(2);
    }
    expect(simulator.openConnections()).toBeGreaterThan(0);
    await notary.close();
    await until(() => simulator.openConnections() === 0);
  });
});
