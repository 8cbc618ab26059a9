/**
 * `npm run bench:overload [seconds]` prints what becomes of the calls to a system at half and at twice its capacity, and what another
 * system's calls notice of it.
 */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { DEFAULT_LIMITS } from '#adapters/connector/limits.ts';
import { createCourtSystem } from '#adapters/systems/court-12368/system.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { createProcuratorateSystem } from '#adapters/systems/procuratorate-12309/system.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';

const SECONDS = Number(process.argv[2] ?? 10);
const ACCOUNT = { user: 'bench', password: 'bench' };
/** As many at once as a connector asks by default, each for 100 ms: 80 calls a second. */
const SYSTEM = { workers: DEFAULT_LIMITS.concurrency, serviceMs: 100 };
const CAPACITY = (SYSTEM.workers * 1000) / SYSTEM.serviceMs;
const OTHERS = 40;

const stands = new Worker(new URL('./overload-systems.ts', import.meta.url), {
  workerData: { account: ACCOUNT, ...SYSTEM },
});
const [at] = (await once(stands, 'message')) as [{ court: string; other: string }];
const court = await createCourtSystem({ endpoint: at.court, ...ACCOUNT });
const other = await createProcuratorateSystem({ endpoint: at.other, ...ACCOUNT });
const [COURT_CASE, REVIEW] = [
  courtCaseNo.parse('（2025）鲁9999刑初999901号'),
  acceptanceNo.parse('虚检刑诉受〔2025〕379999000011号'),
];
if (COURT_CASE === null || REVIEW === null) throw new Error('a number of the demo is none');

/** What became of calls, in milliseconds each. */
class Fates {
  readonly served: number[] = [];
  readonly shed: number[] = [];
  readonly failed: number[] = [];

  async keep(ask: Promise<unknown>): Promise<void> {
    const began = performance.now();
    const fate = await ask.then(
      () => this.served,
      (error: unknown) => (isShed(error) ? this.shed : this.failed),
    );
    fate.push(performance.now() - began);
  }
}

/** Asks so many times a second, whether or not answers come; each time for somebody else, so that nothing is shared. */
async function load(perSecond: number, ask: (call: LegacyCall) => Promise<unknown>): Promise<Fates> {
  const fates = new Fates();
  const all: Promise<void>[] = [];
  const began = performance.now();
  for (;;) {
    const elapsed = (performance.now() - began) / 1000;
    if (elapsed >= SECONDS) break;
    while (all.length < elapsed * perSecond) {
      const name = `call-${all.length}`;
      all.push(fates.keep(ask({ requestId: name, caller: name, rights: name })));
    }
    await pause(5);
  }
  await Promise.all(all);
  return fates;
}

function isShed(error: unknown): boolean {
  return error instanceof DepartmentError && error.code === 'DEPARTMENT_UNAVAILABLE' && error.retryable;
}

function percentile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return value === undefined ? '-' : value.toFixed(0);
}

function line(name: string, { served, shed, failed }: Fates): string {
  const counts = [served.length + shed.length + failed.length, served.length, shed.length, failed.length];
  const times = [percentile(served, 0.5), percentile(served, 0.99), percentile(shed, 0.5), percentile(shed, 0.99)];
  return `  ${name.padEnd(28)}${[...counts, ...times].map((each) => String(each).padStart(9)).join('')}`;
}

const askCourt = (call: LegacyCall) => court.caseFacts([COURT_CASE], call);
const askOther = (call: LegacyCall) => other.caseFacts([REVIEW], call);
await Promise.all([load(1, askOther), load(1, askCourt)]);
console.log(
  `${SECONDS} s each; 12368 can serve ${CAPACITY} calls a second; times in ms, whole call ${DEFAULT_LIMITS.callTimeoutMs}`,
);
const heads = ['asked', 'served', 'shed', 'lost', 'p50', 'p99', 'shed p50', 'shed p99'];
console.log(`  ${''.padEnd(28)}${heads.map((each) => each.padStart(9)).join('')}`);
for (const share of [0.5, 2]) {
  const [ofCourt, ofOther] = await Promise.all([load(CAPACITY * share, askCourt), load(OTHERS, askOther)]);
  console.log(line(`12368 at ${share}x its capacity`, ofCourt));
  console.log(line('12309 beside it', ofOther));
}
await Promise.all([court.close(), other.close()]);
await stands.terminate();
