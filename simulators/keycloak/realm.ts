import { readFileSync } from 'node:fs';

/** The part of a Keycloak realm representation that the stand-in and the token command use. */
export interface Realm {
  readonly realm: string;
  /** Seconds. */
  readonly accessTokenLifespan: number;
  readonly roles: { readonly realm: readonly RealmRole[] };
  readonly users: readonly RealmUser[];
  readonly clients: readonly RealmClient[];
}

export interface RealmRole {
  readonly name: string;
  readonly description: string;
}

export interface RealmUser {
  /** Becomes `sub`. */
  readonly id: string;
  readonly username: string;
  readonly enabled: boolean;
  readonly credentials: readonly { readonly type: string; readonly value: string }[];
  readonly realmRoles: readonly string[];
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
}

export interface RealmClient {
  readonly clientId: string;
  readonly enabled: boolean;
  readonly bearerOnly?: boolean;
  readonly standardFlowEnabled?: boolean;
  readonly directAccessGrantsEnabled?: boolean;
  readonly redirectUris?: readonly string[];
  readonly webOrigins?: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  readonly protocolMappers?: readonly ProtocolMapper[];
}

export interface ProtocolMapper {
  readonly name: string;
  readonly protocolMapper: string;
  readonly config: Readonly<Record<string, string>>;
}

/** Reads a realm file. Throws an `Error` that names the file when it cannot be read or is no realm. */
export function readRealm(file: string): Realm {
  try {
    const realm = JSON.parse(readFileSync(file, 'utf8')) as Partial<Realm>;
    for (const part of ['realm', 'accessTokenLifespan', 'roles', 'users', 'clients'] as const) {
      if (!realm[part]) throw new Error(`it has no ${part}`);
    }
    return realm as Realm;
  } catch (cause) {
    throw new Error(`${file} is not a realm file`, { cause });
  }
}

export function userOf(realm: Realm, username: unknown): RealmUser | undefined {
  return realm.users.find((user) => user.enabled && user.username === username);
}

/** The user whose name and password these are. */
export function authenticate(realm: Realm, username: unknown, password: unknown): RealmUser | undefined {
  const user = userOf(realm, username);
  return user?.credentials.some(({ type, value }) => type === 'password' && value === password) ? user : undefined;
}

/** Throws an `Error` when the realm has no such client. */
export function clientOf(realm: Realm, clientId: string): RealmClient {
  const client = realm.clients.find((candidate) => candidate.clientId === clientId);
  if (!client) throw new Error(`the realm has no client ${clientId}`);
  return client;
}
