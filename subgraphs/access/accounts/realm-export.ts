import type { StatedAccount } from '#subgraphs/access/store/accounts.ts';

interface RealmRole {
  readonly name: string;
  readonly composites?: { readonly realm?: readonly string[] };
}

interface RealmGroup {
  readonly path: string;
  readonly realmRoles?: readonly string[];
  readonly subGroups?: readonly RealmGroup[];
}

interface RealmUser {
  readonly id: string;
  readonly username: string;
  readonly enabled?: boolean;
  readonly realmRoles?: readonly string[];
  readonly groups?: readonly string[];
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
}

interface RealmExport {
  readonly roles?: { readonly realm?: readonly RealmRole[] };
  readonly groups?: readonly RealmGroup[];
  readonly users: readonly RealmUser[];
}

/**
 * The accounts of a Keycloak realm export (`kc.sh export`, one file with its users), each with the realm roles that its tokens will carry:
 * its own, those of its groups, and what composite roles hold. Throws an Error with one sentence where the text is no such export; it
 * quotes nothing, since an export holds password hashes.
 */
export function readRealmExport(text: string): StatedAccount[] {
  const realm = parse(text);
  const composites = new Map(realm.roles?.realm?.map(({ name, composites: parts }) => [name, parts?.realm ?? []]));
  const groups = new Map(allGroups(realm.groups ?? []).map(({ path, realmRoles }) => [path, realmRoles ?? []]));
  return realm.users.map((user) => {
    if (typeof user.id !== 'string' || typeof user.username !== 'string') throw noExport();
    const direct = [...(user.realmRoles ?? []), ...(user.groups ?? []).flatMap((path) => groupRoles(groups, path))];
    return {
      subject: user.id,
      username: user.username,
      agency: attribute(user, 'agency'),
      staffNo: attribute(user, 'staffNo'),
      licenceNo: attribute(user, 'licenceNo'),
      enabled: user.enabled === true,
      roles: [...withParts(direct, composites)].sort(),
    };
  });
}

function parse(text: string): RealmExport {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw noExport();
  }
  if (typeof value !== 'object' || value === null || !('users' in value) || !Array.isArray(value.users))
    throw noExport();
  return value as RealmExport;
}

function noExport(): Error {
  return new Error(
    '文件不是带有用户的 Keycloak 域导出 / the file is no Keycloak realm export with its users (kc.sh export --users realm_file)',
  );
}

function attribute({ attributes }: RealmUser, name: string): string | null {
  return (attributes && Object.hasOwn(attributes, name) && attributes[name]?.[0]) || null;
}

function allGroups(groups: readonly RealmGroup[]): RealmGroup[] {
  return groups.flatMap((group) => [group, ...allGroups(group.subGroups ?? [])]);
}

/** A member of `/a/b` has the roles of `/a` too. */
function groupRoles(groups: ReadonlyMap<string, readonly string[]>, path: string): string[] {
  const parts = path.split('/');
  return parts.flatMap((_, index) => groups.get(parts.slice(0, index + 1).join('/')) ?? []);
}

/** Composites may hold composites, and each other. */
function withParts(roles: readonly string[], composites: ReadonlyMap<string, readonly string[]>): Set<string> {
  const all = new Set<string>();
  for (const waiting = [...roles]; waiting.length > 0; ) {
    const role = waiting.pop() ?? '';
    if (all.has(role)) continue;
    all.add(role);
    waiting.push(...(composites.get(role) ?? []));
  }
  return all;
}
