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
  /** When a system that is closed for maintenance opens: DateTime, `yyyy-MM-ddTHH:mm:ss+08:00`. */
  opensAt?: string | undefined;
  /** What is known of a write whose answer was lost. */
  writeOutcome?: WriteOutcome | undefined;
  cause?: unknown;
}

/** Asked by the idempotency key the system had not done it (it may be at work still); or it could not be asked. Either way the same key may be sent again. */
export type WriteOutcome = 'NOT_DONE' | 'UNKNOWN';

/** That a department's system failed, and how: everything that a client may know of it. */
export interface DepartmentFailure extends Omit<DepartmentFault, 'cause'> {
  code: DepartmentErrorCode;
}

/** A department's system failed. Adapters throw it; the fault's detail stays in `cause`, for the log. */
export class DepartmentError extends GraphError {
  declare readonly code: DepartmentErrorCode;
  readonly department: Department;
  readonly system: SystemName;
  readonly retryable: boolean;
  readonly opensAt: string | undefined;
  readonly writeOutcome: WriteOutcome | undefined;

  constructor(code: DepartmentErrorCode, fault: DepartmentFault) {
    const name = DEPARTMENT_NAMES[fault.department];
    const base = sentencesOf(code, fault);
    super(code, {
      zh: base.zh.replace('部门', name.zh),
      en: base.en.replace('The department’s', `${capital(name.en)}’s`).replace('the department’s', `${name.en}’s`),
      cause: fault.cause,
    });
    this.name = 'DepartmentError';
    this.department = fault.department;
    this.system = fault.system;
    this.retryable = fault.retryable ?? code !== 'DEPARTMENT_DATA_INVALID';
    this.opensAt = fault.opensAt;
    this.writeOutcome = fault.writeOutcome;
  }

  override toExtensions(): Record<string, unknown> {
    return { ...super.toExtensions(), ...this.toFailure() };
  }

  /** What travels of it between our subgraphs, and makes the same error again. */
  toFailure(): DepartmentFailure {
    const { code, department, system, retryable, opensAt, writeOutcome } = this;
    return {
      ...{ code, department, system, retryable },
      ...(opensAt !== undefined && { opensAt }),
      ...(writeOutcome !== undefined && { writeOutcome }),
    };
  }
}

function sentencesOf(
  code: DepartmentErrorCode,
  { opensAt, writeOutcome }: DepartmentFault,
): { zh: string; en: string } {
  if (writeOutcome !== undefined) return LOST_WRITES[writeOutcome];
  return opensAt === undefined ? ERROR_CODES[code] : closedUntil(opensAt);
}

/** The system may still be at work on what it was sent when the connection ended: so only with the same key. */
const LOST_WRITES: Readonly<Record<WriteOutcome, { zh: string; en: string }>> = {
  NOT_DONE: {
    zh: '与部门系统的连接中断，按幂等键查询时，该操作没有完成。可用同一幂等键重试，不会重复办理。',
    en: 'The department’s system was cut off and, asked by the idempotency key, had not done it. Send it again with the same key; it is not done twice.',
  },
  UNKNOWN: {
    zh: '与部门系统的连接中断，暂时无法查询，该操作是否完成尚不清楚。可用同一幂等键重试，不会重复办理。',
    en: 'The department’s system was cut off and cannot be asked: whether it was done is unknown. Send it again with the same key; it is not done twice.',
  },
};

/** Sentences of a system that is closed for maintenance: the time to the minute, in China. */
function closedUntil(opensAt: string): { zh: string; en: string } {
  const time = opensAt.slice(0, 'yyyy-MM-ddTHH:mm'.length).replace('T', ' ');
  return {
    zh: `部门系统正在维护，${time}（北京时间）起恢复访问。`,
    en: `The department’s system is closed for maintenance until ${time} (UTC+8).`,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
