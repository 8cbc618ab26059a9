import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import type { FoundCase } from '#subgraphs/casework/find-case.ts';
import { OWNERS, type Owner } from '#subgraphs/casework/owners/owner.ts';
import { askRepresentations } from '#subgraphs/casework/owners/questions.ts';
import type { OwnerRepresentation } from '#subgraphs/kit/owner-fields.ts';

/** A list that several departments feed: the rows of those that answered, and who did not. */
export interface JoinedRepresentations {
  readonly rows: readonly OwnerRepresentation[];
  readonly failures: readonly { readonly owner: Owner; readonly error: DepartmentError }[];
}

/** Asks every owner that has a record of the case, all at once; each decides and masks its own rows. */
export async function joinRepresentations(context: CaseworkContext, found: FoundCase): Promise<JoinedRepresentations> {
  const statement = await context.statement(found);
  const answers = await Promise.all(
    OWNERS.map(async (owner) => {
      const { caseUid, numbers } = found.row;
      const recordNos = numbers.filter(({ kind }) => kind === owner.numberKind).map(({ number }) => number);
      if (recordNos.length === 0) return { rows: [] };
      try {
        return { rows: await askRepresentations(context.asking, owner, { caseUid, statement, recordNos }) };
      } catch (error) {
        if (!(error instanceof DepartmentError)) throw error;
        return { rows: [], failure: { owner, error } };
      }
    }),
  );
  return {
    rows: answers.flatMap(({ rows }) => rows),
    failures: answers.flatMap(({ failure }) => failure ?? []),
  };
}
