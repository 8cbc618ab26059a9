import type { Department, SystemName } from '#schema/departments.ts';
import { DEPARTMENT_NAMES } from '#schema/departments.ts';
import { ERROR_CODES, type ErrorCodeName } from '#schema/errors/codes.ts';

export interface GraphErrorOptions {
  /** Sentence in Chinese; default: the code's own. */
  zh?: string;
  /** The same in English; default: the code's own. */
  en?: string;
  /** What went wrong underneath. It reaches the log, never an answer. */
  cause?: unknown;
}

/** An error that a client may see: a stable code, a Chinese and an English sentence, no detail of the machinery. */
export class GraphError extends Error {
  readonly code: ErrorCodeName;
  readonly en: string;

  constructor(code: ErrorCodeName, options: GraphErrorOptions = {}) {
    super(options.zh ?? ERROR_CODES[code].zh, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'GraphError';
    this.code = code;
    this.en = options.en ?? ERROR_CODES[code].en;
  }

  /** What stands in `extensions` of the GraphQL error (the gateway adds `requestId`). */
  toExtensions(): Record<string, unknown> {
    return { code: this.code, en: this.en };
  }
}

export type DepartmentErrorCode = 'DEPARTMENT_UNAVAILABLE' | 'DEPARTMENT_TIMEOUT' | 'DEPARTMENT_DATA_INVALID';

export interface DepartmentFault {
  department: Department;
  system: SystemName;
  /** Whether the same request may succeed later without a change. Default: true, except for DEPARTMENT_DATA_INVALID. */
  retryable?: boolean;
  cause?: unknown;
}

/** A department's system failed. Adapters throw it; the fault's detail stays in `cause`, for the log. */
export class DepartmentError extends GraphError {
  declare readonly code: DepartmentErrorCode;
  readonly department: Department;
  readonly system: SystemName;
  readonly retryable: boolean;

  constructor(code: DepartmentErrorCode, fault: DepartmentFault) {
    const name = DEPARTMENT_NAMES[fault.department];
    const base = ERROR_CODES[code];
    super(code, {
      zh: base.zh.replace('部门', name.zh),
      en: base.en.replace('The department’s', `${capital(name.en)}’s`).replace('the department’s', `${name.en}’s`),
      cause: fault.cause,
    });
    this.name = 'DepartmentError';
    this.department = fault.department;
    this.system = fault.system;
    this.retryable = fault.retryable ?? code !== 'DEPARTMENT_DATA_INVALID';
  }

  override toExtensions(): Record<string, unknown> {
    return { ...super.toExtensions(), department: this.department, system: this.system, retryable: this.retryable };
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
