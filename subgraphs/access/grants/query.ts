import type { GrantStatus as Status } from '#schema/enums/grant-status.ts';
import { builder } from '#subgraphs/access/builder.ts';
import type { AccessContext } from '#subgraphs/access/context.ts';
import { grantBefore } from '#subgraphs/access/cursors.ts';
import { isHeadOf, isSecurityOfficer } from '#subgraphs/access/grants/deciders.ts';
import type { Grant as KeptGrant } from '#subgraphs/access/grants/grant.ts';
import { Grant, GrantStatus } from '#subgraphs/access/grants/types.ts';
import type { GrantFilter } from '#subgraphs/access/store/grant-lists.ts';
import { requirePageSize } from '#subgraphs/kit/page-size.ts';

/** Grants a page, at most. */
export const MAX_GRANTS = 100;

builder.queryFields((t) => {
  const page = {
    first: t.arg.int({ required: true, defaultValue: 20, description: `每页件数 page size: 1 to ${MAX_GRANTS}` }),
    after: t.arg.id({ description: '上一页最后一件的 grantUid of the last grant of the page before' }),
  };
  const status = t.arg({ type: GrantStatus, description: '只列出此状态 only this status' });
  return {
    grants: t.field({
      type: [Grant],
      policy: [['grant.read']],
      description: `授权 grants, the newest first：安全保密管理员见全部，负责人见属于本机关事项的，其他人见本人申请的。每页最多 ${MAX_GRANTS} 件。`,
      args: { status, ...page },
      resolve: (_root, args, context) => listGrants(context, 'grants', filterOf(context), args),
    }),
    myGrants: t.field({
      type: [Grant],
      policy: [['grant.read']],
      description: `我的授权 the caller’s own applications, the newest first。每页最多 ${MAX_GRANTS} 件。`,
      args: { status, ...page },
      resolve: (_root, args, context) => listGrants(context, 'myGrants', { applicant: context.caller }, args),
    }),
  };
});

/** Whose grants the caller is shown; the life cycle asks the same of one grant (`maySee`). */
function filterOf({ caller }: AccessContext): GrantFilter {
  if (isSecurityOfficer(caller)) return {};
  if (caller.agency !== null && isHeadOf(caller.agency, caller)) return { agency: caller.agency };
  return { applicant: caller };
}

interface Asked {
  readonly status?: Status | null | undefined;
  readonly first: number;
  readonly after?: string | null | undefined;
}

function listGrants(
  context: AccessContext,
  field: string,
  filter: GrantFilter,
  { status, first, after }: Asked,
): Promise<KeptGrant[]> {
  context.requireLook('grant.read', field);
  requirePageSize(first, MAX_GRANTS);
  return context.store.grants(
    { ...filter, status: status ?? null },
    { first, after: grantBefore(after) },
    context.now(),
  );
}
