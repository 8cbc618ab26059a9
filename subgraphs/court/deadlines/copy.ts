import type { DocumentRecord } from '#adapters/systems/records/documents.ts';
import { numberedAs } from '#subgraphs/court/case-number.ts';
import { type CaseMaterial, dayOf, isOrdinary, isTrial, servedOn } from '#subgraphs/court/deadlines/material.ts';
import type { DeadlineRun } from '#subgraphs/kit/owner-deadline.ts';

/**
 * Copies of the indictment, on each defendant, ten days before the first hearing (CPL 187). Of a hearing that was held the court's list of
 * services may be short: what it does not show is not said to have been left undone.
 */
export function copyRuns({ record, parties, hearings, documents }: CaseMaterial, today: string): DeadlineRun[] {
  const { kind, instance } = numberedAs(record.courtCaseNo);
  const [hearing] = hearings.filter(isTrial);
  const indictments = documents.filter(({ code }) => code.code === 'JC-03' && code.name === '起诉书');
  if (kind !== 'CRIMINAL' || instance !== 'FIRST' || !isOrdinary(record)) return [];
  if (hearing === undefined || indictments.length === 0) return [];
  return parties
    .filter(({ role }) => role === 'SUSPECT_OR_DEFENDANT')
    .map(({ partyKey }) => ({ partyKey, metOn: firstService(indictments, partyKey) }))
    .filter(({ metOn }) => metOn !== null || today <= dayOf(hearing.startsAt))
    .map((each) => ({ code: 'CR-COPY', start: hearing.startsAt, ...each }));
}

function firstService(indictments: readonly DocumentRecord[], partyKey: string): string | null {
  return indictments.flatMap((indictment) => servedOn(indictment, partyKey) ?? []).sort()[0] ?? null;
}
