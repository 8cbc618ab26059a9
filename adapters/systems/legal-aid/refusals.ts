import { GraphError } from '#schema/errors/graph-error.ts';

/** QQBH 请求编号 */
const REQUEST_KEY = /^[\x21-\x7e]{1,64}$/;

interface Refusal {
  readonly code: 'NOT_FOUND' | 'BAD_USER_INPUT' | 'CONFLICT';
  readonly zh: string;
  readonly en: string;
}

/** P_JGM 结果码 with which PKG_FLYZ.ZP_LS refuses an assignment; the package's own sentence stays in the house. */
const REFUSALS = {
  '2001': { code: 'NOT_FOUND', zh: '没有找到该法律援助案件。', en: 'There is no such legal aid case.' },
  '2002': {
    code: 'BAD_USER_INPUT',
    zh: '没有该执业证号的在执业律师。',
    en: 'There is no practising lawyer with this licence number.',
  },
  '2003': {
    code: 'CONFLICT',
    zh: '该法律援助案件已指派律师。',
    en: 'A lawyer is assigned to this legal aid case already.',
  },
  '2004': {
    code: 'CONFLICT',
    zh: '该法律援助案件已办结，不能再指派律师。',
    en: 'This legal aid case is closed: no lawyer can be assigned.',
  },
  '2005': {
    code: 'CONFLICT',
    zh: '该幂等键已用于另一次指派。',
    en: 'This idempotency key was used for another assignment.',
  },
  '2006': {
    code: 'CONFLICT',
    zh: '该申请尚未决定给予法律援助，不能指派律师。',
    en: 'Legal aid is not granted yet: no lawyer can be assigned.',
  },
} satisfies Record<string, Refusal>;

export type RefusalCode = keyof typeof REFUSALS;

export function refusal(code: RefusalCode): GraphError {
  const { code: errorCode, zh, en } = REFUSALS[code];
  return new GraphError(errorCode, { zh, en });
}

/** What a result code means for the caller; `null` for one that is not the caller's business. */
export function refusalOf(code: string): GraphError | null {
  return Object.hasOwn(REFUSALS, code) ? refusal(code as RefusalCode) : null;
}

/** What the department can keep as it is, whatever its character set. @throws GraphError BAD_USER_INPUT */
export function requireKey(idempotencyKey: string): void {
  if (REQUEST_KEY.test(idempotencyKey)) return;
  throw new GraphError('BAD_USER_INPUT', {
    zh: '幂等键须为1至64个字母、数字或符号，不含空格。',
    en: 'An idempotency key has 1 to 64 letters, digits or signs of ASCII, and no blanks.',
  });
}
