import type { GrantDecision } from '#schema/enums/grant-decision.ts';
import { GraphError, type GraphErrorOptions } from '#schema/errors/graph-error.ts';
import type { AccessContext } from '#subgraphs/access/context.ts';
import { entryOf, once, requireReason } from '#subgraphs/access/grants/act.ts';
import type { Grant } from '#subgraphs/access/grants/grant.ts';
import { decided, isRefusal, type Outcome, type Refusal, revoked } from '#subgraphs/access/grants/life-cycle.ts';

interface Asked {
  readonly grantUid: string;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Approves or refuses an application. @throws GraphError NOT_FOUND, FORBIDDEN, CONFLICT and those of {@link actOn} */
export function decideGrant(
  context: AccessContext,
  asked: Asked & { readonly decision: GrantDecision },
): Promise<Grant> {
  const { decision } = asked;
  context.requirePolicy('grant.decide');
  return actOn(context, asked, ['decide', decision], (grant, now) => decided(grant, context.caller, decision, now));
}

/** Ends a grant or an application. @throws GraphError NOT_FOUND, FORBIDDEN, CONFLICT and those of {@link actOn} */
export function revokeGrant(context: AccessContext, asked: Asked): Promise<Grant> {
  context.requirePolicy('grant.revoke');
  return actOn(context, asked, ['revoke'], (grant, now) => revoked(grant, context.caller, now));
}

/**
 * Does what the life cycle says of a grant as it stands, on record first; nobody else changes the grant meanwhile.
 * @throws GraphError BAD_USER_INPUT, PURPOSE_REQUIRED, AUDIT_UNAVAILABLE; DatabaseError
 */
function actOn(
  context: AccessContext,
  { grantUid, reason: raw, idempotencyKey }: Asked,
  act: readonly string[],
  outcomeOf: (grant: Grant, now: Date) => Outcome,
): Promise<Grant> {
  const reason = requireReason(raw, 'reason');
  return once(context, idempotencyKey, [...act, grantUid, reason], async (acts) => {
    const now = context.now();
    const grant = await acts.hold(grantUid);
    if (grant === null) {
      context.recordNoGrant();
      throw new GraphError('NOT_FOUND', SENTENCES['deny.absent']);
    }
    const outcome = outcomeOf(grant, now);
    const { rule } = outcome;
    context.recordGrant(grant, { allowed: !isRefusal(outcome), rule });
    if (isRefusal(outcome)) throw new GraphError(outcome.code, SENTENCES[outcome.rule]);
    context.writeAudit();
    await acts.change(grant, outcome, entryOf(context, outcome.act, reason, now));
    return grantUid;
  });
}

/** Why an act was not done, to whom it was refused. */
const SENTENCES: Readonly<Record<Refusal['rule'], Pick<GraphErrorOptions, 'zh' | 'en'>>> = {
  'deny.absent': { zh: '没有找到该授权。', en: 'There is no such grant.' },
  'deny.own-grant': { zh: '不能审批本人的申请。', en: 'Nobody decides an application of one’s own.' },
  'deny.not-decider': {
    zh: '此项申请不由您审批：紧急访问由两名安全保密管理员审批，其他授权由事项所属机关的负责人审批。',
    en: 'This is not yours to decide: two security officers decide break-glass, a head of the agency whose matter it is the rest.',
  },
  'deny.not-security-officer': {
    zh: '只有安全保密管理员可以撤销授权。',
    en: 'Only a security officer revokes grants.',
  },
  'deny.same-approver': {
    zh: '您已批准此项申请，须由另一名安全保密管理员再行批准。',
    en: 'You have approved this already: another security officer has to as well.',
  },
  'deny.grant-state': {
    zh: '该授权已经决定、撤销或到期，不能再作此操作。',
    en: 'This grant is decided, revoked or expired, so this can no longer be done.',
  },
};
