import type { CourtCaseRecord, HearingRecord } from '#adapters/systems/court-12368/port.ts';
import type { CaseKind } from '#schema/enums/case-kind.ts';
import { numberedAs } from '#subgraphs/court/case-number.ts';
import { type CaseMaterial, dayOf, isOrdinary, isTrial } from '#subgraphs/court/deadlines/material.ts';
import type { DeadlineRun } from '#subgraphs/kit/owner-deadline.ts';

const CODES = { CRIMINAL: 'CR-NOTICE', CIVIL: 'CV-NOTICE' } as const satisfies Partial<Record<CaseKind, unknown>>;

/**
 * The period for the notice of a hearing, three days before it (CPL 187, CivPL 139); `null` where the law sets none and the court gives no
 * day of its own.
 */
export function noticeRun(
  record: CourtCaseRecord,
  hearing: HearingRecord,
  ownersDate: string | null,
): Pick<DeadlineRun, 'code' | 'start' | 'ownersDate'> | null {
  const { kind } = numberedAs(record.courtCaseNo);
  if (kind !== 'CRIMINAL' && kind !== 'CIVIL') return null;
  if (ownersDate === null && !(isTrial(hearing) && isOrdinary(record))) return null;
  return { code: CODES[kind], start: hearing.startsAt, ownersDate };
}

/** For each party who has to be told. Once the hearing is held, the clock stands. */
export function noticeRuns({ record, hearings, notices }: CaseMaterial): DeadlineRun[] {
  return notices.flatMap(({ hearingUid, partyKey, dueOn, servedAt }) => {
    const hearing = hearings.find((each) => each.hearingUid === hearingUid);
    const run = hearing && noticeRun(record, hearing, dueOn);
    return run ? { ...run, partyKey, metOn: servedAt && dayOf(servedAt), stoppedOn: dayOf(run.start) } : [];
  });
}
