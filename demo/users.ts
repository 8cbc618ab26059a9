import { fileURLToPath } from 'node:url';
import { type Realm, readRealm } from '#simulators/keycloak/realm.ts';

/** The realm file that the stand-in and a real Keycloak read. */
export const REALM_FILE = fileURLToPath(new URL('../auth/realm/zhengfa-realm.json', import.meta.url));

export interface DemoUser {
  /** The account's fixed id, `sub` in tokens. */
  readonly sub: string;
  readonly username: string;
  readonly password: string;
  readonly roles: readonly string[];
  /** What the roles are called, Chinese then English: `法官 judge`. */
  readonly title: string;
  /** Agency code; null for parties. */
  readonly agency: string | null;
}

/** The demo users in the order of the realm file. Throws an `Error` when the file cannot be read. */
export function demoUsers(file = REALM_FILE): DemoUser[] {
  const realm = readRealm(file);
  return realm.users.map(({ id, username, credentials, realmRoles, attributes }) => ({
    sub: id,
    username,
    password: credentials[0]?.value ?? '',
    roles: realmRoles,
    title: realmRoles.map((role) => titleOf(realm, role)).join('、'),
    agency: attributes?.agency?.[0] ?? null,
  }));
}

function titleOf(realm: Realm, role: string): string {
  return realm.roles.realm.find(({ name }) => name === role)?.description ?? role;
}

/** One line for each user: name, agency, title. */
export function listUsers(users: readonly DemoUser[]): string {
  const width = (pick: (user: DemoUser) => string) => Math.max(...users.map((user) => pick(user).length)) + 2;
  const name = width(({ username }) => username);
  const agency = width((user) => user.agency ?? '');
  return users
    .map((user) => `  ${user.username.padEnd(name)}${(user.agency ?? '').padEnd(agency)}${user.title}`)
    .join('\n');
}
