import type { LegalStatus } from '#schema/enums/legal-status.ts';

/**
 * 诉讼地位 what the law calls a person in a case (DOMAIN 2.1, 2.3): a suspect until prosecution, then a defendant, a convict only by an
 * effective guilty judgment. Each status with the one that a person has until then.
 */
const UNTIL_THEN: Readonly<Record<LegalStatus, LegalStatus>> = {
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  SUSPECT: 'SUSPECT',
  CLEARED: 'SUSPECT',
  NOT_PROSECUTED: 'SUSPECT',
  DEFENDANT: 'SUSPECT',
  ACQUITTED: 'DEFENDANT',
  CONVICT: 'DEFENDANT',
};

/**
 * How far a person has come who is called so. Each department knows its own act and not the next one's: of what several state the farthest
 * counts; of judgments, which come equally far, the one that took effect later.
 */
export const LEGAL_STATUS_STEPS: Readonly<Record<LegalStatus, number>> = {
  NOT_APPLICABLE: 0,
  SUSPECT: 1,
  CLEARED: 2,
  NOT_PROSECUTED: 3,
  DEFENDANT: 4,
  ACQUITTED: 5,
  CONVICT: 5,
};

/** A status, and the LegalDate from which on a person has it: of a judgment that of its effect, `null` where no day is written. */
export interface Standing {
  readonly legalStatus: LegalStatus;
  readonly legalStatusSince: string | null;
}

/** How a person stands on a day (LegalDate): what is stated, or where its day lies ahead what comes before it. */
export function standingOn(today: string, stated: Standing): Standing {
  const { legalStatus, legalStatusSince } = stated;
  if (legalStatusSince === null || legalStatusSince <= today) return stated;
  return { legalStatus: UNTIL_THEN[legalStatus], legalStatusSince: null };
}
