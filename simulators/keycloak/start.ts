import type { JWK } from 'jose';
import type { Simulator } from '#simulators/control/simulator.ts';
import { refuseUnknownMappers } from '#simulators/keycloak/claims.ts';
import { type Handler, startFaultyServer } from '#simulators/keycloak/faulty-server.ts';
import { issuerKeys } from '#simulators/keycloak/keys.ts';
import { login } from '#simulators/keycloak/login.ts';
import { LOGIN_PATH } from '#simulators/keycloak/pages.ts';
import { createProvider } from '#simulators/keycloak/provider.ts';
import { type Realm, readRealm } from '#simulators/keycloak/realm.ts';
import { userinfo } from '#simulators/keycloak/userinfo.ts';

export interface KeycloakOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** A Keycloak realm representation, `auth/realm/zhengfa-realm.json`. */
  readonly realmFile: string;
  /** Host name in `iss`; everyone must use the same. @default 'localhost' */
  readonly issuerHost?: string;
  /** Where the issuer's keys are kept; made at first start. @default none: new keys at each start */
  readonly keysFile?: string;
}

export interface KeycloakSimulator extends Simulator {
  readonly issuer: string;
}

const ENDPOINTS: ReadonlySet<string> = new Set(['auth', 'token', 'certs', 'userinfo', 'logout']);
const BAD_GATEWAY = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

/** Starts the Keycloak stand-in on loopback. Rejects with the system's error (`EADDRINUSE`) when the port is taken. */
export async function startKeycloak(options: KeycloakOptions): Promise<KeycloakSimulator> {
  const { port, realmFile, issuerHost = 'localhost', keysFile } = options;
  const realm = readRealm(realmFile);
  refuseUnknownMappers(realm);
  const keys = await issuerKeys(keysFile);
  const path = `/realms/${realm.realm}`;
  const issuerOf = (actualPort: number) => `http://${issuerHost}:${actualPort}${path}`;
  const server = await startFaultyServer({
    port,
    endpointOf: (pathname) => endpointOf(pathname, path),
    garbage: { 'html-jwks': { endpoint: 'certs', html: BAD_GATEWAY } },
    handler: (actualPort) => realmHandler(realm, issuerOf(actualPort), path, keys),
  });
  return { ...server, name: 'keycloak', issuer: issuerOf(server.port) };
}

/** Calls are counted by the last step of Keycloak's addresses. */
function endpointOf(pathname: string, path: string): string {
  if (pathname === `${path}${LOGIN_PATH}`) return 'login';
  if (pathname === `${path}/.well-known/openid-configuration`) return 'discovery';
  const step = pathname.startsWith(`${path}/protocol/openid-connect/`) ? pathname.split('/')[5] : undefined;
  return step && ENDPOINTS.has(step) ? step : 'other';
}

function realmHandler(realm: Realm, issuer: string, path: string, keys: JWK[]): Handler {
  const provider = createProvider(realm, issuer, keys);
  const oidc = provider.callback();
  const answerUserinfo = userinfo(realm, issuer, keys);
  return async (endpoint, request, response) => {
    if (endpoint === 'login') return login(provider, realm, request, response);
    if (endpoint === 'userinfo') return answerUserinfo(request, response);
    // `oidc-provider` takes the difference between the two for the path that it is mounted at.
    Object.assign(request, { originalUrl: request.url });
    if (request.url?.startsWith(path)) request.url = request.url.slice(path.length);
    return oidc(request, response);
  };
}
