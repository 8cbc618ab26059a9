import { randomUUID } from 'node:crypto';
import { mayHold } from '#auth/decisions/rules.ts';
import type { GrantKind } from '#auth/grants/live-grant.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { caseUid as caseUidKind } from '#schema/identifiers/case-uid.ts';
import { requireIdentifier } from '#schema/identifiers/require-identifier.ts';
import type { AccessContext } from '#subgraphs/access/context.ts';
import { entryOf, once, partyOf, requireReason } from '#subgraphs/access/grants/act.ts';
import type { Grant } from '#subgraphs/access/grants/grant.ts';
import { MAX_WAITING } from '#subgraphs/access/grants/limits.ts';
import { type AskedScope, SCOPES } from '#subgraphs/access/grants/scope.ts';

/** What an applicant asks for. */
export interface Application extends AskedScope {
  readonly kind: GrantKind;
  readonly caseUid: string;
  readonly reason: string;
}

/**
 * Takes an application, on record first. Nothing is looked up: whether there is such a case, and whether the grant would lift anything in
 * it, shows only when it is used. @throws GraphError BAD_USER_INPUT, FORBIDDEN, PURPOSE_REQUIRED, CONFLICT, AUDIT_UNAVAILABLE; DatabaseError
 */
export async function requestGrant(
  context: AccessContext,
  application: Application,
  idempotencyKey: string,
): Promise<Grant> {
  const purpose = context.requirePolicy('grant.request');
  const caseUid = requireIdentifier(caseUidKind, application.caseUid, 'caseUid');
  const reason = requireReason(application.reason, 'reason');
  const legalBasis = application.legalBasis === null ? null : requireReason(application.legalBasis, 'legalBasis');
  const { kind, fields, sealingAgency, until } = application;
  // Nobody applies for what could lift nothing.
  if (!mayHold(context.caller, kind)) {
    context.recordGrant({ grantUid: null, caseUid, fields: [] }, { allowed: false, rule: 'deny.default' });
    throw new GraphError('FORBIDDEN', {
      zh: '您的岗位不能申请这种授权。',
      en: 'Your office may not apply for this kind of grant.',
    });
  }
  const now = context.now();
  const scope = SCOPES[kind](
    { fields, sealingAgency, legalBasis, until },
    context.caller.agency ?? '',
    context.limits,
    now,
  );
  const asked = ['request', kind, caseUid, fields, sealingAgency, legalBasis, until, reason];
  return once(context, idempotencyKey, asked, async (acts) => {
    const about = { grantUid: `G-${randomUUID()}`, caseUid, fields };
    const applicant = partyOf(context);
    if ((await acts.waiting(applicant, now)) >= MAX_WAITING) {
      context.recordGrant({ grantUid: null, caseUid, fields: [] }, { allowed: false, rule: 'deny.too-many-waiting' });
      throw new GraphError('CONFLICT', TOO_MANY);
    }
    context.recordGrant(about, { allowed: true, rule: 'permit.grant-requested' });
    context.writeAudit();
    const asItStands = { state: 'REQUESTED', requestedAt: now, liveFrom: null } as const;
    await acts.add(
      { ...about, ...scope, ...asItStands, kind, purpose, reason, legalBasis, applicant },
      entryOf(context, 'REQUESTED', reason, now),
    );
    return about.grantUid;
  });
}

/** Nobody fills the store, nor the list of a head, with applications. */
const TOO_MANY = {
  zh: `待审批的申请不得超过 ${MAX_WAITING} 件，请待审批后再申请。`,
  en: `At most ${MAX_WAITING} applications may wait for a decision: apply again once some are decided.`,
};
