/** How long grants may last, in days from the application; settings. */
export interface GrantLimits {
  /** `GRANT_UNMASK_DAYS`. @default 30 */
  readonly unmaskDays: number;
  /** `GRANT_RECORD_CHECK_DAYS`. @default 7, within which the organ has to answer (SPP-Rules 484) */
  readonly recordCheckDays: number;
}

/** Minutes of break-glass, from the second approval. Not a setting: the alert to the auditor counts on it. */
export const BREAK_GLASS_MINUTES = 15;
/** Minutes for which an application for break-glass waits for both approvals: what is no longer urgent is not break-glass. */
export const BREAK_GLASS_WAIT_MINUTES = 60;

/** Applications of one account that may wait for a decision at a time. */
export const MAX_WAITING = 50;

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;
