import type { CourtCaseRecord } from '#adapters/systems/court-12368/port.ts';
import type { DeadlineCode } from '#schema/deadlines/codes.ts';
import type { CourtCaseStatus } from '#schema/enums/court-case-status.ts';
import type { TrialProcedure } from '#schema/enums/trial-procedure.ts';
import { numberedAs } from '#subgraphs/court/case-number.ts';
import type { CaseMaterial } from '#subgraphs/court/deadlines/material.ts';
import { type DeadlineRun, ownerDeadline } from '#subgraphs/kit/owner-deadline.ts';

/** Periods of the rules (`schema/deadlines/rules`) that each trial can have. */
const PERIODS: Readonly<Partial<Record<DeadlineCode, readonly TrialProcedure[]>>> = {
  'CR-TRIAL': ['ORDINARY', 'SUMMARY', 'FAST_TRACK'],
  'CR-2ND': ['ORDINARY'],
  'CV-TRIAL': ['ORDINARY', 'SUMMARY', 'SMALL_CLAIMS'],
};

/** The trial limit (审限), from docketing to the judgment (CPL 208, 220, 225, 243; CivPL 152, 164, 168). */
export function trialRuns(material: CaseMaterial, today: string): DeadlineRun[] {
  const { docketedOn, trialLimitOn, procedure } = material.record;
  const code = codeOf(material.record);
  const end = endOf(material, today);
  const period = procedure ?? 'ORDINARY';
  if (code === null || docketedOn === null || end === null || !PERIODS[code]?.includes(period)) return [];
  const run = { code, period, start: docketedOn, partyKey: null, ownersDate: trialLimitOn, ...end };
  return [{ ...run, held: isReckonedAsCustody(run, today) }];
}

function codeOf({ courtCaseNo }: CourtCaseRecord): DeadlineCode | null {
  const { kind, instance } = numberedAs(courtCaseNo);
  if (kind === 'CIVIL') return instance === 'FIRST' ? 'CV-TRIAL' : null;
  if (kind !== 'CRIMINAL') return null;
  return instance === 'FIRST' ? 'CR-TRIAL' : instance === 'SECOND' ? 'CR-2ND' : null;
}

const JUDGED: ReadonlySet<CourtCaseStatus> = new Set(['JUDGED', 'APPEALED', 'EFFECTIVE']);
const STOPPED: ReadonlySet<CourtCaseStatus> = new Set(['RETURNED', 'SUSPENDED', 'WITHDRAWAL_PERMITTED', 'TERMINATED']);
/** What ends a trial; a first instance goes on after a ruling. */
const ENDING = { FIRST: ['判决书', '调解书'], SECOND: ['判决书', '裁定书', '调解书'] } as const;

/** How the clock stands; `null` where the trial is over and nothing tells since when. */
function endOf({ record, documents }: CaseMaterial, today: string): Pick<DeadlineRun, 'metOn' | 'stoppedOn'> | null {
  if (STOPPED.has(record.status)) return { stoppedOn: today };
  if (!JUDGED.has(record.status)) return {};
  const ending: readonly string[] = ENDING[numberedAs(record.courtCaseNo).instance === 'FIRST' ? 'FIRST' : 'SECOND'];
  const [metOn] = documents
    .filter(({ issuer, code }) => issuer === record.agencyCode && code.code === 'FY-02' && ending.includes(code.name))
    .flatMap(({ issuedOn }) => issuedOn ?? [])
    .sort();
  return metOn === undefined ? null : { metOn };
}

/**
 * The court does not tell whether it holds somebody; its own last day does where the period ends on a day off. Where it fits either,
 * custody is meant, which is due soon the earlier.
 */
function isReckonedAsCustody(run: DeadlineRun, today: string): boolean {
  return run.code !== 'CV-TRIAL' && run.ownersDate != null && !ownerDeadline({ ...run, held: true }, today)?.differs;
}
