/** What a grant (授权) may lift: the mask of personal numbers, the seal of one record, or the want of an assignment. */
export const GRANT_KINDS = ['UNMASK', 'RECORD_CHECK', 'BREAK_GLASS'] as const;
export type GrantKind = (typeof GRANT_KINDS)[number];

/** A grant that was in force when the access subgraph signed it. Whoever decides by it looks at `until` again. */
export interface LiveGrant {
  readonly grantUid: string;
  readonly kind: GrantKind;
  /** The one case that it is about; it counts only in requests that name this case (`x-case`). */
  readonly caseUid: string;
  /**
   * Whose head gave it: of an UNMASK the agency whose record shows the number, of a RECORD_CHECK the organ that sealed the case, of a
   * BREAK_GLASS the applicant's own. Nothing is looked up when a grant is made, so whoever decides by it holds it against the record's.
   */
  readonly agency: string;
  /** Coordinates (`Person.idNumber`) that an UNMASK grant shows whole; empty for the other kinds. */
  readonly fields: readonly string[];
  /** ISO 8601 with its offset: from this instant on the grant no longer counts. Security time, never the business clock. */
  readonly until: string;
}
