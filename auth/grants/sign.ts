import { type CaseTokenKind, type CaseTokenSubject, createCaseTokenMaker } from '#auth/envelope/case-token.ts';
import type { LiveGrant } from '#auth/grants/live-grant.ts';
import type { SigningKey } from '#auth/keys/live-keys.ts';

/** What one caller holds for one case, told for one request. */
export interface GrantsStatement extends CaseTokenSubject {
  readonly grants: readonly LiveGrant[];
}

export interface GrantsMaker {
  /** @param now milliseconds since 1970; security time */
  sign(statement: GrantsStatement, now?: number): Promise<string>;
}

/** Seconds for which they may be used: longer than any question takes, and every next request asks anew. */
export const GRANTS_SECONDS = 60;
export const GRANTS_TOKEN: CaseTokenKind = {
  signer: 'access',
  type: 'grants+jwt',
  claim: 'grants',
  seconds: GRANTS_SECONDS,
};

/** Signs with access's key. */
export async function createGrantsMaker(signingKey: SigningKey): Promise<GrantsMaker> {
  const make = await createCaseTokenMaker(GRANTS_TOKEN, signingKey);
  return { sign: ({ grants, ...about }, now) => make(about, grants, now) };
}
