import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKeycloak } from '#simulators/keycloak/start.ts';

export const CALLBACK = 'http://localhost:4000/login/callback';

const user = (username: string, realmRoles: string[], attributes?: Record<string, string[]>) => ({
  id: `id-of-${username}`,
  username,
  enabled: true,
  credentials: [{ type: 'password', value: 'demo' }],
  realmRoles,
  ...(attributes ? { attributes } : {}),
});
export const mapper = (protocolMapper: string, config: Record<string, string>) => ({
  name: protocolMapper,
  protocolMapper,
  config: { ...config, 'access.token.claim': 'true' },
});
const audience = mapper('oidc-audience-mapper', { 'included.client.audience': 'zhengfa-graph' });
const agency = mapper('oidc-usermodel-attribute-mapper', { 'user.attribute': 'agency', 'claim.name': 'agency' });

/** A small realm, so that these tests do not depend on the demo's. */
export const REALM = {
  realm: 'zhengfa',
  accessTokenLifespan: 900,
  roles: { realm: [] },
  users: [user('court.lin', ['court.judge'], { agency: ['COURT-379999'] }), user('nobody', [])],
  clients: [
    { clientId: 'zhengfa-graph', enabled: true, bearerOnly: true },
    { clientId: 'graph-cli', enabled: true, directAccessGrantsEnabled: true, protocolMappers: [audience, agency] },
    {
      clientId: 'graph-web',
      enabled: true,
      standardFlowEnabled: true,
      redirectUris: [CALLBACK],
      webOrigins: ['http://localhost:4000'],
      protocolMappers: [audience],
    },
  ],
};

/** The stand-in on a free port, with its files in a folder of its own, and the requests that tests make. */
export async function startFixture() {
  const folder = mkdtempSync(join(tmpdir(), 'keycloak-'));
  const realmFile = join(folder, 'realm.json');
  const keysFile = join(folder, 'keys', 'issuer.json');
  writeFileSync(realmFile, JSON.stringify(REALM));
  const keycloak = await startKeycloak({ port: 0, realmFile, keysFile });
  const at = (step: string) => `${keycloak.issuer}/protocol/openid-connect/${step}`;

  async function token(form: Record<string, string>) {
    const response = await fetch(at('token'), { method: 'POST', body: new URLSearchParams(form) });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
  const password = (username: string, more: Record<string, string> = {}) =>
    token({ grant_type: 'password', client_id: 'graph-cli', username, password: 'demo', ...more });

  return {
    ...{ keycloak, folder, realmFile, keysFile, at, token, password },
    accessToken: async (username: string, more: Record<string, string> = {}) =>
      String((await password(username, more)).body.access_token),
    async close() {
      await keycloak.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type Fixture = Awaited<ReturnType<typeof startFixture>>;
