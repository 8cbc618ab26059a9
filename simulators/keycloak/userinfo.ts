import type { IncomingMessage, ServerResponse } from 'node:http';
import { createLocalJWKSet, type JWK, jwtVerify } from 'jose';
import type { Realm } from '#simulators/keycloak/realm.ts';

/** OpenID Connect Core §5.3 as Keycloak answers it: 401 for a token that is not good, 403 for one without the scope openid. */
export function userinfo(realm: Realm, issuer: string, keys: readonly JWK[]) {
  const published = createLocalJWKSet({
    keys: keys.map(({ kty, n, e, kid, alg, use }) => ({ kty, n, e, kid, alg, use }) as JWK),
  });

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refuse = (status: number, error: string, description: string) => {
      const challenge = `Bearer realm="${realm.realm}", error="${error}", error_description="${description}"`;
      response.writeHead(status, { 'www-authenticate': challenge }).end();
    };
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const verified = await jwtVerify(token, published, { issuer, requiredClaims: ['exp'] }).catch(() => undefined);
    const user = realm.users.find(({ id }) => id === verified?.payload.sub);
    if (!verified || !user) return refuse(401, 'invalid_token', 'Token verification failed');
    if (!String(verified.payload.scope).split(' ').includes('openid')) {
      return refuse(403, 'insufficient_scope', 'Missing openid scope');
    }
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ sub: user.id, preferred_username: user.username }));
  };
}
