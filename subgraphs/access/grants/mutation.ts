import { builder } from '#subgraphs/access/builder.ts';
import { MAX_REASON } from '#subgraphs/access/grants/act.ts';
import { decideGrant, revokeGrant } from '#subgraphs/access/grants/decide.ts';
import { requestGrant } from '#subgraphs/access/grants/request.ts';
import { Grant, GrantApplication, GrantDecision } from '#subgraphs/access/grants/types.ts';
import { IDEMPOTENCY_KEY } from '#subgraphs/kit/idempotency-key.ts';

const REASON = `理由 why: 1 to ${MAX_REASON} characters`;

builder.mutationFields((t) => ({
  requestGrant: t.field({
    type: Grant,
    policy: [['grant.request']],
    description:
      '申请授权 applies for a grant；由事项所属机关的负责人批准，紧急访问由两名安全保密管理员批准，不得由申请人本人批准。不核对案件是否存在。',
    args: {
      input: t.arg({ type: GrantApplication, required: true, description: '申请 the application' }),
      idempotencyKey: t.arg.string({ required: true, description: IDEMPOTENCY_KEY }),
    },
    resolve: (_root, { input, idempotencyKey }, context) =>
      requestGrant(
        context,
        {
          kind: input.kind,
          caseUid: input.caseUid,
          fields: input.fields ?? [],
          sealingAgency: input.sealingAgency ?? null,
          reason: input.reason,
          legalBasis: input.legalBasis ?? null,
          until: input.until ?? null,
        },
        idempotencyKey,
      ),
  }),
  decideGrant: t.field({
    type: Grant,
    policy: [['grant.decide']],
    description:
      '审批授权 approves or refuses an application；只有事项所属机关的负责人可以审批，紧急访问须两名安全保密管理员先后批准。',
    args: {
      grantUid: t.arg.id({ required: true, description: '授权编号 its id' }),
      decision: t.arg({ type: GrantDecision, required: true, description: '决定 the decision' }),
      reason: t.arg.string({ required: true, description: REASON }),
      idempotencyKey: t.arg.string({ required: true, description: IDEMPOTENCY_KEY }),
    },
    resolve: (_root, args, context) => decideGrant(context, args),
  }),
  revokeGrant: t.field({
    type: Grant,
    policy: [['grant.revoke']],
    description: '撤销授权 ends a grant, or an application, at once；下一次请求起即不再有效。',
    args: {
      grantUid: t.arg.id({ required: true, description: '授权编号 its id' }),
      reason: t.arg.string({ required: true, description: REASON }),
      idempotencyKey: t.arg.string({ required: true, description: IDEMPOTENCY_KEY }),
    },
    resolve: (_root, args, context) => revokeGrant(context, args),
  }),
}));
