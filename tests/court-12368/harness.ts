import { afterEach } from '@jest/globals';
import type { CourtSystem } from '#adapters/systems/court-12368/port.ts';
import { type CourtSystemSettings, createCourtSystem } from '#adapters/systems/court-12368/system.ts';
import { court12368Rows, court12368Tickets } from '#demo/systems/court-12368.ts';
import { createClock } from '#schema/clock.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import { COURT_12368_PATH } from '#simulators/court-12368/address.ts';
import type { BulkCases } from '#simulators/court-12368/case-book.ts';
import type { CourtCaseRow } from '#simulators/court-12368/rows.ts';
import { startCourt12368 } from '#simulators/court-12368/server.ts';

export const USER = 'graph';
export const PASSWORD = 'demo-12368';
export const call = { requestId: 'test', caller: 'caller', rights: 'rights' };

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

export interface Started {
  readonly rows?: readonly CourtCaseRow[];
  readonly bulk?: BulkCases;
  readonly settings?: Partial<CourtSystemSettings>;
}

/** The stand-in on the demo's day and a port to it; both are closed after the test. */
export async function start({ rows = court12368Rows(), bulk, settings = {} }: Started = {}) {
  const [tickets, clock] = [court12368Tickets(), createClock({ today: '2025-06-16' })];
  const account = { user: USER, password: PASSWORD };
  const simulator = await startCourt12368({ port: 0, ...account, rows, tickets, clock, ...(bulk && { bulk }) });
  cleanUp.push(() => simulator.close());
  const endpoint = `http://127.0.0.1:${simulator.port}${COURT_12368_PATH}`;
  const court = await createCourtSystem({ endpoint, user: USER, password: PASSWORD, ...settings });
  cleanUp.push(() => court.close());
  return { simulator, endpoint, court };
}

/** The port's questions about a case, and what the stand-in counts for each. */
export const QUESTIONS = {
  caseFacts: 'cxAjQx',
  casesByNumber: 'cxAjXx',
  partiesByCase: 'cxDsrXx',
  hearingsByCase: 'cxKtXx',
  noticesByCase: 'cxKtTz',
  feesByCase: 'cxJfXx',
  documentsByCase: 'cxWsXx',
  representationsByCase: 'cxWtDl',
} as const;
export type Question = keyof typeof QUESTIONS;
export const QUESTION_NAMES = Object.keys(QUESTIONS) as Question[];

export const askAll = (court: CourtSystem, numbers: readonly CourtCaseNo[], questions = QUESTION_NAMES) =>
  Promise.all(questions.map((question) => court[question](numbers, call)));
