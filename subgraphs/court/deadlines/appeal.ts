import { addDays } from '#schema/calendar/dates.ts';
import type { CaseKind } from '#schema/enums/case-kind.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';
import { numberedAs } from '#subgraphs/court/case-number.ts';
import { type CaseMaterial, servedOn } from '#subgraphs/court/deadlines/material.ts';
import { type DeadlineRun, ownerDeadline } from '#subgraphs/kit/owner-deadline.ts';

const APPEALS = {
  CRIMINAL: { code: 'CR-APPEAL', roles: ['SUSPECT_OR_DEFENDANT', 'PRIVATE_PROSECUTOR'] },
  CIVIL: { code: 'CV-APPEAL', roles: ['PLAINTIFF', 'DEFENDANT', 'THIRD_PARTY'] },
} as const satisfies Partial<Record<CaseKind, { code: string; roles: readonly PartyRole[] }>>;

/**
 * The time to appeal against a judgment of first instance, from its service on each who may (CPL 230, CivPL 171). It is a right: what
 * nobody used lapses, and is not overdue.
 */
export function appealRuns({ record, parties, documents }: CaseMaterial, today: string): DeadlineRun[] {
  const { kind, instance } = numberedAs(record.courtCaseNo);
  if ((kind !== 'CRIMINAL' && kind !== 'CIVIL') || instance !== 'FIRST') return [];
  const { code, roles } = APPEALS[kind];
  const judgments = documents.filter(
    (each) => each.issuer === record.agencyCode && each.code.code === 'FY-02' && each.code.name === '判决书',
  );
  const entitled = parties.filter(({ role }) => roles.some((each) => each === role));
  return judgments.flatMap((judgment) =>
    entitled.flatMap(({ partyKey }) => {
      const start = servedOn(judgment, partyKey);
      if (start === null) return [];
      const run = { code, start, partyKey };
      const dueOn = ownerDeadline(run, today)?.dueOn;
      return dueOn === undefined ? [] : { ...run, stoppedOn: addDays(dueOn, 1) };
    }),
  );
}
