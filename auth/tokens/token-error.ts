import { GraphError } from '#schema/errors/graph-error.ts';

/** Why a token was refused, with what the client is told. Never any part of the token. */
export const TOKEN_REFUSALS = {
  MALFORMED_HEADER: {
    zh: 'Authorization 请求头应为“Bearer 访问令牌”，且只能有一个令牌。',
    en: 'The Authorization header must be "Bearer", one space and one access token.',
  },
  MALFORMED_TOKEN: { zh: '访问令牌格式不正确。', en: 'The access token is malformed.' },
  ALGORITHM: {
    zh: '访问令牌的签名算法不被接受。',
    en: 'The access token is signed with an algorithm that is not accepted.',
  },
  UNKNOWN_KEY: {
    zh: '签发方没有公布该访问令牌的签名密钥。',
    en: 'The issuer publishes no such key for the access token.',
  },
  SIGNATURE: { zh: '访问令牌的签名无效。', en: 'The signature of the access token is not valid.' },
  CLAIMS: {
    zh: '访问令牌缺少必要的内容或内容有误。',
    en: 'The access token lacks a required claim, or one of them is not valid.',
  },
  ISSUER: {
    zh: '访问令牌不是由本系统信任的签发方签发的。',
    en: 'The access token comes from an issuer that is not trusted here.',
  },
  AUDIENCE: { zh: '访问令牌不是为本系统签发的。', en: 'The access token was not issued for this service.' },
  EXPIRED: { zh: '访问令牌已过期，请重新登录。', en: 'The access token has expired: log in again.' },
  NOT_YET_VALID: { zh: '访问令牌尚未生效。', en: 'The access token is not valid yet.' },
  KIND: { zh: '该令牌不是持有者访问令牌（Bearer）。', en: 'This is not a bearer access token.' },
  ISSUER_UNREACHABLE: {
    zh: '暂时无法连接身份认证服务，无法核验访问令牌，请稍后再试。',
    en: 'The token issuer cannot be reached, so the access token cannot be checked: try again later.',
  },
} as const satisfies Record<string, { zh: string; en: string }>;

export type TokenRefusal = keyof typeof TOKEN_REFUSALS;

/** A bearer token that is not accepted: `UNAUTHENTICATED`, with the refusal for the log and a sentence for the client. */
export class TokenError extends GraphError {
  readonly refusal: TokenRefusal;
  /** True when the issuer's keys could not be had: the same token may pass later. */
  readonly retryable: boolean;

  constructor(refusal: TokenRefusal, cause?: unknown) {
    super('UNAUTHENTICATED', { ...TOKEN_REFUSALS[refusal], cause });
    this.name = 'TokenError';
    this.refusal = refusal;
    this.retryable = refusal === 'ISSUER_UNREACHABLE';
  }

  override toExtensions(): Record<string, unknown> {
    return { ...super.toExtensions(), ...(this.retryable ? { retryable: true } : {}) };
  }
}
