import { builder } from '#subgraphs/casework/builder.ts';
import { rowsOfParty } from '#subgraphs/casework/lists/party-rows.ts';
import { PartyInCase, type PartyOfCase } from '#subgraphs/casework/party.ts';
import { Agency } from '#subgraphs/casework/shared-types.ts';
import type { OwnerCustody, OwnerHandover } from '#subgraphs/kit/owner-rows.ts';

export interface HandoverOfParty {
  /** `null` where the registry does not know the person yet. */
  readonly party: PartyOfCase | null;
  readonly handover: OwnerHandover;
}

export const CustodyHandover = builder.objectRef<HandoverOfParty>('CustodyHandover').implement({
  description: '换押 change of the authority for which a person is held',
  policy: [['case.read']],
  fields: (t) => ({
    handoverUid: t.id({
      nullable: false,
      description: '换押键 key of the handover',
      resolve: ({ handover }) => handover.handoverUid,
    }),
    party: t.field({ type: PartyInCase, description: '在押人员 the person held', resolve: ({ party }) => party }),
    from: t.field({
      type: Agency,
      nullable: false,
      description: '移出机关 from',
      resolve: ({ handover }) => handover.from,
    }),
    to: t.field({ type: Agency, nullable: false, description: '移入机关 to', resolve: ({ handover }) => handover.to }),
    reason: t.string({
      nullable: false,
      description: '换押原因 reason, as written',
      resolve: ({ handover }) => handover.reason,
    }),
    sentAt: t.field({ type: 'DateTime', description: '发出时间 sent', resolve: ({ handover }) => handover.sentAt }),
    takenOverAt: t.field({
      type: 'DateTime',
      description: '接收时间 taken over',
      resolve: ({ handover }) => handover.takenOverAt,
    }),
    receiptAt: t.field({
      type: 'DateTime',
      description: '回执时间 receipt of the detention centre, which completes it',
      resolve: ({ handover }) => handover.receiptAt,
    }),
  }),
});

interface CustodyOfParty {
  readonly party: PartyOfCase;
  readonly custody: OwnerCustody;
}

const Custody = builder.objectRef<CustodyOfParty>('Custody').implement({
  description: '羁押 custody',
  policy: [['case.read']],
  fields: (t) => ({
    detentionCentre: t.field({
      type: Agency,
      nullable: false,
      description: '看守所 detention centre',
      resolve: ({ custody }) => custody.detentionCentre,
    }),
    heldFor: t.field({
      type: Agency,
      nullable: false,
      description: '办案机关 the authority for which the person is held',
      resolve: ({ custody }) => custody.heldFor,
    }),
    limitFrom: t.field({
      type: 'LegalDate',
      nullable: false,
      description: '羁押期限起始日 first day of the custody limit',
      resolve: ({ custody }) => custody.limitFrom,
    }),
    limitTo: t.field({
      type: 'LegalDate',
      nullable: false,
      description: '羁押期限届满日 last day of the custody limit',
      resolve: ({ custody }) => custody.limitTo,
    }),
    handovers: t.field({
      type: [CustodyHandover],
      nullable: false,
      description: '换押记录 handovers, by time',
      resolve: ({ party, custody }) => custody.handovers.map((handover) => ({ party, handover })),
    }),
    pendingHandover: t.field({
      type: CustodyHandover,
      description: '未完成的换押 a handover without a receipt',
      resolve: ({ party, custody }) => {
        const handover = custody.handovers.findLast(({ receiptAt }) => receiptAt === null);
        return handover ? { party, handover } : null;
      },
    }),
  }),
});

builder.objectField(PartyInCase, 'custody', (t) =>
  t.field({
    type: Custody,
    description: '羁押情况 custody; null where the person is not held',
    resolve: async (party, _args, context, info) => {
      const [custody] = await rowsOfParty(context, info, party, 'custody');
      return custody ? { party, custody } : null;
    },
  }),
);
