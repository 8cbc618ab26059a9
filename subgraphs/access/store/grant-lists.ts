import type { GrantStatus } from '#schema/enums/grant-status.ts';
import type { Grant, Party } from '#subgraphs/access/grants/grant.ts';
import { GRANT_COLUMNS, type GrantRow, toGrant } from '#subgraphs/access/store/grant-rows.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

type Account = Pick<Party, 'issuer' | 'subject'>;

/** Which grants a list shows; what is left out restricts nothing. */
export interface GrantFilter {
  /** Those whose matter is this agency's. */
  readonly agency?: string;
  readonly applicant?: Account;
  /** As of `now`. */
  readonly status?: GrantStatus | null;
}

export interface GrantPage {
  readonly first: number;
  /** The grantUid that ends the page before; `null` for the first page. */
  readonly after: string | null;
}

/** Newest first. Behind a grant that there is not, there is nothing. */
export async function grantsPage(
  statements: Statements,
  { agency, applicant, status }: GrantFilter,
  { first, after }: GrantPage,
  now: Date,
): Promise<Grant[]> {
  const rows = await statements.rows<GrantRow>(
    'grantsPage',
    `SELECT ${GRANT_COLUMNS}
       FROM access.grants g
      WHERE ($1::text IS NULL OR g.agency = $1)
        AND ($2::text IS NULL OR (g.applicant_issuer, g.applicant_subject) = ($2, $3))
        AND ($4::text IS NULL
             OR $4 = CASE WHEN g.state IN ('REQUESTED', 'LIVE') AND g.until <= $5 THEN 'EXPIRED' ELSE g.state END)
        AND ($6::text IS NULL
             OR (g.requested_at, g.grant_uid) < (SELECT a.requested_at, a.grant_uid FROM access.grants a WHERE a.grant_uid = $6))
      ORDER BY g.requested_at DESC, g.grant_uid DESC
      LIMIT $7`,
    [agency ?? null, applicant?.issuer ?? null, applicant?.subject ?? null, status ?? null, now, after, first],
  );
  return rows.map(toGrant);
}

/** Grants that lift something for a case at an instant, also one that is past: approved by then, neither lapsed nor ended. */
export async function grantsLiveAt(
  statements: Statements,
  caseUid: string,
  at: Date,
  applicant: Account | null,
): Promise<Grant[]> {
  const rows = await statements.rows<GrantRow>(
    'grantsLiveAt',
    `SELECT ${GRANT_COLUMNS}
       FROM access.grants g
      WHERE g.case_uid = $1 AND g.live_from <= $2 AND g.until > $2 AND (g.ended_at IS NULL OR g.ended_at > $2)
        AND ($3::text IS NULL OR (g.applicant_issuer, g.applicant_subject) = ($3, $4))
      ORDER BY g.requested_at, g.grant_uid`,
    [caseUid, at, applicant?.issuer ?? null, applicant?.subject ?? null],
  );
  return rows.map(toGrant);
}
