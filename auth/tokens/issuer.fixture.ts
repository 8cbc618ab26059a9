import type { webcrypto } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

export interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: webcrypto.CryptoKey;
  readonly jwk: JWK;
}

export async function signingKey(kid: string, alg = 'RS256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

/** A real HTTP server that publishes keys, counts how often it is asked, and answers as a test tells it to. */
export async function startIssuer(keys: readonly JWK[]) {
  const answerKeys = (response: ServerResponse) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: state.keys }));
  const state = { keys, fetches: 0, answer: answerKeys as (response: ServerResponse) => void };
  const server = createServer((_request, response) => {
    state.fetches += 1;
    state.answer(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, {
    answerKeys,
    origin,
    issuer: `${origin}/realms/zhengfa`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  });
}

export type Issuer = Awaited<ReturnType<typeof startIssuer>>;

const seconds = () => Math.floor(Date.now() / 1000);

/** Claims of a good token for `zhengfa-graph`; `undefined` in `change` takes a claim away. */
export function goodClaims(issuer: string, change: Record<string, unknown> = {}): JWTPayload {
  const claims = {
    iss: issuer,
    aud: 'zhengfa-graph',
    sub: '5a480000-0000-4000-8000-000000000010',
    typ: 'Bearer',
    iat: seconds(),
    exp: seconds() + 900,
    ...change,
  };
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

export function sign(key: SigningKey, claims: JWTPayload, header: Record<string, unknown> = {}): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: key.alg, typ: 'JWT', kid: key.kid, ...header })
    .sign(key.privateKey);
}

/** A token that `jose` would not make: any header, any signature. */
export function handMade(header: object, claims: object, signature = ''): string {
  return [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat(signature)
    .join('.');
}
