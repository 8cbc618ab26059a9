import type { Provider, ResourceServer } from 'oidc-provider';
import { authenticate, clientOf, type Realm } from '#simulators/keycloak/realm.ts';
import { RESOURCE, SCOPES, sessionId } from '#simulators/keycloak/session.ts';

/** Resource owner password credentials (RFC 6749 §4.3), which `oidc-provider` leaves out on purpose, with Keycloak's answers. */
export function registerPasswordGrant(provider: Provider, realm: Realm, resourceServer: ResourceServer): void {
  provider.registerGrantType<{ username?: string; password?: string }>(
    'password',
    async (ctx) => {
      const { client, params } = ctx.oidc;
      const refuse = (error: string, description: string) => {
        ctx.status = 400;
        ctx.body = { error, error_description: description };
      };
      if (!clientOf(realm, client.clientId).directAccessGrantsEnabled) {
        return refuse('unauthorized_client', 'Client not allowed for direct access grants');
      }
      const user = authenticate(realm, params.username, params.password);
      if (!user) return refuse('invalid_grant', 'Invalid user credentials');
      const scopes = new Set(['profile', ...(params.scope ?? '').split(' ').filter(Boolean)]);
      if ([...scopes].some((scope) => !SCOPES.includes(scope)))
        return refuse('invalid_scope', `Invalid scopes: ${params.scope}`);
      const sid = sessionId();
      const token = new provider.AccessToken({
        accountId: user.id,
        client,
        grantId: sid,
        gty: 'password',
        resourceServer: new provider.ResourceServer(RESOURCE, resourceServer),
        scope: [...scopes].join(' '),
        sessionUid: sid,
      });
      ctx.body = {
        access_token: await token.save(),
        expires_in: token.expiration,
        refresh_expires_in: 0,
        token_type: 'Bearer',
        'not-before-policy': 0,
        session_state: sid,
        scope: token.scope,
      };
    },
    ['username', 'password', 'scope'],
  );
}
