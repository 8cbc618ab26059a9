import { effectiveRoles, ROLES } from '#auth/policies/roles.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** A login as the audit log has it: the account's opaque subject, no name and no issuer. */
export interface Login {
  readonly subject: string;
  readonly roles: readonly string[];
  readonly agency: string | null;
  readonly at: Date;
}

/**
 * Keeps up an account by what its token says: its agency, the roles that count, and when it came. One that no export has stated is kept
 * under its subject, until its issuer tells of it. What is older than the last login changes
 * nothing, and what is older than the issuer's last export only when it came. Throws DatabaseError.
 */
export async function sawLogin(statements: Statements, { subject, roles, agency, at }: Login): Promise<void> {
  const held = [...effectiveRoles(new Set(roles.filter((role) => Object.hasOwn(ROLES, role))))];
  await statements.rows(
    'addAccountSeen',
    `INSERT INTO access.accounts (issuer, subject, username, agency, enabled, first_seen_at)
     SELECT '', $1, $1, $2, true, $3::timestamptz
      WHERE NOT EXISTS (SELECT FROM access.accounts WHERE subject = $1)
     ON CONFLICT DO NOTHING`,
    [subject, agency, at],
  );
  await statements.rows(
    'sawLogin',
    `WITH seen AS (
       UPDATE access.accounts
          SET last_login_at = $3, agency = CASE WHEN coalesce(stated_at, '-infinity') < $3 THEN $2 ELSE agency END
        WHERE subject = $1 AND coalesce(last_login_at, '-infinity') < $3
        RETURNING issuer, subject, stated_at
     ), news AS (
       SELECT issuer, subject FROM seen WHERE coalesce(stated_at, '-infinity') < $3
     ), ended AS (
       UPDATE access.account_roles r SET ended_at = $3 FROM news
        WHERE (r.issuer, r.subject) = (news.issuer, news.subject) AND r.ended_at IS NULL AND r.role <> ALL ($4::text[])
     )
     INSERT INTO access.account_roles (issuer, subject, role, since)
     SELECT news.issuer, news.subject, role, $3 FROM news, unnest($4::text[]) AS role
     ON CONFLICT (issuer, subject, role) WHERE ended_at IS NULL DO NOTHING`,
    [subject, agency, at, held],
  );
}
