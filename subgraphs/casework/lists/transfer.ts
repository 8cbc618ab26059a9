import type { GraphQLResolveInfo } from 'graphql';
import { graphValues } from '#schema/enums/enum.ts';
import { TRANSFER_KIND, type TransferKind } from '#schema/enums/transfer-kind.ts';
import { TRANSFER_STATUS, type TransferStatus } from '#schema/enums/transfer-status.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { CaseRef } from '#subgraphs/casework/case-ref.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import type { FoundCase } from '#subgraphs/casework/find-case.ts';
import { distinctTransfers, transferDifferences } from '#subgraphs/casework/lists/distinct-transfers.ts';
import { rowsAt } from '#subgraphs/casework/lists/rows.ts';
import { PartyInCase, partiesOf } from '#subgraphs/casework/party.ts';
import { Agency, LegalDocument } from '#subgraphs/casework/shared-types.ts';
import type { OwnerChecklistItem, OwnerTransfer } from '#subgraphs/kit/owner-rows.ts';

export interface TransferShown {
  /** `null` where the registry does not know the case yet. */
  readonly found: FoundCase | null;
  readonly transfer: OwnerTransfer;
  /** All hand-overs of the case; `null` while nobody has asked for them. */
  readonly all: readonly OwnerTransfer[] | null;
}

export const Kind = builder.enumType('TransferKind', {
  description: '移送类型 kind of hand-over',
  values: graphValues(TRANSFER_KIND),
});
export const Status = builder.enumType('TransferStatus', {
  description: '移送状态 status of a hand-over',
  values: graphValues(TRANSFER_STATUS),
});

const ChecklistItem = builder.objectRef<OwnerChecklistItem>('ChecklistItem').implement({
  description: '材料清单项 item of the checklist of a package',
  policy: [['case.read']],
  fields: (t) => ({
    code: t.exposeString('code', { nullable: false, description: '材料代码 code' }),
    label: t.exposeString('label', { nullable: false, description: '材料名称 label' }),
    required: t.exposeBoolean('required', { nullable: false, description: '是否必备 required' }),
    present: t.exposeBoolean('present', { nullable: false, description: '是否已备 present' }),
    note: t.exposeString('note', { description: '备注 note' }),
  }),
});

export const Transfer = builder.objectRef<TransferShown>('Transfer');
Transfer.implement({
  description: '移送 a hand-over between two agencies，只读：以收发双方系统的记录为准。',
  policy: [['case.read']],
  fields: (t) => ({
    transferUid: t.id({
      nullable: false,
      description: '移送键 key of the hand-over',
      resolve: ({ transfer }) => transfer.transferUid,
    }),
    kind: t.field({
      type: Kind,
      nullable: false,
      description: '类型 kind',
      resolve: ({ transfer }) => transfer.kind as TransferKind,
    }),
    status: t.field({
      type: Status,
      nullable: false,
      description: '状态 status',
      resolve: ({ transfer }) => transfer.status as TransferStatus,
    }),
    case: t.field({
      type: CaseRef,
      description: '所属案件 the case; null where it is not registered yet',
      resolve: ({ found }) => found,
    }),
    round: t.int({
      description: '退回次数 round of a return or resubmission: 1 or 2 (CPL 175)',
      resolve: ({ transfer }) => transfer.round,
    }),
    from: t.field({
      type: Agency,
      nullable: false,
      description: '发出机关 from',
      resolve: ({ transfer }) => transfer.from,
    }),
    to: t.field({ type: Agency, nullable: false, description: '接收机关 to', resolve: ({ transfer }) => transfer.to }),
    sentAt: t.field({ type: 'DateTime', description: '发出时间 sent', resolve: ({ transfer }) => transfer.sentAt }),
    receivedAt: t.field({
      type: 'DateTime',
      description: '接收时间 received',
      resolve: ({ transfer }) => transfer.receivedAt,
    }),
    documents: t.field({
      type: [LegalDocument],
      nullable: false,
      description: '随附文书 documents of the package',
      resolve: ({ transfer }) => [...transfer.documents],
    }),
    checklist: t.field({
      type: [ChecklistItem],
      nullable: false,
      description: '材料清单 checklist',
      resolve: ({ transfer }) => [...transfer.checklist],
    }),
    parties: t.field({
      type: [PartyInCase],
      description: '涉及人员 the persons concerned',
      resolve: async ({ found, transfer }, _args, context) =>
        found &&
        (await partiesOf(context, found)).filter(({ party }) =>
          party.keys.some(({ key }) => transfer.partyKeys.includes(key)),
        ),
    }),
    replaces: t.field({
      type: Transfer,
      description: '替代的移送 the hand-over that this one takes the place of',
      resolve: async (each, _args, context, info) => {
        if (each.transfer.replaces === null) return null;
        const all = await othersOf(each, context, info);
        const replaced = all?.find(({ transferUid }) => transferUid === each.transfer.replaces);
        return replaced ? { ...each, transfer: replaced, all } : null;
      },
    }),
  }),
});

builder.objectField(CaseRef, 'transfers', (t) =>
  t.field({
    type: [Transfer],
    description: '移送记录 hand-overs of the case, by time；收发双方均有记录的只列一次，某部门不可用时附一条错误。',
    args: { status: t.arg({ type: Status, description: '只列出此状态 only this status' }) },
    resolve: async (found, { status }, context, info) => {
      const rows = rowsAt(context, info, await context.joined(found, 'transfers'));
      context.noteDifferences(found, transferDifferences(rows));
      const all = distinctTransfers(rows);
      const shown = all.filter((transfer) => !status || transfer.status === status);
      return shown.map((transfer) => ({ found, transfer, all }));
    },
  }),
);

/** All hand-overs of the case of one; `null` where the case is not known. @throws DepartmentError where none of them is */
export async function othersOf(
  { found, all }: TransferShown,
  context: CaseworkContext,
  info: GraphQLResolveInfo,
): Promise<readonly OwnerTransfer[] | null> {
  if (all !== null || found === null) return all;
  return distinctTransfers(rowsAt(context, info, await context.joined(found, 'transfers')));
}
