import type { Database, Statements } from '#subgraphs/kit/postgres/database.ts';

/** A role that an account holds, and since when it is known to. */
export interface HeldRole {
  readonly role: string;
  readonly since: Date;
}

/** An account of a token issuer. Whose cases it handles is not in here: the owning department's record decides. */
export interface Account {
  /** Empty where only logins have told of it. */
  readonly issuer: string;
  readonly subject: string;
  readonly username: string;
  readonly agency: string | null;
  readonly staffNo: string | null;
  readonly licenceNo: string | null;
  readonly enabled: boolean;
  /** None where its roles may not stand together. */
  readonly roles: readonly HeldRole[];
  readonly lastLoginAt: Date | null;
  /** When it last asked for anything, by the auditor's records; `null` where they know of nothing. */
  readonly lastUsedAt: Date | null;
}

/** An account as an issuer's export has it. */
export type StatedAccount = Omit<Account, 'issuer' | 'roles' | 'lastLoginAt' | 'lastUsedAt'> & {
  readonly roles: readonly string[];
};

const COLUMNS = `
  a.issuer, a.subject, a.username, a.agency, a.staff_no AS "staffNo", a.licence_no AS "licenceNo", a.enabled,
  a.last_login_at AS "lastLoginAt",
  (SELECT max(r.at) FROM access.audit_records r WHERE r.actor = a.subject) AS "lastUsedAt",
  (SELECT coalesce(json_agg(json_build_object('role', r.role, 'since', r.since) ORDER BY r.role), '[]')
     FROM access.account_roles r
    WHERE (r.issuer, r.subject) = (a.issuer, a.subject) AND r.ended_at IS NULL) AS roles`;

type Row = Omit<Account, 'roles'> & { readonly roles: readonly { readonly role: string; readonly since: string }[] };

function toAccount({ roles, ...row }: Row): Account {
  return { ...row, roles: roles.map(({ role, since }) => ({ role, since: new Date(since) })) };
}

/** The account of a user name; of several issuers' the one that was seen last. `null` where there is none. */
export async function accountOfUser(statements: Statements, username: string): Promise<Account | null> {
  const [row] = await statements.rows<Row>(
    'accountOfUser',
    `SELECT ${COLUMNS} FROM access.accounts a WHERE a.username = $1
      ORDER BY a.enabled DESC, a.last_login_at DESC NULLS LAST, a.first_seen_at DESC LIMIT 1`,
    [username],
  );
  return row === undefined ? null : toAccount(row);
}

/** Accounts by user name, behind one; of one agency, or all. Those of one name, of several issuers, stand on one page, which they may make longer. */
export async function accountsPage(
  statements: Statements,
  agency: string | null,
  { first, after }: { readonly first: number; readonly after: string | null },
): Promise<Account[]> {
  const rows = await statements.rows<Row>(
    'accountsPage',
    `SELECT ${COLUMNS} FROM access.accounts a
      WHERE ($1::text IS NULL OR a.agency = $1) AND a.username > $2
      ORDER BY a.username FETCH FIRST ($3) ROWS WITH TIES`,
    [agency, after ?? '', first],
  );
  return rows.map(toAccount);
}

/**
 * Takes over an issuer's accounts as its export states them, whole: a role that is no longer stated ends, an account that is no longer
 * stated is disabled and holds nothing. What stays the same keeps its time. Throws DatabaseError.
 */
export async function takeOverAccounts(
  database: Database,
  issuer: string,
  stated: readonly StatedAccount[],
  now: Date,
): Promise<void> {
  const accounts = JSON.stringify(stated.map(toStatement));
  await database.transaction('takeOverAccounts', async (statements) => {
    // What logins told of an account before its issuer did is the same account.
    await statements.rows(
      'nameIssuer',
      `UPDATE access.accounts a SET issuer = $1
        WHERE a.issuer = '' AND a.subject IN (SELECT subject FROM jsonb_to_recordset($2) AS s (subject text))
          AND NOT EXISTS (SELECT FROM access.accounts b WHERE (b.issuer, b.subject) = ($1, a.subject))`,
      [issuer, accounts],
    );
    await statements.rows(
      'saveAccounts',
      `INSERT INTO access.accounts (issuer, subject, username, agency, staff_no, licence_no, enabled,
                                    first_seen_at, stated_at)
       SELECT $1, subject, username, agency, staff_no, licence_no, enabled, $3, $3
         FROM jsonb_to_recordset($2) AS s (
                subject text, username text, agency text, staff_no text, licence_no text, enabled boolean)
       ON CONFLICT (issuer, subject) DO UPDATE
          SET username = excluded.username, agency = excluded.agency, staff_no = excluded.staff_no,
              licence_no = excluded.licence_no, enabled = excluded.enabled, stated_at = excluded.stated_at`,
      [issuer, accounts, now],
    );
    await statements.rows(
      'disableAccounts',
      `UPDATE access.accounts SET enabled = false, stated_at = $3
        WHERE issuer = $1 AND subject NOT IN (SELECT subject FROM jsonb_to_recordset($2) AS s (subject text))`,
      [issuer, accounts, now],
    );
    await saveRoles(statements, issuer, stated, now);
  });
}

/** Roles of these accounts are those that are stated; every other account of the issuer holds none. */
async function saveRoles(
  statements: Statements,
  issuer: string,
  stated: readonly Pick<StatedAccount, 'subject' | 'roles'>[],
  now: Date,
): Promise<void> {
  const held = stated.flatMap(({ subject, roles }) => roles.map((role) => ({ subject, role })));
  const values = [issuer, held.map(({ subject }) => subject), held.map(({ role }) => role), now];
  await statements.rows(
    'endRoles',
    `UPDATE access.account_roles r SET ended_at = $4
      WHERE r.issuer = $1 AND r.ended_at IS NULL
        AND NOT EXISTS (SELECT FROM unnest($2::text[], $3::text[]) AS s (subject, role)
                         WHERE (s.subject, s.role) = (r.subject, r.role))`,
    values,
  );
  await statements.rows(
    'addRoles',
    `INSERT INTO access.account_roles (issuer, subject, role, since)
     SELECT DISTINCT $1, s.subject, s.role, $4::timestamptz FROM unnest($2::text[], $3::text[]) AS s (subject, role)
     ON CONFLICT (issuer, subject, role) WHERE ended_at IS NULL DO NOTHING`,
    values,
  );
}

function toStatement({ subject, username, agency, staffNo, licenceNo, enabled }: StatedAccount) {
  return { subject, username, agency, staff_no: staffNo, licence_no: licenceNo, enabled };
}
