import type { DepartmentErrorCode } from '#schema/errors/graph-error.ts';

/** What the log may know of a failed call: status, bytes, the driver's own code. Never text of a request or a reply, never a bind or a row. */
export interface FailureDetails {
  readonly cause?: unknown;
  readonly [fact: string]: unknown;
}

/** Why a legacy call failed, in words for the log; the connector makes a `DepartmentError` of it and keeps this as its cause. */
export class LegacyFailure extends Error {
  readonly code: DepartmentErrorCode;
  readonly retryable: boolean;
  readonly facts: Omit<FailureDetails, 'cause'>;
  /** Whether the system refused our account (wrong, expired or locked): to ask again soon would only bring it nearer to being locked. */
  readonly accountRefused: boolean;

  constructor(
    code: DepartmentErrorCode,
    reason: string,
    retryable: boolean,
    { cause, ...facts }: FailureDetails = {},
    accountRefused = false,
  ) {
    super(reason, cause === undefined ? undefined : { cause });
    this.name = 'LegacyFailure';
    this.code = code;
    this.retryable = retryable;
    this.facts = facts;
    this.accountRefused = accountRefused;
  }
}

/** The system cannot be reached, or turns us away; `retryable` where the same call may succeed later. */
export function unavailable(reason: string, retryable: boolean, details?: FailureDetails): LegacyFailure {
  return new LegacyFailure('DEPARTMENT_UNAVAILABLE', reason, retryable, details);
}

/** The system does not let our account in: every call but a rare try is held back from now on. */
export function accountRefused(reason: string, details?: FailureDetails): LegacyFailure {
  return new LegacyFailure('DEPARTMENT_UNAVAILABLE', reason, false, details, true);
}

export function timedOut(reason: string, details?: FailureDetails): LegacyFailure {
  return new LegacyFailure('DEPARTMENT_TIMEOUT', reason, true, details);
}

/** The system answered, but not with what was agreed upon. */
export function unreadable(reason: string, details?: FailureDetails): LegacyFailure {
  return new LegacyFailure('DEPARTMENT_DATA_INVALID', reason, false, details);
}
