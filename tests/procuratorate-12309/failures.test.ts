import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { Fault } from '#simulators/control/simulator.ts';
import { GARBAGE } from '#simulators/procuratorate-12309/garbage.ts';
import { alone } from '#tests/harness/limits.ts';
import { call, start, until } from '#tests/procuratorate-12309/harness.ts';
import { REVIEW_1 } from '#tests/procuratorate-12309/numbers.ts';

const UNAVAILABLE = { code: 'DEPARTMENT_UNAVAILABLE', retryable: true };
const REFUSED = { code: 'DEPARTMENT_UNAVAILABLE', retryable: false };
const TIMEOUT = { code: 'DEPARTMENT_TIMEOUT', retryable: true };
const INVALID = { code: 'DEPARTMENT_DATA_INVALID', retryable: false };
const AT_PROCURATORATE = { department: 'PROCURATORATE', system: '12309' };

const GARBAGE_ANSWERS = {
  'html-502': UNAVAILABLE,
  'login-page': INVALID,
  truncated: INVALID,
  'cut-off': UNAVAILABLE,
  'fault-in-200': INVALID,
  'server-fault': UNAVAILABLE,
  'gbk-is-utf8': INVALID,
  'utf8-is-gbk': INVALID,
  'broken-bytes': INVALID,
  'empty-body': INVALID,
  'empty-envelope': INVALID,
  'other-element': INVALID,
  'broken-document': INVALID,
  'other-document': INVALID,
  'result-failed': UNAVAILABLE,
  'password-expired': REFUSED,
  'result-unknown': INVALID,
  'no-result': INVALID,
  'no-content': INVALID,
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
/** Questions whose answers hold no Chinese: wrong bytes spoil the values that hold them, and no others. */
const NO_CHINESE = new Map([['utf8-is-gbk', [2, 3]]]);
const SECRET = /张拟甲|寮犳嫙|nginx|ORA-|java\.|cn\.jcy|Envelope|3799991985|demo-12309/;

it('every kind of garbage has its case here', () => {
  expect(Object.keys(GARBAGE_ANSWERS)).toEqual(Object.keys(GARBAGE));
});

describe('a department that fails', () => {
  it.each(FAULTS)('%s: the right code, no leak, and back by itself', async (what, fault, error) => {
    const logged: object[] = [];
    const logger = {
      debug: (fields: object) => void logged.push(fields),
      warn: (fields: object) => void logged.push(fields),
    };
    const { procuratorate, simulator } = await start({
      settings: { limits: alone(4000, { refusedOpenMs: 0 }), logger },
    });
    await simulator.setFault(fault);
    const ask = [
      () => procuratorate.partiesByCase([REVIEW_1], call),
      () => procuratorate.page(null, 10, call),
      () => procuratorate.ticketFacts(['PT12309-2025-000002'], call),
      () => procuratorate.ping(call),
    ];
    const failed = await Promise.all(
      ask.map((each) =>
        each().then(
          () => 'answered',
          (caught) => caught,
        ),
      ),
    );
    const answered = NO_CHINESE.get(what) ?? [];
    for (const [index, failure] of failed.entries()) {
      if (answered.includes(index)) expect(failure).toBe('answered');
      else expect(failure).toMatchObject({ ...error, ...AT_PROCURATORATE });
    }
    expect(inspect([failed, logged], { depth: null })).not.toMatch(SECRET);
    expect(logged.filter((line) => 'operation' in line)).toHaveLength(failed.length);
    await simulator.setFault({ mode: 'none' });
    expect((await procuratorate.partiesByCase([REVIEW_1], call)).size).toBe(1);
    await procuratorate.close();
    await until(() => simulator.openConnections() === 0);
  });

  it('refuses us: not worth another try, and the password is nowhere', async () => {
    const { procuratorate, simulator } = await start({ settings: { password: 'wrong-12309' } });
    const failure = await procuratorate.ping(call).catch((caught) => caught);
    expect(failure).toMatchObject({ ...REFUSED, ...AT_PROCURATORATE });
    expect(inspect(failure, { depth: null })).not.toMatch(/wrong-12309|口令/);
    expect(simulator.calls()).toEqual({});
  });

  it('is slow, but within the time', async () => {
    const { procuratorate, simulator } = await start();
    await simulator.setFault({ mode: 'slow', delayMs: 20 });
    expect((await procuratorate.partiesByCase([REVIEW_1], call)).size).toBe(1);
  });

  it('fails while a ticket is made: the same request again gives the one ticket', async () => {
    const { procuratorate, simulator } = await start({ settings: { limits: alone(4000) } });
    const ticket = {
      kind: 'ACCUSATION',
      agencyCode: 'PROC-379999',
      caseNo: null,
      text: '内容',
      complainant: { name: '郑拟寅', idNumber: null },
      idempotencyKey: 'k',
    } as const;
    await simulator.setFault({ mode: 'garbage', kind: 'cut-off' });
    await expect(procuratorate.createTicket(ticket, call)).rejects.toMatchObject(UNAVAILABLE);
    await simulator.setFault({ mode: 'none' });
    expect(await procuratorate.createTicket(ticket, call)).toMatchObject({
      outcome: { ticketNo: 'PT12309-2025-000003' },
      repeated: true,
    });
  });
});

describe('connections', () => {
  it('of calls that timed out are closed', async () => {
    const { procuratorate, simulator } = await start({ settings: { limits: alone(4000, { concurrency: 3 }) } });
    await simulator.setFault({ mode: 'hang' });
    const calls = Array.from({ length: 5 }, (_, index) =>
      procuratorate.caseFacts([REVIEW_1], { ...call, rights: `${index}` }),
    );
    await until(() => simulator.openConnections() === 3);
    const failures = await Promise.all(calls.map((each) => each.catch((error) => error)));
    // Three were asked, and two found no place in time.
    expect(failures).toMatchObject([TIMEOUT, TIMEOUT, TIMEOUT, UNAVAILABLE, UNAVAILABLE]);
    await until(() => simulator.openConnections() === 0);
  });

  it('of a call that its caller gives up are closed at once', async () => {
    const { procuratorate, simulator } = await start({ settings: { limits: alone(60_000) } });
    await simulator.setFault({ mode: 'hang' });
    const client = new AbortController();
    const given = procuratorate.caseFacts([REVIEW_1], { ...call, signal: client.signal });
    await until(() => simulator.calls().cxAjQx === 1);
    client.abort();
    await expect(given).rejects.toMatchObject({ ...TIMEOUT, ...AT_PROCURATORATE });
    await until(() => simulator.openConnections() === 0);
  });

  it('are kept alive between calls, never more than the limit, and gone after close', async () => {
    const { procuratorate, simulator } = await start({ settings: { limits: { concurrency: 2 } } });
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(
        Array.from({ length: 6 }, (_, index) => procuratorate.caseFacts([REVIEW_1], { ...call, rights: `${index}` })),
      );
      expect(simulator.openConnections()).toBeLessThanOrEqual(2);
    }
    expect(simulator.openConnections()).toBeGreaterThan(0);
    await procuratorate.close();
    await until(() => simulator.openConnections() === 0);
    await expect(procuratorate.ping(call)).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' });
  });
});
