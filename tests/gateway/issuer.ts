import { type Issuer, type SigningKey, sign, signingKey, startIssuer } from '#auth/tokens/issuer.fixture.ts';

export const AUDIENCE = 'library';
/** What the generic mode accepts. */
export const ALGORITHMS = ['RS256', 'PS256', 'ES256'] as const;

export interface TokenRequest {
  readonly scope?: unknown;
  readonly policies?: unknown;
  /** Claims over the usual ones; undefined takes one away. */
  readonly claims?: Record<string, unknown>;
  /** @default RS256 */
  readonly key?: SigningKey;
}

/** An OpenID provider as far as a resource server sees it: discovery, a key for each algorithm, tokens. */
export async function startOpenIdIssuer() {
  const keys = new Map<string, SigningKey>();
  for (const algorithm of ALGORITHMS) keys.set(algorithm, await signingKey(`key-${algorithm}`, algorithm));
  const server: Issuer = await startIssuer([...keys.values()].map(({ jwk }) => jwk));
  const issuer = `${server.origin}/tenant`;
  const configuration = JSON.stringify({ issuer, jwks_uri: `${server.origin}/tenant/keys` });
  server.answer = (response) => {
    if (response.req.url === '/tenant/keys') return server.answerKeys(response);
    const found = response.req.url === '/tenant/.well-known/openid-configuration';
    return response
      .writeHead(found ? 200 : 404, { 'content-type': 'application/json' })
      .end(found ? configuration : '{}');
  };
  return {
    issuer,
    keyFor: (algorithm: string): SigningKey => {
      const key = keys.get(algorithm);
      if (key === undefined) throw new Error(`no key for ${algorithm}`);
      return key;
    },
    /** The value of an Authorization header. */
    async bearer({ scope, policies, claims = {}, key = keys.get('RS256') }: TokenRequest = {}): Promise<string> {
      const now = Math.floor(Date.now() / 1000);
      const usual = { iss: issuer, aud: AUDIENCE, sub: 'somebody', iat: now, exp: now + 300, scope, policies };
      const given = Object.entries({ ...usual, ...claims }).filter(([, value]) => value !== undefined);
      return `Bearer ${await sign(key as SigningKey, Object.fromEntries(given))}`;
    },
    close: () => server.close(),
  };
}

export type OpenIdIssuer = Awaited<ReturnType<typeof startOpenIdIssuer>>;
