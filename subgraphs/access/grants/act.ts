import { createHash } from 'node:crypto';
import { redact } from '#auth/masking/redact.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import type { AccessContext } from '#subgraphs/access/context.ts';
import type { Grant, GrantEntry, Party } from '#subgraphs/access/grants/grant.ts';
import type { GrantActs } from '#subgraphs/access/store/grants.ts';
import { scopedKey } from '#subgraphs/kit/idempotency-key.ts';

/** Characters of a reason, at most. */
export const MAX_REASON = 500;

/**
 * Does an act once for the caller and key; the same key and request again give the same grant as it stands now.
 * @param asked all that the act is about, as plain data
 * @throws GraphError CONFLICT where the key stood for something else, and what `act` throws
 */
export async function once(
  context: AccessContext,
  idempotencyKey: string,
  asked: readonly unknown[],
  act: (acts: GrantActs) => Promise<string>,
): Promise<Grant> {
  const key = scopedKey(context.caller, idempotencyKey);
  const digest = createHash('sm3').update(JSON.stringify(asked)).digest('hex');
  const acted = await context.store.actOnce({ key, digest }, act);
  if (acted.was === 'SAME') return acted.grant;
  throw new GraphError('CONFLICT', {
    zh: '该幂等键已用于另一请求，请换一个新的幂等键。',
    en: 'This idempotency key stood for another request: take a new one.',
  });
}

/** The line of an act in a grant's history. */
export function entryOf(context: AccessContext, act: GrantEntry['act'], reason: string, at: Date): GrantEntry {
  return { act, at, by: partyOf(context), reason };
}

export function partyOf({ caller }: AccessContext): Party {
  const { issuer, subject, username, agency, staffNo } = caller;
  return { issuer, subject, username, agency, staffNo };
}

/** A word or a number: what is made of blanks, marks and signs that nobody sees gives no reason. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
/** Nobody types one, and one of them PostgreSQL cannot keep; lines and tabs are text. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u;

/** Free text as it may be kept: personal numbers are blacked out of it. @throws GraphError BAD_USER_INPUT */
export function requireText(raw: string, argument: string): string {
  const text = raw.trim();
  if (SAYS_SOMETHING.test(text) && !CONTROL.test(text) && [...text].length <= MAX_REASON) return redact(text);
  throw new GraphError('BAD_USER_INPUT', {
    zh: `参数 ${argument} 应为 1 到 ${MAX_REASON} 个字，不含控制字符。`,
    en: `The argument ${argument} has 1 to ${MAX_REASON} characters, none of them a control character.`,
  });
}
