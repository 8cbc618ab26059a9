import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  goodClaims,
  type Issuer,
  type SigningKey,
  sign,
  signingKey,
  startIssuer,
} from '#auth/tokens/issuer.fixture.ts';
import { createTokenVerifier } from '#auth/tokens/verifier.ts';

let key: SigningKey;
let next: SigningKey;
let issuer: Issuer;

beforeAll(async () => {
  [key, next] = await Promise.all([signingKey('key-1'), signingKey('key-2')]);
  issuer = await startIssuer([key.jwk]);
});
afterEach(() => {
  issuer.keys = [key.jwk];
  issuer.fetches = 0;
  issuer.answer = issuer.answerKeys;
});
afterAll(() => issuer.close());

const header = async (by = key) => `Bearer ${await sign(by, goodClaims(issuer.issuer))}`;

/** A verifier whose clock the test moves, with a JWKS timeout short enough to be waited for. */
function clocked() {
  const clock = { now: Date.now() };
  const verifier = createTokenVerifier({
    issuer: issuer.issuer,
    audience: 'zhengfa-graph',
    jwksTimeoutMs: 200,
    jwksCooldownMs: 10_000,
    now: () => clock.now,
  });
  return { clock, verifier };
}

describe('the issuer’s keys', () => {
  it('are fetched once for many requests at the same time', async () => {
    const { verifier } = clocked();
    const headers = await Promise.all(Array.from({ length: 20 }, () => header()));
    await Promise.all(headers.map((each) => verifier.verify(each)));
    expect(issuer.fetches).toBe(1);
  });

  it('are not fetched again for 200 unknown key ids', async () => {
    const { verifier } = clocked();
    await verifier.verify(await header());
    for (let i = 0; i < 200; i += 1) {
      await expect(verifier.verify(await header({ ...next, kid: `unknown-${i}` }))).rejects.toMatchObject({
        refusal: 'UNKNOWN_KEY',
      });
    }
    expect(issuer.fetches).toBe(1);
  });

  it('are picked up after a rotation, and the old ones still count while published', async () => {
    const { clock, verifier } = clocked();
    await verifier.verify(await header());
    issuer.keys = [next.jwk, key.jwk];
    clock.now += 10_000;
    await expect(verifier.verify(await header(next))).resolves.toMatchObject({ kind: 'caller' });
    await expect(verifier.verify(await header(key))).resolves.toMatchObject({ kind: 'caller' });
    expect(issuer.fetches).toBe(2);
  });

  it('come from https, or plain http on loopback only', () => {
    const from = (jwksUri: string) => () =>
      createTokenVerifier({ issuer: issuer.issuer, audience: 'zhengfa-graph', jwksUri });
    expect(from('http://keycloak.example/certs')).toThrow(/https/);
    expect(from('http://127.0.0.1.example/certs')).toThrow(/https/);
    expect(from('https://keycloak.example/certs')).not.toThrow();
  });
});

describe('an issuer that fails', () => {
  const failures: Record<string, Issuer['answer']> = {
    'hangs before the header': () => {},
    'hangs in the body': (response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"keys":'),
    'answers HTML with 200': (response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Welcome to nginx</body></html>'),
    'answers an empty body': (response) => response.writeHead(200).end(),
    'answers a huge body': (response) =>
      response.writeHead(200).end(JSON.stringify({ keys: [], pad: 'x'.repeat(1_000_000) })),
    'answers a list': (response) => response.writeHead(200).end('[]'),
    'answers keys that are no list': (response) => response.writeHead(200).end('{"keys":{"0":1}}'),
    'answers 500': (response) => response.writeHead(500).end(JSON.stringify({ keys: [] })),
    'redirects elsewhere': (response) => response.writeHead(302, { location: `${issuer.origin}/elsewhere` }).end(),
    'cuts the connection': (response) => response.destroy(),
  };

  it.each(Object.entries(failures))('%s is refused, as a thing that may pass later', async (_name, answer) => {
    const { clock, verifier } = clocked();
    issuer.answer = answer;
    await expect(verifier.verify(await header())).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      refusal: 'ISSUER_UNREACHABLE',
      retryable: true,
    });
    expect(issuer.fetches).toBe(1);

    issuer.answer = issuer.answerKeys;
    clock.now += 1000;
    await expect(verifier.verify(await header())).resolves.toMatchObject({ kind: 'caller' });
  });

  it('is left alone for a second: 200 requests in a row cause one fetch', async () => {
    const { verifier } = clocked();
    issuer.answer = failures['answers HTML with 200'] ?? issuer.answerKeys;
    for (let i = 0; i < 200; i += 1) {
      await expect(verifier.verify(await header())).rejects.toMatchObject({ refusal: 'ISSUER_UNREACHABLE' });
    }
    expect(issuer.fetches).toBe(1);
  });

  it('does not disturb callers whose key is known', async () => {
    const { clock, verifier } = clocked();
    await verifier.verify(await header());
    issuer.answer = failures['hangs before the header'] ?? issuer.answerKeys;
    clock.now += 10_000;
    const waiting = verifier.verify(await header(next));
    await expect(verifier.verify(await header())).resolves.toMatchObject({ kind: 'caller' });
    await expect(waiting).rejects.toMatchObject({ refusal: 'ISSUER_UNREACHABLE' });
  });

  it('passes over members of the key set that are no keys', async () => {
    const { verifier } = clocked();
    issuer.answer = (response) =>
      response.writeHead(200).end(JSON.stringify({ keys: [null, 7, { kty: 'new' }, key.jwk] }));
    await expect(verifier.verify(await header())).resolves.toMatchObject({ kind: 'caller' });
  });

  it('is refused when it is not there at all', async () => {
    const gone = await startIssuer([]);
    await gone.close();
    const verifier = createTokenVerifier({ issuer: gone.issuer, audience: 'zhengfa-graph' });
    await expect(verifier.verify(`Bearer ${await sign(key, goodClaims(gone.issuer))}`)).rejects.toMatchObject({
      refusal: 'ISSUER_UNREACHABLE',
    });
  });
});
