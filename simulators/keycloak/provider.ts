import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import { type ClientMetadata, type Configuration, Provider, type ResourceServer } from 'oidc-provider';
import { accessTokenClaims } from '#simulators/keycloak/claims.ts';
import { memoryAdapter } from '#simulators/keycloak/memory-adapter.ts';
import { LOGIN_PATH, page } from '#simulators/keycloak/pages.ts';
import { registerPasswordGrant } from '#simulators/keycloak/password-grant.ts';
import { clientOf, type Realm, type RealmClient } from '#simulators/keycloak/realm.ts';
import { RESOURCE, SCOPES, sessionId } from '#simulators/keycloak/session.ts';

/** `oidc-provider` dressed as a Keycloak realm at `issuer`; it answers below the path of the issuer. */
export function createProvider(realm: Realm, issuer: string, keys: JWK[]): Provider {
  const resourceServer: ResourceServer = {
    scope: SCOPES.join(' '),
    accessTokenFormat: 'jwt',
    accessTokenTTL: realm.accessTokenLifespan,
    jwt: { sign: { alg: 'RS256' } },
  };
  const provider = new Provider(issuer, { ...configuration(realm, issuer, resourceServer), jwks: { keys } });
  registerPasswordGrant(provider, realm, resourceServer);
  return provider;
}

function configuration(realm: Realm, issuer: string, resourceServer: ResourceServer): Configuration {
  const base = '/protocol/openid-connect';
  return {
    adapter: memoryAdapter(),
    clients: realm.clients.filter(({ bearerOnly, enabled }) => enabled && !bearerOnly).map(clientMetadata),
    clientBasedCORS: (_ctx, origin, client) => clientOf(realm, client.clientId).webOrigins?.includes(origin) ?? false,
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    discovery: { userinfo_endpoint: `${issuer}${base}/userinfo` },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      // Or the key for encryption, which Keycloak always publishes, would be refused.
      encryption: { enabled: true },
      // The real one takes JWT access tokens there; this one would not, so `userinfo.ts` answers.
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resourceServer,
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(ctx, form) {
          ctx.body = page(
            '退出登录 Log out',
            `${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">确定 Log out</button>`,
          );
        },
        postLogoutSuccessSource(ctx) {
          ctx.body = page('已退出 Logged out', '');
        },
      },
    },
    findAccount: (_ctx, sub) => {
      const user = realm.users.find(({ id }) => id === sub);
      return user && { accountId: sub, claims: () => ({ sub, preferred_username: user.username }) };
    },
    formats: {
      customizers: {
        jwt(_ctx, token, parts) {
          if (token.kind !== 'AccessToken') return;
          const user = realm.users.find(({ id }) => id === token.accountId);
          if (!user || !token.clientId) throw new Error('an access token without a user or a client');
          const { iss, iat, exp } = parts.payload;
          const grant = token.gty === 'password' ? 'password' : 'authorization_code';
          const request = {
            client: clientOf(realm, token.clientId),
            user,
            grant,
            scope: token.scope ?? '',
            sid: token.sessionUid ?? sessionId(),
          } as const;
          parts.header = { typ: 'JWT' };
          parts.payload = { iss, iat, exp, ...accessTokenClaims(request) };
        },
      },
    },
    interactions: { url: (_ctx, { uid }) => `${new URL(issuer).pathname}${LOGIN_PATH}?execution=${uid}` },
    /** Keycloak asks nobody for consent unless a client demands it. */
    async loadExistingGrant({ oidc: { provider, client, session } }) {
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(SCOPES.join(' '));
      grant.addResourceScope(RESOURCE, SCOPES.join(' '));
      await grant.save();
      return grant;
    },
    renderError(ctx, { error }) {
      ctx.body = page('无法继续 We are sorry', `<p>${error}</p>`);
    },
    responseTypes: ['code'],
    routes: {
      authorization: `${base}/auth`,
      token: `${base}/token`,
      jwks: `${base}/certs`,
      userinfo: `${base}/userinfo`,
      end_session: `${base}/logout`,
    },
    scopes: SCOPES,
    // Named here since the defaults print a notice when they are used.
    ttl: {
      AccessToken: realm.accessTokenLifespan,
      AuthorizationCode: 60,
      Grant: 36_000,
      IdToken: 300,
      Interaction: 1800,
      Session: 1800,
    },
  };
}

function clientMetadata(client: RealmClient): ClientMetadata {
  const postLogout = client.attributes?.['post.logout.redirect.uris'];
  return {
    client_id: client.clientId,
    token_endpoint_auth_method: 'none',
    // A client that may not use the password grant is told so by its handler, in Keycloak's words.
    grant_types: ['password', ...(client.standardFlowEnabled ? (['authorization_code'] as const) : [])],
    response_types: client.standardFlowEnabled ? ['code'] : [],
    redirect_uris: [...(client.redirectUris ?? [])],
    post_logout_redirect_uris: postLogout ? postLogout.split('##') : [],
  };
}
