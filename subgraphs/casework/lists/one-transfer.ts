import { SYSTEMS, type SystemName } from '#schema/departments.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { findCase } from '#subgraphs/casework/find-case.ts';
import { NO_CASE } from '#subgraphs/casework/gather-facts.ts';
import { distinctTransfers } from '#subgraphs/casework/lists/distinct-transfers.ts';
import { rowsAt } from '#subgraphs/casework/lists/rows.ts';
import { Transfer } from '#subgraphs/casework/lists/transfer.ts';

/** The case decides, as for any of its numbers: where there is none, one that is never minted is looked for at the same cost. */
builder.queryField('transfer', (t) =>
  t.field({
    type: Transfer,
    policy: [['case.read']],
    description:
      '一次移送 one hand-over, by its transferUid；与在所属案件中所见相同，无权查看、尚未登记与不存在的移送同样返回 null。',
    args: { transferUid: t.arg.id({ required: true, description: '移送键 key of the hand-over, as a list gave it' }) },
    resolve: async (_root, args, context, info) => {
      const uid = String(args.transferUid);
      const caseUid = await context.registry.caseOfTransfer(...partsOf(uid));
      const found = await findCase(context, 'CASE_UID', caseUid ?? NO_CASE);
      if (found === null) return null;
      const rows = rowsAt(context, info, await context.joined(found, 'transfers'));
      const all = distinctTransfers(rows);
      const isAsked = ({ transferUid }: { readonly transferUid: string }) => transferUid === uid;
      const transfer = all.find(isAsked) ?? rows.find(({ row }) => isAsked(row))?.row;
      return transfer ? { found, transfer, all } : null;
    },
  }),
);

/** @throws GraphError BAD_USER_INPUT */
function partsOf(uid: string): [system: SystemName, key: string] {
  const [, name, key] = /^([\w-]+):([\w-]{1,64})$/.exec(uid) ?? [];
  const system = SYSTEMS.find((each) => each === name);
  if (system !== undefined && key !== undefined) return [system, key];
  throw new GraphError('BAD_USER_INPUT', {
    zh: '参数 transferUid 应为列表中给出的移送键，如 police:T-1。',
    en: 'The argument transferUid is a key as a list of hand-overs gave it, such as police:T-1.',
  });
}
