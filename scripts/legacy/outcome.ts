import { LegacyFailure } from '#adapters/connector/failures.ts';
import { databaseMessageOf } from '#adapters/oracle/faults.ts';
import { faultOf } from '#adapters/soap/faults/kept-fault.ts';
import type { SoapFault } from '#adapters/soap/read/reply.ts';
import { ERROR_CODES, type ErrorCodeName } from '#schema/errors/codes.ts';
import { DepartmentError, type DepartmentErrorCode, GraphError } from '#schema/errors/graph-error.ts';
import { printable, UnreadableAnswer } from './printable.ts';
import { EXIT, type ExitCode, USAGE, UsageError } from './usage.ts';

/** How a run ends where there is no answer: what standard error gets, and the exit code. */
export interface Outcome {
  readonly exitCode: ExitCode;
  readonly text: string;
}

const EXIT_OF: Readonly<Record<DepartmentErrorCode, ExitCode>> = {
  DEPARTMENT_UNAVAILABLE: EXIT.unavailable,
  DEPARTMENT_TIMEOUT: EXIT.timeout,
  DEPARTMENT_DATA_INVALID: EXIT.unreadable,
};

/** What is told of an error. All but a wrong command line is one JSON document: the stable error, why, and the detail that the system gave. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof UsageError) return { exitCode: EXIT.usage, text: `${error.message}\n${USAGE}` };
  if (error instanceof DepartmentError) return departmentOutcome(error);
  if (error instanceof UnreadableAnswer)
    return stable(EXIT.unreadable, 'DEPARTMENT_DATA_INVALID', false, { path: error.path, reason: error.message });
  if (error instanceof GraphError) {
    const { code, message, en } = error;
    return { exitCode: EXIT.refused, text: JSON.stringify({ code, message, en, retryable: false }, null, 2) };
  }
  const name = error instanceof Error ? error.name : '';
  const reason = error instanceof Error ? error.message : 'unknown';
  // The lower rooms' own classes are known by name: none of them is more than name, reason and place here.
  if (name === 'WsdlError') return stable(EXIT.description, 'BAD_USER_INPUT', false, { reason });
  if (name === 'ArgumentError' || name === 'BindError')
    return stable(EXIT.refused, 'BAD_USER_INPUT', false, { reason });
  return stable(EXIT.internal, 'INTERNAL', false, { reason: `${name}: ${reason}` });
}

function departmentOutcome(error: DepartmentError): Outcome {
  const { code, retryable } = error;
  const failure = failureIn(error);
  if (failure === null) return stable(EXIT_OF[code], code, retryable, {});
  const fault = faultOf(error);
  const sentence = databaseMessageOf(failure.cause);
  const isFault = fault !== null || (sentence !== null && code === 'DEPARTMENT_DATA_INVALID');
  return stable(isFault ? EXIT.fault : EXIT_OF[code], code, retryable, {
    reason: failure.message,
    ...failure.facts,
    ...(fault && { fault: printableFault(fault) }),
    ...(sentence !== null && { detail: sentence }),
  });
}

/** All that the system said: it is for whoever asked. A detail in which something cannot be read is told by where that is. */
function printableFault({ detail, ...fault }: SoapFault): unknown {
  try {
    return { ...fault, detail: printable(detail) };
  } catch (error) {
    if (error instanceof UnreadableAnswer) return { ...fault, unreadable: { path: error.path, reason: error.message } };
    throw error;
  }
}

function failureIn(error: DepartmentError): LegacyFailure | null {
  for (let each: unknown = error; each instanceof Error; each = each.cause)
    if (each instanceof LegacyFailure) return each;
  return null;
}

function stable(exitCode: ExitCode, code: ErrorCodeName, retryable: boolean, more: Readonly<Record<string, unknown>>) {
  const { zh: message, en } = ERROR_CODES[code];
  return { exitCode, text: JSON.stringify({ code, message, en, retryable, ...more }, null, 2) };
}
