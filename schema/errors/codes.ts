/** The stable error codes. Clients rely on the names; the sentences may be reworded. */

export interface ErrorCode {
  /** HTTP status of a response that has no `data` entry; with `data` it is 200. */
  readonly status: number;
  /** Sentence in Chinese, used as `message` when the thrower gives none of its own. */
  readonly zh: string;
  /** The same in English, in `extensions.en`. */
  readonly en: string;
}

export const ERROR_CODES = {
  UNAUTHENTICATED: {
    status: 401,
    zh: '请先登录：请求没有有效的访问令牌。',
    en: 'Log in first: the request carries no valid access token.',
  },
  FORBIDDEN: { status: 403, zh: '您的角色无权查询此内容。', en: 'Your role may not ask for this.' },
  PURPOSE_REQUIRED: {
    status: 403,
    zh: '请在请求头 x-purpose 中写明与您的角色相符的办理目的。',
    en: 'State a purpose that fits your role in the x-purpose header.',
  },
  BAD_USER_INPUT: { status: 400, zh: '输入有误。', en: 'The input is not valid.' },
  OPERATION_TOO_COMPLEX: {
    status: 400,
    zh: '查询过于复杂，请拆分后再试。',
    en: 'The operation is too complex: split it.',
  },
  OPERATION_NOT_TRUSTED: { status: 400, zh: '只允许执行已登记的查询。', en: 'Only registered operations may run.' },
  RATE_LIMITED: { status: 429, zh: '请求过于频繁，请稍后再试。', en: 'Too many requests: try again later.' },
  CONFLICT: { status: 409, zh: '与现有记录冲突。', en: 'This conflicts with what is recorded.' },
  NOT_FOUND: { status: 404, zh: '没有找到该记录。', en: 'There is no such record.' },
  DEPARTMENT_UNAVAILABLE: {
    status: 503,
    zh: '部门系统暂时无法访问。',
    en: 'The department’s system cannot be reached.',
  },
  DEPARTMENT_TIMEOUT: {
    status: 504,
    zh: '部门系统未在规定时间内答复。',
    en: 'The department’s system did not answer in time.',
  },
  DEPARTMENT_DATA_INVALID: {
    status: 502,
    zh: '部门系统返回的数据无法读取。',
    en: 'What the department’s system sent cannot be read.',
  },
  AUDIT_UNAVAILABLE: {
    status: 503,
    zh: '审计日志无法写入，因此不提供受保护的数据。',
    en: 'The audit log cannot be written, so no protected data is given.',
  },
  INTERNAL: {
    status: 500,
    zh: '系统内部错误，请凭请求编号联系管理员。',
    en: 'Internal error: give the request id to the administrator.',
  },
} as const satisfies Record<string, ErrorCode>;

export type ErrorCodeName = keyof typeof ERROR_CODES;

export function isErrorCode(code: unknown): code is ErrorCodeName {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}
