import { at, type Day } from '#demo/bulk/days.ts';
import type { FormName, PlannedDocument } from '#demo/bulk/documents.ts';
import type { PlannedTransfer } from '#demo/bulk/plan.ts';
import type { Timeline } from '#demo/bulk/timeline.ts';

const POLICE = 'POLICE-379999';
const PROCURATORATE = 'PROC-379999';
const COURT = 'COURT-379999';

type Kind = PlannedTransfer['kind'];

/** What each hand-over carries, from whom to whom and in which review. */
const PACKAGES = {
  ARREST_REQUEST: pack('ARREST_REVIEW', POLICE, PROCURATORATE, ['ARREST_REQUEST']),
  ARREST_DECISION: pack('ARREST_REVIEW', PROCURATORATE, POLICE, ['APPROVAL', 'REFUSAL', 'ARREST_OUTLINE']),
  PROSECUTION_REFERRAL: pack('PROSECUTION_REVIEW', POLICE, PROCURATORATE, ['OPINION']),
  SUPPLEMENT_RETURN: pack('PROSECUTION_REVIEW', PROCURATORATE, POLICE, ['RETURN_OUTLINE']),
  SUPPLEMENT_RESUBMIT: pack('PROSECUTION_REVIEW', POLICE, PROCURATORATE, ['SUPPLEMENT_REPORT']),
  PROSECUTION: pack('PROSECUTION_REVIEW', PROCURATORATE, COURT, ['INDICTMENT']),
} as const satisfies Partial<Record<Kind, Package>>;

interface Package extends Pick<PlannedTransfer, 'record' | 'from' | 'to'> {
  readonly forms: readonly FormName[];
}

export function transfersOf(times: Timeline, documents: readonly PlannedDocument[]): readonly PlannedTransfer[] {
  const { arrestRequested, arrestDecided, referred, returned, resubmitted, concluded, docketed } = times;
  return [
    ...transfer('ARREST_REQUEST', arrestRequested, documents),
    ...transfer('ARREST_DECISION', arrestDecided, documents),
    ...transfer('PROSECUTION_REFERRAL', referred, documents),
    ...transfer('SUPPLEMENT_RETURN', returned, documents),
    ...transfer('SUPPLEMENT_RESUBMIT', resubmitted, documents),
    ...transfer('PROSECUTION', docketed === null ? null : concluded, documents),
  ];
}

function transfer(
  kind: keyof typeof PACKAGES,
  day: Day | null,
  documents: readonly PlannedDocument[],
): PlannedTransfer[] {
  if (day === null) return [];
  const { forms, ...between } = PACKAGES[kind];
  const carried = documents.filter(({ form }) => (forms as readonly FormName[]).includes(form));
  const round = kind.startsWith('SUPPLEMENT_') ? 1 : null;
  return [
    { kind, ...between, round, sentAt: at(day, '14:00:00'), receivedAt: at(day, '15:00:00'), documents: carried },
  ];
}

function pack(record: Package['record'], from: string, to: string, forms: readonly FormName[]): Package {
  return { record, from, to, forms };
}
