/** The stand-ins of `bench/overload.ts`, in a thread of their own as they are elsewhere in life: 12368 behind a turnstile, 12309 beside it. */
import { parentPort, workerData } from 'node:worker_threads';
import { court12368Rows } from '#demo/systems/court-12368.ts';
import { procuratorate12309Rows } from '#demo/systems/procuratorate-12309.ts';
import { createClock } from '#schema/clock.ts';
import { COURT_12368_PATH } from '#simulators/court-12368/address.ts';
import { startCourt12368 } from '#simulators/court-12368/server.ts';
import { PROCURATORATE_12309_PATH } from '#simulators/procuratorate-12309/address.ts';
import { startProcuratorate12309 } from '#simulators/procuratorate-12309/server.ts';
import { startTurnstile } from '#tests/overload/turnstile.ts';

const { account, workers, serviceMs } = workerData as {
  readonly account: { readonly user: string; readonly password: string };
  readonly workers: number;
  readonly serviceMs: number;
};
const clock = createClock();
const court = await startCourt12368({ port: 0, ...account, rows: court12368Rows(), clock });
const other = await startProcuratorate12309({ port: 0, ...account, rows: procuratorate12309Rows(), clock });
const turnstile = await startTurnstile({ to: court.port, workers, serviceMs });
parentPort?.postMessage({
  court: `http://127.0.0.1:${turnstile.port}${COURT_12368_PATH}`,
  other: `http://127.0.0.1:${other.port}${PROCURATORATE_12309_PATH}`,
});
