import { areSeparated, ROLES } from '#auth/policies/roles.ts';
import { readRealmExport } from '#subgraphs/access/accounts/realm-export.ts';
import type { AccessStore } from '#subgraphs/access/store/access-store.ts';

export interface Imported {
  readonly accounts: number;
  /** User names of the accounts that hold nothing, since their roles may not stand together. */
  readonly separated: readonly string[];
}

/**
 * Takes over the accounts of a realm export. Roles that no policy knows are left out; an account with a platform role and any other that
 * counts is taken over without any, with an alert (三员分立, DOMAIN 5.3). Throws where the text is no export, and DatabaseError.
 * @param now security time, which becomes the `since` of every role that is new
 */
export async function importRealm(
  store: Pick<AccessStore, 'takeOverAccounts' | 'alertSeparation'>,
  issuer: string,
  text: string,
  now: Date,
): Promise<Imported> {
  const known = readRealmExport(text).map((account) => ({
    ...account,
    roles: account.roles.filter((role) => Object.hasOwn(ROLES, role)),
  }));
  const separated = known.filter(({ roles }) => areSeparated(new Set(roles)));
  const stated = known.map((account) => (separated.includes(account) ? { ...account, roles: [] } : account));
  await store.takeOverAccounts(issuer, stated, now);
  await store.alertSeparation(
    separated.map(({ subject }) => subject),
    now,
  );
  return { accounts: stated.length, separated: separated.map(({ username }) => username) };
}
