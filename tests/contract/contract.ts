import { isDeepStrictEqual as equals } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { Fault } from '#simulators/control/simulator.ts';
import { PATIENT_MS, personalIn, withSystem } from '#tests/contract/harness.ts';
import type { ContractSystem, SystemPort } from '#tests/contract/system.ts';
import { until } from '#tests/harness/until.ts';

const call = { requestId: 'contract', caller: 'caller', rights: 'rights' };
const WATCHDOG_MS = 30_000;
const MOST_KEYS = 50;

/** Registers the suite that every port passes. */
export function portContract(system: ContractSystem): void {
  const { questions, department, system: systemName, others = [], impersonal = false } = system;
  const opened = withSystem(system);

  it('has no question that is not tested here', () => {
    expect(Object.keys(opened.port).sort()).toEqual([...Object.keys(questions), ...others, 'close', 'ping'].sort());
  });

  describe.each(Object.entries(questions))('%s', (name, { countedAs, known, unknown }) => {
    const ask = (keys: readonly string[], port = opened.port) => port[name]?.(keys, call);
    const unknowns = (count: number) => Array.from({ length: count }, (_, index) => unknown(index));
    const calls = () => opened.simulator.calls();

    it('of no key makes no call', async () => {
      expect(await ask([])).toEqual(new Map());
      expect([calls(), opened.simulator.openConnections()]).toEqual([{}, 0]);
    });

    it('of one key makes one call', async () => {
      expect([...((await ask(known.slice(0, 1))) ?? [])]).toEqual([[known[0], expect.anything()]]);
      expect(calls()).toEqual({ [countedAs]: 1 });
    });

    it.each([
      [MOST_KEYS, 1],
      [MOST_KEYS + 1, 2],
      [2 * MOST_KEYS + 1, 3],
    ])('of %i keys makes %i', async (count, expected) => {
      const keys = [...unknowns(count - known.length), ...known];
      expect([...((await ask(keys))?.keys() ?? [])].sort()).toEqual([...known].sort());
      expect(calls()).toEqual({ [countedAs]: expected });
    });

    it('asks for a key once, however often it is given', async () => {
      const keys = [...known, ...unknowns(MOST_KEYS - known.length)];
      expect(await ask([...keys, ...keys, ...keys])).toEqual(await ask(known));
      expect(calls()).toEqual({ [countedAs]: 2 });
    });

    it('leaves out what the system does not know', async () => {
      expect(await ask(unknowns(2))).toEqual(new Map());
      const found = await ask([unknown(0), ...known, unknown(1)]);
      expect([...(found?.keys() ?? [])].sort()).toEqual([...known].sort());
    });

    it('does not depend on the order of the keys', async () => {
      expect(await ask([...known].reverse())).toEqual(await ask(known));
    });
  });

  describe('fails', () => {
    const unavailable = { code: 'DEPARTMENT_UNAVAILABLE', department, system: systemName, retryable: true };
    const timeout = { ...unavailable, code: 'DEPARTMENT_TIMEOUT' };
    const invalid = { ...unavailable, code: 'DEPARTMENT_DATA_INVALID', retryable: false };

    it('when the system is down: unavailable, and back by itself', async () => {
      await failing({ mode: 'down' }, async () => {
        for (const failure of await failures(system, opened.port)) expect(failure).toMatchObject(unavailable);
      });
    });

    it(
      'when the system hangs: timed out, and back by itself',
      async () => {
        await failing({ mode: 'hang' }, async () => {
          for (const failure of await failures(system, opened.port)) expect(failure).toMatchObject(timeout);
        });
      },
      WATCHDOG_MS,
    );

    it(
      'when the system hangs from the first call on: timed out, no connection left',
      async () => {
        await opened.simulator.setFault({ mode: 'hang' });
        for (const failure of await failures(system, opened.port)) expect(failure).toMatchObject(timeout);
        await until(() => opened.simulator.openConnections() === 0);
      },
      WATCHDOG_MS,
    );

    it(
      'when the answer is garbage of any kind: unavailable or invalid, or none the worse for it, and back by itself',
      async () => {
        const honest = await failures(system, opened.port);
        for (const kind of opened.simulator.garbageKinds) {
          await failing({ mode: 'garbage', kind }, async () => {
            const failed = (await failures(system, opened.port)).filter((each, index) => !equals(each, honest[index]));
            expect({ kind, failed: failed.length }).not.toEqual({ kind, failed: 0 });
            for (const failure of failed) {
              const { code } = failure as { code: string };
              const { retryable: _, ...refused } = unavailable;
              expect({ kind, failure }).toMatchObject({ kind, failure: code === invalid.code ? invalid : refused });
            }
          });
        }
        expect(opened.simulator.garbageKinds.length).toBeGreaterThan(0);
      },
      WATCHDOG_MS,
    );

    it(
      'and says nothing personal, in errors or log',
      async () => {
        expect(personalIn(await askAll(system, opened.port)).length > 0).toBe(!impersonal);
        const failed: unknown[] = [];
        const faults: Fault[] = [
          { mode: 'down' },
          { mode: 'hang' },
          ...opened.simulator.garbageKinds.map((kind) => ({ mode: 'garbage', kind }) as const),
        ];
        for (const fault of faults) {
          await opened.simulator.setFault(fault);
          failed.push(...(await failures(system, opened.port)));
        }
        expect(failed).toHaveLength(faults.length * (Object.keys(questions).length + 1));
        expect(opened.logged.length).toBeGreaterThanOrEqual(failed.length);
        expect(personalIn([failed, opened.logged])).toEqual([]);
      },
      WATCHDOG_MS,
    );

    async function failing(fault: Fault, check: () => Promise<void>): Promise<void> {
      const answered = await askAll(system, opened.port);
      await opened.simulator.setFault(fault);
      await check();
      await opened.simulator.setFault({ mode: 'none' });
      // Alone: after some failures one call is let through to try, and a connection that is being cut may still be lent out once.
      await until(() =>
        opened.port.ping(call).then(
          () => true,
          () => false,
        ),
      );
      expect(await askAll(system, opened.port)).toEqual(answered);
    }
  });

  describe('ends', () => {
    const [[name, { countedAs, known }]] = Object.entries(questions) as [[string, ContractSystem['questions'][string]]];

    it(
      'a call that its caller gives up, and its connection',
      async () => {
        const port = await opened.open(PATIENT_MS);
        await port[name]?.(known, call);
        await opened.simulator.setFault({ mode: 'hang' });
        const caller = new AbortController();
        const given = port[name]?.(known, { ...call, signal: caller.signal });
        await until(() => opened.simulator.calls()[countedAs] === 2);
        caller.abort();
        await expect(given).rejects.toMatchObject({ department, system: systemName });
        await until(() => opened.simulator.openConnections() === 0);
      },
      WATCHDOG_MS,
    );

    it('a call whose caller has gone already, before it is made', async () => {
      const gone = { ...call, signal: AbortSignal.abort() };
      await expect(opened.port[name]?.(known, gone)).rejects.toMatchObject({ department, system: systemName });
      expect(opened.simulator.calls()).toEqual({});
    });

    it(
      'every connection when it is closed, after what is under way',
      async () => {
        await opened.simulator.setFault({ mode: 'slow', delayMs: 50 });
        const port = await opened.open(PATIENT_MS);
        const underWay = port[name]?.(known, call);
        await until(() => opened.simulator.calls()[countedAs] === 1);
        await port.close();
        expect((await underWay)?.size).toBe(known.length);
        await until(() => opened.simulator.openConnections() === 0);
        await expect(port[name]?.(known, call)).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' });
        expect(opened.simulator.openConnections()).toBe(0);
      },
      WATCHDOG_MS,
    );
  });
}

/** What each question answers for the keys that the system knows, all asked at once. */
async function askAll({ questions }: ContractSystem, port: SystemPort): Promise<unknown[]> {
  return Promise.all(Object.entries(questions).map(([name, { known }]) => port[name]?.(known, call)));
}

/** What each question, and a ping, is refused with; the answer, read to its end, where it is not. */
async function failures({ questions }: ContractSystem, port: SystemPort): Promise<unknown[]> {
  const ask = async ([name, { known }]: [string, ContractSystem['questions'][string]]) => [
    ...((await port[name]?.(known, call)) ?? []),
  ];
  const asked = [...Object.entries(questions).map(ask), port.ping(call)];
  const outcomes = await Promise.allSettled(asked);
  return outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason : outcome.value));
}
