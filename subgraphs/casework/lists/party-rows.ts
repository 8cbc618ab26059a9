import type { GraphQLResolveInfo } from 'graphql';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { rowsAt } from '#subgraphs/casework/lists/rows.ts';
import type { PartyOfCase } from '#subgraphs/casework/party.ts';
import type { ListName, OwnerRows } from '#subgraphs/kit/owner-rows.ts';

/** The lists whose rows are each about one party. */
type PartyList = { [List in ListName]: OwnerRows[List] extends { readonly partyKey: string } ? List : never }[ListName];

/** The rows of a joined list that are about one party; of the owners that failed, those that know the party are named. */
export async function rowsOfParty<List extends PartyList>(
  context: CaseworkContext,
  info: GraphQLResolveInfo,
  { found, party }: PartyOfCase,
  list: List,
): Promise<OwnerRows[List][]> {
  const joined = await context.joined(found, list);
  const own = joined.rows.filter(({ row }) => party.keys.some(({ key }) => key === row.partyKey));
  const rows = rowsAt(context, info, { ...joined, rows: own }, ({ system }) =>
    party.keys.some((key) => key.system === system),
  );
  return rows.map(({ row }) => row);
}
