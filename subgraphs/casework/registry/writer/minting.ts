import { REGISTRY_SCHEMA } from '#subgraphs/casework/registry/schema.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';
import { DatabaseError } from '#subgraphs/kit/postgres/database-error.ts';

/** Serials from here up are minted; those below were told to the departments before, and come in with their records. */
const FIRST_SERIAL = 900_001;
const LAST_SERIAL = 999_999;

/** New caseUids (DOMAIN 3.6) of one transaction. */
export interface Minting {
  /** Throws {@link DatabaseError} CASE_UIDS_EXHAUSTED when the year's serials are used up. */
  next(): string;
  /** Keeps the last serial, if one was minted. */
  done(): Promise<void>;
}

/** Under a lock that keeps other writers away. `year` has four digits. */
export async function startMinting(statements: Statements, year: string): Promise<Minting> {
  const [row] = await statements.rows<{ last: number }>(
    'lastSerial',
    'SELECT last_serial AS last FROM registry.minted_serials WHERE year = $1',
    [year],
  );
  const before = row?.last ?? FIRST_SERIAL - 1;
  let last = before;
  return {
    next() {
      if (last === LAST_SERIAL) throw new DatabaseError(REGISTRY_SCHEMA.name, 'mint', 'CASE_UIDS_EXHAUSTED');
      last += 1;
      return `ZF-${year}-${last}`;
    },
    async done() {
      if (last === before) return;
      await statements.rows(
        'keepSerial',
        `INSERT INTO registry.minted_serials (year, last_serial) VALUES ($1, $2)
         ON CONFLICT (year) DO UPDATE SET last_serial = excluded.last_serial`,
        [year, last],
      );
    },
  };
}
