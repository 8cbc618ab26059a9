import { afterEach } from '@jest/globals';
import type { CourtSystem } from '#adapters/systems/court-12368/port.ts';
import { type CourtSystemSettings, createCourtSystem } from '#adapters/systems/court-12368/system.ts';
import { court12368Rows } from '#demo/systems/court-12368.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import { COURT_12368_PATH } from '#simulators/court-12368/address.ts';
import type { CourtCaseRow } from '#simulators/court-12368/rows.ts';
import { startCourt12368 } from '#simulators/court-12368/server.ts';

export const USER = 'graph';
export const PASSWORD = 'demo-12368';
export const call = { requestId: 'test' };

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

export interface Started {
  readonly rows?: readonly CourtCaseRow[];
  readonly settings?: Partial<CourtSystemSettings>;
}

/** The stand-in and a port to it; both are closed after the test. */
export async function start({ rows = court12368Rows(), settings = {} }: Started = {}) {
  const simulator = await startCourt12368({ port: 0, user: USER, password: PASSWORD, rows });
  cleanUp.push(() => simulator.close());
  const endpoint = `http://127.0.0.1:${simulator.port}${COURT_12368_PATH}`;
  const court = await createCourtSystem({ endpoint, user: USER, password: PASSWORD, ...settings });
  cleanUp.push(() => court.close());
  return { simulator, endpoint, court };
}

/** The four questions of the port. */
export const QUESTIONS = ['caseFacts', 'casesByNumber', 'hearingsByCase', 'representationsByCase'] as const;

export const askAll = (court: CourtSystem, numbers: readonly CourtCaseNo[]) =>
  Promise.all(QUESTIONS.map((question) => court[question](numbers, call)));
