import { GraphError } from '#schema/errors/graph-error.ts';
import type { AccessContext } from '#subgraphs/access/context.ts';
import { holdsPlatformRole } from '#subgraphs/access/grants/deciders.ts';

/** What casework asks at `POST /grants`: what a caller holds for the one case of the request (`x-case`). */
export interface GrantsQuestion {
  readonly issuer: string;
  readonly subject: string;
  readonly caseUid: string;
}

/**
 * The grants that are live at this moment, signed for this request; none is `null`. It is asked in every request anew, so that what is
 * revoked is gone at the very next, and the same is done whether or not there is such a case. An account of the platform holds none: what
 * it was given before it became one has no effect (DOMAIN 5.3).
 * @throws GraphError FORBIDDEN unless casework asks, for the caller and the case of its own envelope; DatabaseError
 */
export async function answerGrants(
  question: unknown,
  context: AccessContext,
): Promise<{ readonly grants: string | null }> {
  context.requireSigner('casework', 'grants');
  const { issuer, subject, caseUid } = question as Partial<GrantsQuestion>;
  const { principal, onlyCase } = context.envelope;
  const isCaller = issuer === principal.issuer && subject === principal.subject;
  if (!isCaller || typeof caseUid !== 'string' || caseUid !== onlyCase) {
    context.record('grants', null, { allowed: false, rule: 'deny.default' });
    throw new GraphError('FORBIDDEN');
  }
  const now = context.now();
  const held = await context.store.grantsLiveAt(caseUid, now, principal);
  if (held.length === 0 || holdsPlatformRole(context.envelope.principal)) return { grants: null };
  return { grants: await context.signGrants(caseUid, held, now) };
}
