import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import type { Joined, OwnedRow } from '#subgraphs/casework/lists/join.ts';
import type { Owner } from '#subgraphs/casework/owners/owner.ts';

/**
 * The rows of a joined list at a field: an owner that failed is one error at the field's path, the other rows stay. Where no row is
 * known, an empty list would say that there is none: the error stands in its place. @throws DepartmentError
 */
export function rowsAt<Row>(
  context: CaseworkContext,
  info: GraphQLResolveInfo,
  { rows, failures }: Joined<Row>,
  concerns: (owner: Owner) => boolean = () => true,
): readonly OwnedRow<Row>[] {
  const missing = failures.filter(({ owner }) => concerns(owner));
  const [first, ...others] = missing;
  const isUnknown = rows.length === 0 && first !== undefined;
  for (const { error } of isUnknown ? others : missing) context.partialError(responsePathAsArray(info.path), error);
  if (isUnknown) throw first.error;
  return rows;
}
