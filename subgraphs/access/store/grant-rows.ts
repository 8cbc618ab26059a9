import type { Grant, GrantEntry, Party } from '#subgraphs/access/grants/grant.ts';

/** A time in JSON is a text. */
type Line = Omit<GrantEntry, 'at'> & { readonly at: string };
export type GrantRow = Omit<Grant, 'history'> & { readonly history: readonly Line[] };

/** Of `access.grants g`, as {@link GrantRow}. */
export const GRANT_COLUMNS = `
  g.grant_uid AS "grantUid", g.kind, g.case_uid AS "caseUid", g.fields, g.agency, g.purpose, g.reason,
  g.legal_basis AS "legalBasis", g.state, g.requested_at AS "requestedAt", g.until, g.live_from AS "liveFrom",
  json_build_object('issuer', g.applicant_issuer, 'subject', g.applicant_subject, 'username', g.applicant_username,
                    'agency', g.applicant_agency, 'staffNo', g.applicant_staff_no) AS applicant,
  (SELECT json_agg(json_build_object(
            'act', h.act, 'at', h.at, 'reason', h.reason,
            'by', json_build_object('issuer', h.actor_issuer, 'subject', h.actor_subject, 'username', h.actor_username,
                                    'agency', h.actor_agency, 'staffNo', h.actor_staff_no)) ORDER BY h.position)
     FROM access.grant_history h
    WHERE h.grant_uid = g.grant_uid) AS history`;

export function toGrant(row: GrantRow): Grant {
  return { ...row, history: row.history.map((line) => ({ ...line, at: new Date(line.at) })) };
}

/** The columns of an account as a grant remembers it. */
export function partyValues({ issuer, subject, username, agency, staffNo }: Party): unknown[] {
  return [issuer, subject, username, agency, staffNo];
}
