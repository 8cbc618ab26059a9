import DataLoader from 'dataloader';
import { opens } from '#auth/decisions/views.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import type { FoundCase } from '#subgraphs/casework/find-case.ts';
import { FACETS, numbersAt, OWNERS, type Owner } from '#subgraphs/casework/owners/owner.ts';
import { askRows } from '#subgraphs/casework/owners/questions.ts';
import type { ListName, OwnerAnswer, OwnerRows } from '#subgraphs/kit/owner-rows.ts';

/** A list that several departments feed: the rows of those that answered, and who did not. */
export interface Joined<Row> {
  readonly rows: readonly OwnedRow<Row>[];
  readonly failures: readonly { readonly owner: Owner; readonly error: DepartmentError }[];
}

export interface OwnedRow<Row> {
  readonly owner: Owner;
  readonly row: Row;
}

/** Asks every owner that has a record of the case and whose rows the caller's view opens, all at once; each decides and masks its own. */
export async function joinList<List extends ListName>(
  context: CaseworkContext,
  found: FoundCase,
  list: List,
): Promise<Joined<OwnerRows[List]>> {
  const answers = await Promise.all(
    OWNERS.filter((owner) => feeds(owner, list, found)).map(async (owner) => {
      const answer = await rowsOf(context, owner, list).load(found);
      return { owner, answer };
    }),
  );
  return {
    rows: answers.flatMap(({ owner, answer }) => ('rows' in answer ? answer.rows.map((row) => ({ owner, row })) : [])),
    failures: answers.flatMap(({ owner, answer }) =>
      'failure' in answer ? [{ owner, error: new DepartmentError(answer.failure.code, answer.failure) }] : [],
    ),
  };
}

function feeds(owner: Owner, list: ListName, { row, view }: FoundCase): boolean {
  return (
    owner.lists.includes(list) &&
    (list !== 'representations' || (owner.counselAt?.includes(row.currentStage) ?? true)) &&
    opens(view, owner.department, FACETS[list]) &&
    numbersAt(owner, row.numbers).length > 0
  );
}

/** One question to an owner for all cases of the request that ask for the list at the same time. */
function rowsOf<List extends ListName>(
  context: CaseworkContext,
  owner: Owner,
  list: List,
): DataLoader<FoundCase, OwnerAnswer<OwnerRows[List]>> {
  return context.scope.once(
    `rows ${owner.system} ${list}`,
    () =>
      new DataLoader<FoundCase, OwnerAnswer<OwnerRows[List]>>(
        async (cases) => {
          const asked = await Promise.all(
            cases.map(async (found) => ({
              caseUid: found.row.caseUid,
              statement: await context.statement(found),
              recordNos: numbersAt(owner, found.row.numbers),
            })),
          );
          try {
            return await askRows(context.asking, owner, list, asked);
          } catch (error) {
            if (!(error instanceof DepartmentError)) throw error;
            return cases.map(() => ({ failure: error.toFailure() }));
          }
        },
        { maxBatchSize: 100 },
      ),
  );
}
