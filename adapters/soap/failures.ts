import type { DepartmentErrorCode } from '#schema/errors/graph-error.ts';

/** What the log may know of a failed call: never text of a request or a reply. */
export interface FailureFacts {
  readonly status?: number;
  readonly mediaType?: string;
  readonly bytes?: number;
  readonly faultCode?: string;
  readonly cause?: unknown;
}

/** Why a call failed, in words for the log; the connector makes a `DepartmentError` of it and keeps this as its cause. */
export class SoapFailure extends Error {
  readonly code: DepartmentErrorCode;
  readonly retryable: boolean;
  readonly facts: Omit<FailureFacts, 'cause'>;

  constructor(code: DepartmentErrorCode, reason: string, retryable: boolean, { cause, ...facts }: FailureFacts = {}) {
    super(reason, cause === undefined ? undefined : { cause });
    this.name = 'SoapFailure';
    this.code = code;
    this.retryable = retryable;
    this.facts = facts;
  }
}

/** The system cannot be reached, or turns us away; `retryable` where the same call may succeed later. */
export function unavailable(reason: string, retryable: boolean, facts?: FailureFacts): SoapFailure {
  return new SoapFailure('DEPARTMENT_UNAVAILABLE', reason, retryable, facts);
}

export function timedOut(reason: string, facts?: FailureFacts): SoapFailure {
  return new SoapFailure('DEPARTMENT_TIMEOUT', reason, true, facts);
}

/** The system answered, but not with what its WSDL promises. */
export function unreadable(reason: string, facts?: FailureFacts): SoapFailure {
  return new SoapFailure('DEPARTMENT_DATA_INVALID', reason, false, facts);
}
