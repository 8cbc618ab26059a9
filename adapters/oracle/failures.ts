import type { DepartmentErrorCode } from '#schema/errors/graph-error.ts';

/** What the log may know of a failed call: never a value of a bind or a row. */
export interface FailureFacts {
  /** The driver's or the database's own code, such as `NJS-500` or `ORA-00942`. */
  readonly driverCode?: string;
}

/** Why a call failed, in words for the log; the connector makes a `DepartmentError` of it and keeps this as its cause. */
export class OracleFailure extends Error {
  readonly code: DepartmentErrorCode;
  readonly retryable: boolean;
  readonly facts: FailureFacts;

  constructor(
    code: DepartmentErrorCode,
    reason: string,
    retryable: boolean,
    { cause, ...facts }: FailureFacts & { readonly cause?: unknown } = {},
  ) {
    super(reason, cause === undefined ? undefined : { cause });
    this.name = 'OracleFailure';
    this.code = code;
    this.retryable = retryable;
    this.facts = facts;
  }
}

type Details = ConstructorParameters<typeof OracleFailure>[3];

/** The database cannot be reached, or turns us away; `retryable` where the same call may succeed later. */
export function unavailable(reason: string, retryable: boolean, details?: Details): OracleFailure {
  return new OracleFailure('DEPARTMENT_UNAVAILABLE', reason, retryable, details);
}

export function timedOut(reason: string, details?: Details): OracleFailure {
  return new OracleFailure('DEPARTMENT_TIMEOUT', reason, true, details);
}

/** The database answered, but not with what was agreed upon. */
export function unreadable(reason: string, details?: Details): OracleFailure {
  return new OracleFailure('DEPARTMENT_DATA_INVALID', reason, false, details);
}
