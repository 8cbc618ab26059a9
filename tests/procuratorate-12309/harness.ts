import { setTimeout as delay } from 'node:timers/promises';
import { afterEach } from '@jest/globals';
import type { ProcuratorateSystem } from '#adapters/systems/procuratorate-12309/port.ts';
import {
  createProcuratorateSystem,
  type ProcuratorateSystemSettings,
} from '#adapters/systems/procuratorate-12309/system.ts';
import { procuratorate12309Rows } from '#demo/systems/procuratorate-12309.ts';
import { createClock } from '#schema/clock.ts';
import { PROCURATORATE_12309_PATH } from '#simulators/procuratorate-12309/address.ts';
import type { Procuratorate12309Bulk, Procuratorate12309Rows } from '#simulators/procuratorate-12309/rows.ts';
import { startProcuratorate12309 } from '#simulators/procuratorate-12309/server.ts';

export const USER = 'graph';
export const PASSWORD = 'demo-12309';
export const call = { requestId: 'test', caller: 'caller', rights: 'rights' };

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

export interface Started {
  readonly rows?: Partial<Procuratorate12309Rows>;
  readonly bulk?: Procuratorate12309Bulk;
  readonly settings?: Partial<ProcuratorateSystemSettings>;
}

/** The stand-in on the demo's day, and a port to it; both are closed after the test. */
export async function start({ rows = {}, bulk, settings = {} }: Started = {}) {
  const simulator = await startProcuratorate12309({
    port: 0,
    user: USER,
    password: PASSWORD,
    rows: { ...procuratorate12309Rows(), ...rows },
    clock: createClock({ today: '2025-06-16' }),
    ...(bulk && { bulk }),
  });
  cleanUp.push(() => simulator.close());
  const endpoint = `http://127.0.0.1:${simulator.port}${PROCURATORATE_12309_PATH}`;
  const procuratorate = await createProcuratorateSystem({ endpoint, user: USER, password: PASSWORD, ...settings });
  cleanUp.push(() => procuratorate.close());
  return { simulator, endpoint, procuratorate };
}

/** The questions that take acceptance numbers, and the operation that each costs. */
export const CASE_QUESTIONS = {
  caseFacts: 'cxAjQx',
  arrestReviewsByNumber: 'cxBlXx',
  prosecutionReviewsByNumber: 'cxQsXx',
  partiesByCase: 'cxRyXx',
  documentsByCase: 'cxWsXx',
  transfersByCase: 'cxYsXx',
  linkedNumbersByCase: 'cxGlAh',
  earliestSlotsByCase: 'cxKyZq',
  appointmentsByCase: 'cxYjYy',
} as const satisfies Partial<Record<keyof ProcuratorateSystem, string>>;

export const caseQuestions = Object.keys(CASE_QUESTIONS) as (keyof typeof CASE_QUESTIONS)[];

/** Waits until it is so; Jest's own time limit is the watchdog. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await delay(5);
}
