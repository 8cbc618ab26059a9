import { createHash } from 'node:crypto';
import type { Principal } from '#auth/envelope/envelope.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/** Characters of a client's key, at most: a UUID has 36. */
const MAX_LENGTH = 200;

/**
 * What the department keeps of a client's idempotency key: 64 hexadecimal digits (SM3), the same for the same caller and key, and unlike
 * any other caller's, whatever key that one takes. @throws GraphError BAD_USER_INPUT
 */
export function scopedKey({ issuer, subject }: Pick<Principal, 'issuer' | 'subject'>, idempotencyKey: string): string {
  if (idempotencyKey.trim() === '' || idempotencyKey.length > MAX_LENGTH)
    throw new GraphError('BAD_USER_INPUT', {
      zh: `参数 idempotencyKey 应为 1 到 ${MAX_LENGTH} 个字符，如一个 UUID；重试同一请求时使用同一个。`,
      en: `The argument idempotencyKey has 1 to ${MAX_LENGTH} characters, such as a UUID; the same one when the same request is tried again.`,
    });
  return createHash('sm3')
    .update(JSON.stringify([issuer, subject, idempotencyKey]))
    .digest('hex');
}
