import { departmentOfAgency } from '#schema/agencies.ts';
import { copiesOf, datesDiffering } from '#subgraphs/casework/lists/copies.ts';
import type { OwnedRow } from '#subgraphs/casework/lists/join.ts';
import type { Difference } from '#subgraphs/casework/registry/writer/differences.ts';
import type { OwnerTransfer } from '#subgraphs/kit/owner-rows.ts';

type Copies = readonly OwnedRow<OwnerTransfer>[];

/** What both sides recorded is one hand-over: the receiver's record once it is sent (DOMAIN 4.1), with what only the sender lists. */
export function distinctTransfers(rows: Copies): OwnerTransfer[] {
  return handOvers(rows)
    .flatMap((copies) => {
      const owned = receiversOf(copies) ?? copies[0];
      if (owned === undefined) return [];
      const keys = copies.flatMap(({ row }) => row.partyKeys);
      const listed = copies.find(({ row }) => row.documents.length > 0)?.row.documents ?? [];
      const { row } = owned;
      return [{ ...row, partyKeys: keys, documents: row.documents.length > 0 ? row.documents : listed }];
    })
    .sort(bySending);
}

/** What the other side dates otherwise than the receiver. */
export function transferDifferences(rows: Copies): Omit<Difference, 'caseUid'>[] {
  return handOvers(rows).flatMap((copies) => {
    const owned = receiversOf(copies);
    if (owned === undefined) return [];
    return datesDiffering(owned, copies, ['sentAt', 'receivedAt']).map(({ field, ...by }) => ({
      ...{ agencyCode: owned.row.to, ...by },
      field: `transfer ${owned.row.kind} ${field}`,
    }));
  });
}

/** The same kind, round and agencies, sent on one day; in a round there is but one, on whatever day each side says that it was. */
function handOvers(rows: Copies): readonly Copies[] {
  const byDay = copiesOf(rows, ({ sentAt, ...row }) => identityOf(row, sentAt?.slice(0, 'yyyy-MM-dd'.length)));
  const [known, single] = [byDay.filter(({ length }) => length > 1), byDay.filter(({ length }) => length === 1).flat()];
  const [ofRound, others] = [single.filter(isOfRound), single.filter((each) => !isOfRound(each))];
  return [...known, ...copiesOf(ofRound, (row) => identityOf(row)), ...others.map((each) => [each])];
}

function isOfRound({ row: { round, sentAt } }: OwnedRow<OwnerTransfer>): boolean {
  return round !== null && sentAt !== null;
}

function identityOf({ kind, round, from, to }: Omit<OwnerTransfer, 'sentAt'>, day?: string): string {
  return JSON.stringify([kind, round, from, to, day ?? null]);
}

function receiversOf(copies: Copies): OwnedRow<OwnerTransfer> | undefined {
  return copies.find(({ owner, row }) => departmentOfAgency(row.to) === owner.department);
}

function bySending(a: OwnerTransfer, b: OwnerTransfer): number {
  const [one, other] = [`${a.sentAt ?? ''} ${a.transferUid}`, `${b.sentAt ?? ''} ${b.transferUid}`];
  return one < other ? -1 : Number(one !== other);
}
