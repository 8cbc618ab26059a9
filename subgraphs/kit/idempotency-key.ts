import { createHash } from 'node:crypto';
import type { Principal } from '#auth/envelope/envelope.ts';
import { badArgument } from '#subgraphs/kit/bad-argument.ts';

/** Characters of a client's key, at most: a UUID has 36. */
const MAX_LENGTH = 200;
/** What nobody sees, or is no character: two keys that look alike, or are written alike, are not to be two keys. */
const UNSEEN = /\p{C}/u;

/** What every mutation says of its argument. */
export const IDEMPOTENCY_KEY = `幂等键 idempotency key: unlike for each request, alike when it is tried again; 1 to ${MAX_LENGTH} characters，如一个 UUID。`;

/**
 * What the department keeps of a client's idempotency key: 64 hexadecimal digits (SM3), the same for the same caller and key, and unlike
 * any other caller's, whatever key that one takes. @throws GraphError BAD_USER_INPUT
 */
export function scopedKey({ issuer, subject }: Pick<Principal, 'issuer' | 'subject'>, idempotencyKey: string): string {
  if (idempotencyKey.trim() === '' || idempotencyKey.length > MAX_LENGTH || UNSEEN.test(idempotencyKey))
    throw badArgument(
      'idempotencyKey',
      `应为 1 到 ${MAX_LENGTH} 个可见字符，如一个 UUID；重试同一请求时使用同一个`,
      `has 1 to ${MAX_LENGTH} visible characters, such as a UUID; the same one when the same request is tried again`,
    );
  return createHash('sm3')
    .update(JSON.stringify([issuer, subject, idempotencyKey]))
    .digest('hex');
}
