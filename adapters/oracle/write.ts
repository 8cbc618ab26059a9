import { LegacyFailure } from '#adapters/connector/failures.ts';
import { isCancelled, isDatabaseError } from '#adapters/oracle/faults.ts';
import type {
  Inputs,
  OracleProcedure,
  OracleRow,
  OracleStatement,
  ProcedureResult,
} from '#adapters/oracle/statement.ts';
import type { Department, SystemName } from '#schema/departments.ts';
import { DepartmentError, type WriteOutcome } from '#schema/errors/graph-error.ts';

/** What a system declares of a write: nothing else changes its data. */
export interface WriteDeclaration extends OracleProcedure {
  /** The bind that carries the idempotency key: with the same one the database does the same thing once. */
  readonly key: string;
  /** The row of what was done with the key `:1`, as it stands; none where nothing was. It is read by the same account. */
  readonly find: OracleStatement;
}

export interface DeclaredWrite extends WriteDeclaration {
  /** @throws TypeError where there is none: then a lost answer could never be found out */
  keyOf(inputs: Inputs): string;
}

/** What became of a write: the block's own answer; or, where that was lost, the row that `find` gave afterwards. */
export type Written =
  | { readonly kind: 'answered'; readonly result: ProcedureResult }
  | { readonly kind: 'found'; readonly row: OracleRow };

/** @throws TypeError where the block or the query does not take the key */
export function declareWrite(write: WriteDeclaration): DeclaredWrite {
  const { name, key, find } = write;
  if (!write.in.includes(key)) throw new TypeError(`${name}: no bind :${key} goes into the block`);
  if (!/:1\b/.test(find.sql) || /:2\b/.test(find.sql)) throw new TypeError(`${name}: the query asks for the key alone`);
  return {
    ...write,
    keyOf(inputs) {
      const value = inputs[key];
      if (typeof value !== 'string' || value === '')
        throw new TypeError(`${name}: bind :${key} has no idempotency key`);
      return value;
    },
  };
}

/**
 * What became of a write that was sent and not answered, or answered with an error: a block may fail after it has committed, and so may the
 * reading of its cursor. The database is asked on another call; who does not wait any longer is told what he would have been told anyway.
 * @param lost the DepartmentError of the write
 * @throws DepartmentError: `lost`, where that is the database's own answer; else in a sentence of its own that nothing was found, or that
 * nobody could be asked
 */
export async function findOut(
  lost: unknown,
  find: () => Promise<readonly OracleRow[]>,
  owner: { readonly department: Department; readonly system: SystemName },
): Promise<Written> {
  if (!(lost instanceof DepartmentError)) throw lost;
  const unlessAnswered = (writeOutcome: WriteOutcome, cause: unknown) =>
    isAnswer(lost.cause) ? lost : new DepartmentError('DEPARTMENT_UNAVAILABLE', { ...owner, writeOutcome, cause });
  const [row] = await find().catch((cause: unknown) => {
    throw unlessAnswered('UNKNOWN', cause);
  });
  if (row === undefined) throw unlessAnswered('NOT_DONE', lost);
  return { kind: 'found', row };
}

/** That the call was broken off is none: it may have been too late for that. */
function isAnswer(failure: unknown): boolean {
  return failure instanceof LegacyFailure && isDatabaseError(failure.cause) && !isCancelled(failure.cause);
}
