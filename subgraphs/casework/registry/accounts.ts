import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** An account tied to a person after an identity check; never anything but opaque ids. */
export interface Account {
  /** Issuer and `sub` of the account's tokens. */
  readonly issuer: string;
  readonly subject: string;
  readonly personUid: string;
  /** Who checked the identity. */
  readonly checkedBy: string;
}

export async function tieAccount(database: Statements, account: Account): Promise<void> {
  await database.rows(
    'tieAccount',
    `INSERT INTO registry.accounts (issuer, subject, person_uid, checked_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT (issuer, subject) DO UPDATE
        SET person_uid = excluded.person_uid, checked_by = excluded.checked_by, checked_at = now()`,
    [account.issuer, account.subject, account.personUid, account.checkedBy],
  );
}

export async function accountOf(database: Statements, issuer: string, subject: string): Promise<string | null> {
  const [row] = await database.rows<{ personUid: string }>(
    'accountOf',
    'SELECT person_uid AS "personUid" FROM registry.accounts WHERE issuer = $1 AND subject = $2',
    [issuer, subject],
  );
  return row?.personUid ?? null;
}
