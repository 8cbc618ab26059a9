import type { Department } from '#schema/departments.ts';

/**
 * One department's facts about one of its records, all that a decision needs and nothing about the parties.
 * They come from the department's own system, never from a token (WORLD 3).
 */
export interface RecordFacts {
  readonly department: Department;
  /** The agency that handles the record. */
  readonly agencyCode: string;
  /** The record's number at that department: no two of its records have the same one, in whatever systems they are. */
  readonly recordNo: string;
  /** Record sealed by law (CPL 286): it exists for nobody. */
  readonly sealed: boolean;
  /** A state-secrecy label on the record: it must not be in this system at all (Secrets 31). */
  readonly labelled: boolean;
  readonly assignments: readonly Assignment[];
  /** Staff whose recusal was decided (CPL 29–32): they lose access at once. */
  readonly recusedStaffNos: readonly string[];
}

/** What ties a caller to a record. */
export interface Assignment {
  /** The staff number; for counsel the licence number, for a detention centre its `agencyCode`, for a party the account's subject. */
  readonly holder: string;
  /** PRESIDING_JUDGE, CLERK, INVESTIGATOR, COUNSEL, DETENTION_CENTRE … in the words of the department's port. */
  readonly function: string;
  /** Whom counsel stands for, or whom the centre holds: the party as casework keeps it. `null` where it concerns the whole record. */
  readonly partyKey: string | null;
}

/** Facts, and whether the owner stated them within this request (`live`) or the registry remembered them. */
export interface KnownFacts extends RecordFacts {
  readonly live: boolean;
  /** Too old to count as the owner's word: only its recusals, seal and label still close, and it opens nothing. */
  readonly lapsed?: true;
}

/** The same facts with what concerns this caller only: what may travel to other owners. */
export function factsAbout(holders: ReadonlySet<string>, facts: KnownFacts): KnownFacts {
  return {
    ...facts,
    assignments: facts.assignments.filter(({ holder }) => holders.has(holder)),
    recusedStaffNos: facts.recusedStaffNos.filter((recused) => holders.has(recused)),
  };
}
