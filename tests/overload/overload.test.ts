import { afterEach, expect, it } from '@jest/globals';
import type { LegacyLimits } from '#adapters/connector/limits.ts';
import type { CallObserver, CallOutcome, SystemState } from '#adapters/connector/observe.ts';
import { createCourtSystem } from '#adapters/systems/court-12368/system.ts';
import { createProcuratorateSystem } from '#adapters/systems/procuratorate-12309/system.ts';
import { court12368Rows } from '#demo/systems/court-12368.ts';
import { procuratorate12309Rows } from '#demo/systems/procuratorate-12309.ts';
import { createClock } from '#schema/clock.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { COURT_12368_PATH } from '#simulators/court-12368/address.ts';
import { startCourt12368 } from '#simulators/court-12368/server.ts';
import { PROCURATORATE_12309_PATH } from '#simulators/procuratorate-12309/address.ts';
import { startProcuratorate12309 } from '#simulators/procuratorate-12309/server.ts';
import { ALL } from '#tests/court-12368/numbers.ts';
import { startTurnstile } from '#tests/overload/turnstile.ts';
import { REVIEW_1 } from '#tests/procuratorate-12309/numbers.ts';

const ACCOUNT = { user: 'overload', password: 'overload' };
const CAPACITY = { workers: 4, serviceMs: 5 };
const LIMITS: Partial<LegacyLimits> = { concurrency: 4, queue: 16, callTimeoutMs: 15_000 };
const ASKED = 1200;

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});
const kept = <Each extends { close(): Promise<unknown> }>(each: Each): Each => {
  cleanUp.push(() => each.close());
  return each;
};
/** Of somebody else each time: nothing is shared. */
const callOf = (index: number) => ({ requestId: `r-${index}`, caller: `c-${index}`, rights: `c-${index}` });

/** Watches how many wait, and what becomes of each call. */
function watcher() {
  const outcomes: CallOutcome[] = [];
  const read: (() => SystemState)[] = [];
  let mostWaiting = 0;
  const observer: CallObserver = {
    began() {
      mostWaiting = Math.max(mostWaiting, ...read.map((state) => state().waiting));
      return { ended: ({ outcome }) => void outcomes.push(outcome) };
    },
    watchSystem(_system, state) {
      read.push(state);
      return () => {};
    },
    watchSessions: () => () => {},
  };
  return { observer, outcomes, mostWaiting: () => mostWaiting };
}

/** `served`, `shed`, or what it should not be. */
async function fate(answer: Promise<unknown>): Promise<string> {
  try {
    await answer;
    return 'served';
  } catch (error) {
    if (!(error instanceof DepartmentError)) return String(error);
    const { code, retryable } = error.toExtensions();
    return code === 'DEPARTMENT_UNAVAILABLE' && retryable === true ? 'shed' : String(code);
  }
}

it('at twice its capacity a system serves what it can, the rest is shed, and another system notices nothing', async () => {
  const courtStandIn = kept(await startCourt12368({ port: 0, ...ACCOUNT, rows: court12368Rows() }));
  const otherStandIn = kept(
    await startProcuratorate12309({ port: 0, ...ACCOUNT, rows: procuratorate12309Rows(), clock: createClock() }),
  );
  const [fates, others]: [Promise<string>[], Promise<string>[]] = [[], []];
  // Two more are asked for each that is served: twice the capacity, however fast the machine is.
  const askTwo = () => {
    for (let more = 0; more < 2 && fates.length < ASKED; more += 1)
      fates.push(fate(court.caseFacts(ALL.slice(0, 1), callOf(fates.length))));
    if (fates.length % 20 === 0 && others.length * 20 < fates.length)
      others.push(fate(procuratorate.caseFacts([REVIEW_1], callOf(fates.length))));
    if (fates.length >= ASKED) everythingAsked.resolve();
  };
  const everythingAsked = Promise.withResolvers<void>();
  const turnstile = kept(await startTurnstile({ to: courtStandIn.port, ...CAPACITY, served: askTwo }));
  const { observer, outcomes, mostWaiting } = watcher();
  const courtAt = `http://127.0.0.1:${turnstile.port}${COURT_12368_PATH}`;
  const otherAt = `http://127.0.0.1:${otherStandIn.port}${PROCURATORATE_12309_PATH}`;
  const court = kept(await createCourtSystem({ endpoint: courtAt, ...ACCOUNT, limits: LIMITS, observer }));
  const procuratorate = kept(await createProcuratorateSystem({ endpoint: otherAt, ...ACCOUNT, limits: LIMITS }));

  for (let begun = 0; begun < CAPACITY.workers; begun += 1) askTwo();
  await everythingAsked.promise;
  const [courts, theOthers] = [await Promise.all(fates), await Promise.all(others)];

  const count = (what: string) => courts.filter((each) => each === what).length;
  expect(count('served') + count('shed')).toBe(ASKED);
  expect(outcomes).toHaveLength(ASKED);
  expect(courtStandIn.calls()).toEqual({ cxAjQx: count('served') });
  expect(count('served')).toBeGreaterThan(ASKED * 0.45);
  expect(count('shed')).toBeGreaterThan(ASKED * 0.45);
  expect(turnstile.most).toBeLessThanOrEqual(4);
  expect(mostWaiting()).toBeLessThanOrEqual(16);
  expect(new Set(theOthers)).toEqual(new Set(['served']));
  expect(theOthers.length).toBeGreaterThan(ASKED / 40);
}, 60_000);
