import { randomUUID } from 'node:crypto';
import type { ProtocolMapper, Realm, RealmClient, RealmUser } from '#simulators/keycloak/realm.ts';

export interface TokenRequest {
  readonly client: RealmClient;
  readonly user: RealmUser;
  readonly grant: 'password' | 'authorization_code';
  readonly scope: string;
  readonly sid: string;
}

/**
 * What Keycloak 26.7 writes into an access token beside `exp`, `iat` and `iss`: its default client scopes basic, profile, roles, web-origins and acr,
 * then the client's own mappers. A claim without a value is absent: no `realm_access` for a user without a role.
 */
export function accessTokenClaims({ client, user, grant, scope, sid }: TokenRequest): Record<string, unknown> {
  const mapped = (client.protocolMappers ?? []).map((mapper) => applyMapper(mapper, user));
  const audiences = mapped.flatMap(({ audience }) => audience ?? []);
  return {
    jti: `${grant === 'password' ? 'onrtro' : 'onrtac'}:${randomUUID()}`,
    ...(audiences.length > 0 ? { aud: audiences.length === 1 ? audiences[0] : audiences } : {}),
    sub: user.id,
    typ: 'Bearer',
    azp: client.clientId,
    sid,
    acr: '1',
    ...(client.webOrigins?.length ? { 'allowed-origins': client.webOrigins } : {}),
    ...(user.realmRoles.length > 0 ? { realm_access: { roles: user.realmRoles } } : {}),
    scope,
    preferred_username: user.username,
    ...Object.assign({}, ...mapped.map(({ claims }) => claims)),
  };
}

interface Mapped {
  readonly audience?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
}

type Mapping = (config: ProtocolMapper['config'], user: RealmUser) => Mapped;

const MAPPINGS: ReadonlyMap<string, Mapping> = new Map<string, Mapping>([
  ['oidc-audience-mapper', ({ 'included.client.audience': audience }) => (audience ? { audience } : {})],
  [
    'oidc-usermodel-attribute-mapper',
    (config, user) => {
      const values = user.attributes?.[config['user.attribute'] ?? ''] ?? [];
      if (values.length === 0) return {};
      return { claims: { [config['claim.name'] ?? '']: config.multivalued === 'true' ? values : values[0] } };
    },
  ],
]);

function applyMapper({ protocolMapper, config }: ProtocolMapper, user: RealmUser): Mapped {
  return config['access.token.claim'] === 'true' ? (MAPPINGS.get(protocolMapper)?.(config, user) ?? {}) : {};
}

/** A mapper that is not imitated would make our tokens differ from the real ones, silently. */
export function refuseUnknownMappers(realm: Realm): void {
  for (const { clientId, protocolMappers = [] } of realm.clients) {
    for (const { name, protocolMapper } of protocolMappers) {
      if (!MAPPINGS.has(protocolMapper))
        throw new Error(`client ${clientId}, mapper "${name}": the stand-in does not know ${protocolMapper}`);
    }
  }
}
