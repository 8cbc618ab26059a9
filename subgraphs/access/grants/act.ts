import { createHash } from 'node:crypto';
import { redact } from '#auth/masking/redact.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import type { AccessContext } from '#subgraphs/access/context.ts';
import type { Grant, GrantEntry, Party } from '#subgraphs/access/grants/grant.ts';
import type { GrantActs } from '#subgraphs/access/store/grants.ts';
import { requireText } from '#subgraphs/kit/free-text.ts';
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

/** Free text as it may be kept: personal numbers are blacked out of it. @throws GraphError BAD_USER_INPUT */
export function requireReason(raw: string, argument: string): string {
  return redact(requireText(raw, argument, MAX_REASON));
}
