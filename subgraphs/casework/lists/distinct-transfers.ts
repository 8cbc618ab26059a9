import { departmentOfAgency } from '#schema/agencies.ts';
import { copiesOf } from '#subgraphs/casework/lists/copies.ts';
import type { OwnedRow } from '#subgraphs/casework/lists/join.ts';
import type { OwnerTransfer } from '#subgraphs/kit/owner-rows.ts';

/** What both sides recorded is one hand-over: the receiver's record once it is sent (DOMAIN 4.1), with what only the sender lists. */
export function distinctTransfers(rows: readonly OwnedRow<OwnerTransfer>[]): OwnerTransfer[] {
  return copiesOf(rows, identityOf)
    .flatMap((copies) => {
      const [first] = copies;
      const received = copies.find(({ owner, row }) => departmentOfAgency(row.to) === owner.department) ?? first;
      if (received === undefined) return [];
      const keys = copies.flatMap(({ row }) => row.partyKeys);
      const listed = copies.find(({ row }) => row.documents.length > 0)?.row.documents ?? [];
      const { row } = received;
      return [{ ...row, partyKeys: keys, documents: row.documents.length > 0 ? row.documents : listed }];
    })
    .sort((a, b) => ((a.sentAt ?? '') < (b.sentAt ?? '') ? -1 : 1));
}

function identityOf({ kind, round, from, to, sentAt }: OwnerTransfer): string {
  return JSON.stringify([kind, round, from, to, sentAt?.slice(0, 10) ?? null]);
}
