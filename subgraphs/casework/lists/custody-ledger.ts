import { GraphError } from '#schema/errors/graph-error.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { findListed } from '#subgraphs/casework/find-case.ts';
import { CustodyHandover, type HandoverOfParty } from '#subgraphs/casework/lists/custody.ts';
import { OWNERS, type Owner } from '#subgraphs/casework/owners/owner.ts';
import { askHandovers } from '#subgraphs/casework/owners/questions.ts';
import { casesByParty, referencedParty } from '#subgraphs/casework/party.ts';
import type { OwnerLedgerEntry } from '#subgraphs/kit/owner-rows.ts';
import type { LedgerPage } from '#subgraphs/kit/owner-source.ts';
import { requirePageSize } from '#subgraphs/kit/page-size.ts';

const MAX_HANDOVERS = 100;

builder.queryField('custodyLedger', (t) =>
  t.field({
    type: [CustodyHandover],
    policy: [['custody.ledger']],
    description: `换押台账 handovers of those held at the caller’s own detention centre, by handoverUid；须看守所民警。每页最多 ${MAX_HANDOVERS} 条，公安系统不可用时为 null。`,
    args: {
      pendingHandoverOnly: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: '只列出未完成的换押 only those without the receipt that completes them',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 50,
        description: `每页条数 page size: 1 to ${MAX_HANDOVERS}`,
      }),
      after: t.arg.id({ description: '上一页最后一条的 handoverUid of the last one of the page before' }),
    },
    resolve: async (_root, { pendingHandoverOnly, first, after }, context) => {
      requirePageSize(first, MAX_HANDOVERS);
      const page = { pendingOnly: pendingHandoverOnly, first, after: after == null ? null : handoverUid(after) };
      const entries = await (context.envelope.onlyCase === null ? ofCentre(context, page) : ofOnlyCase(context, page));
      const shown = await Promise.all(entries.map((entry) => withParty(context, entry)));
      return shown.filter((each) => each !== null);
    },
  }),
);

async function ofCentre(context: CaseworkContext, page: LedgerPage): Promise<readonly OwnerLedgerEntry[]> {
  return askHandovers(context.asking, keeper(), page);
}

/** Within `x-case` only that case exists, and its custody tells the same. */
async function ofOnlyCase(
  context: CaseworkContext,
  { pendingOnly, first, after }: LedgerPage,
): Promise<readonly OwnerLedgerEntry[]> {
  const { onlyCase, principal } = context.envelope;
  const found = await findListed(context, onlyCase ?? '');
  if (found === null) return [];
  const { rows, failures } = await context.joined(found, 'custody');
  for (const { error } of failures) throw error;
  return rows
    .filter(({ row }) => row.detentionCentre === principal.agency)
    .flatMap(({ row: { partyKey, handovers } }) => handovers.map((handover) => ({ partyKey, handover })))
    .filter(({ handover }) => !pendingOnly || handover.receiptAt === null)
    .filter(({ handover }) => handover.handoverUid > (after ?? ''))
    .sort((a, b) => (a.handover.handoverUid < b.handover.handoverUid ? -1 : 1))
    .slice(0, first);
}

/** The owner has decided by its record; casework decides by the case, where the registry knows one. */
async function withParty(
  context: CaseworkContext,
  { partyKey, handover }: OwnerLedgerEntry,
): Promise<HandoverOfParty | null> {
  const row = await casesByParty(context, 'partyKey').load(partyKey);
  if (row === null) return { party: null, handover };
  const party = await referencedParty(context, { partyKey });
  return party && { party, handover };
}

/** Who keeps the ledger. */
function keeper(): Owner {
  const owner = OWNERS.find(({ lists }) => lists.includes('custody'));
  if (owner === undefined) throw new Error('no department feeds the custody');
  return owner;
}

/** @throws GraphError BAD_USER_INPUT */
function handoverUid(after: string | number): string {
  const text = String(after);
  if (new RegExp(`^${keeper().system}:\\w{1,64}$`).test(text)) return text;
  throw new GraphError('BAD_USER_INPUT', {
    zh: 'after 应为上一页最后一条的 handoverUid。',
    en: 'after is the handoverUid of the last row of the page before.',
  });
}
