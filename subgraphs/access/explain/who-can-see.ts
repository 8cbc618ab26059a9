import { builder } from '#subgraphs/access/builder.ts';
import { accountBefore } from '#subgraphs/access/cursors.ts';
import { seersOf } from '#subgraphs/access/explain/seers.ts';
import { AccessHolder } from '#subgraphs/access/explain/types.ts';
import { requirePageSize } from '#subgraphs/kit/page-size.ts';

/** Accounts a page, at most. */
const MAX_HOLDERS = 100;

builder.queryField('whoCanSee', (t) =>
  t.field({
    type: [AccessHolder],
    policy: [['access.explain']],
    description: `可见者 who may see a field of a case, for which purpose and why, by name；封存、涉密与不存在的案件一律为空。每页最多 ${MAX_HOLDERS} 个账户。`,
    args: {
      field: t.arg.string({ required: true, description: '字段 a field, as Type.field' }),
      case: t.arg.id({
        required: true,
        description: '案件编号 a number of the case, of any kind by which cases are found',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 50,
        description: `每页账户数 accounts a page: 1 to ${MAX_HOLDERS}`,
      }),
      after: t.arg.string({ description: '上一页最后一个的 user of the last account of the page before' }),
    },
    async resolve(_root, { field, case: number, first, after }, context) {
      context.requirePolicy('access.explain');
      requirePageSize(first, MAX_HOLDERS);
      const last = await accountBefore(context, after);
      context.recordExplanation(null, number, [field]);
      return seersOf(context, { field, number: String(number), first, after: last });
    },
  }),
);
