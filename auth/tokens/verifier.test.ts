import { createHmac, type webcrypto } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { calculateJwkThumbprint, exportSPKI, importJWK } from 'jose';
import { callerFromClaims } from '#auth/caller.ts';
import {
  goodClaims,
  handMade,
  type Issuer,
  type SigningKey,
  sign,
  signingKey,
  startIssuer,
} from '#auth/tokens/issuer.fixture.ts';
import type { TokenRefusal } from '#auth/tokens/token-error.ts';
import {
  createTokenVerifier,
  type TokenVerifier,
  type TokenVerifierOptions,
  type Verified,
} from '#auth/tokens/verifier.ts';

let key: SigningKey;
let stranger: SigningKey;
let issuer: Issuer;
let verifier: TokenVerifier;

beforeAll(async () => {
  [key, stranger] = await Promise.all([signingKey('key-1'), signingKey('key-2')]);
  issuer = await startIssuer([key.jwk]);
  verifier = verifierOf();
});
afterEach(() => {
  issuer.keys = [key.jwk];
  issuer.answer = issuer.answerKeys;
});
afterAll(() => issuer.close());

const verifierOf = (change: Partial<TokenVerifierOptions> = {}) =>
  createTokenVerifier({ issuer: issuer.issuer, audience: 'zhengfa-graph', ...change });
const claimsOf = (change: Record<string, unknown> = {}) => goodClaims(issuer.issuer, change);
const bearer = async (change: Record<string, unknown> = {}, header: Record<string, unknown> = {}) =>
  `Bearer ${await sign(key, claimsOf(change), header)}`;
const now = () => Math.floor(Date.now() / 1000);

async function expectRefused(
  header: string | Promise<string>,
  refusal: TokenRefusal,
  by: TokenVerifier = verifier,
): Promise<void> {
  const text = await header;
  const error = await by.verify(text).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({
    code: 'UNAUTHENTICATED',
    refusal,
    en: expect.stringMatching(/\w/),
    message: expect.stringMatching(/\p{Script=Han}/u),
  });
  const token = text.split(' ').at(-1) ?? '';
  if (token.length > 20) expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain(token);
}

const subject = (verified: Verified) => (verified.kind === 'caller' ? verified.claims.sub : verified.kind);

describe('accepts', () => {
  it('no header as an anonymous caller', async () => {
    expect(await verifier.verify(undefined)).toEqual({ kind: 'anonymous' });
  });

  it('a good token and gives its claims', async () => {
    const verified = await verifier.verify(await bearer({ preferred_username: 'court.lin' }));
    expect(verified).toMatchObject({ kind: 'caller', claims: { preferred_username: 'court.lin', iss: issuer.issuer } });
  });

  it.each(['bearer', 'BEARER', 'bEaReR'])('the scheme written %s', async (scheme) => {
    expect(subject(await verifier.verify((await bearer()).replace('Bearer', scheme)))).toBe(claimsOf().sub);
  });

  it('an audience that is a list with ours in it', async () => {
    expect(subject(await verifier.verify(await bearer({ aud: ['account', 'zhengfa-graph'] })))).toBe(claimsOf().sub);
  });

  it('a token that expired within the tolerated skew', async () => {
    expect(subject(await verifier.verify(await bearer({ exp: now() - 5 })))).toBe(claimsOf().sub);
  });

  it('the type at+jwt, and a token without a type claim', async () => {
    expect(subject(await verifier.verify(await bearer({ typ: undefined }, { typ: 'at+jwt' })))).toBe(claimsOf().sub);
  });

  it.each(['PS256', 'ES256'])('%s where the options name it', async (alg) => {
    const other = await signingKey('key-3', alg);
    issuer.keys = [key.jwk, other.jwk];
    const generic = verifierOf({ algorithms: ['RS256', 'PS256', 'ES256'] });
    expect(subject(await generic.verify(`Bearer ${await sign(other, claimsOf())}`))).toBe(claimsOf().sub);
    await expectRefused(`Bearer ${await sign(other, claimsOf())}`, 'ALGORITHM');
  });
});

describe('refuses as a header', () => {
  it.each([
    ['an empty one', ''],
    ['another scheme', 'Basic Y291cnQubGluOmRlbW8='],
    ['no token', 'Bearer'],
    ['an empty token', 'Bearer '],
    ['a token that is no JWT', 'Bearer demo'],
  ])('%s', (_name, header) => expectRefused(header, 'MALFORMED_HEADER'));

  it('a bare token', async () => expectRefused((await bearer()).slice('Bearer '.length), 'MALFORMED_HEADER'));
  it('two tokens', async () => expectRefused(`${await bearer()} ${(await bearer()).slice(7)}`, 'MALFORMED_HEADER'));
  it('two headers joined', async () => expectRefused(`${await bearer()}, ${await bearer()}`, 'MALFORMED_HEADER'));
  it('a line break', async () => expectRefused(`${await bearer()}\r\nx: y`, 'MALFORMED_HEADER'));
});

describe('refuses for the signature', () => {
  it('alg none', () => expectRefused(`Bearer ${handMade({ alg: 'none' }, claimsOf())}`, 'ALGORITHM'));
  it('alg None with the key id', () =>
    expectRefused(`Bearer ${handMade({ alg: 'None', kid: key.kid }, claimsOf())}`, 'ALGORITHM'));

  it('HS256 with the public key as the secret', async () => {
    const publicKey = await importJWK(key.jwk, 'RS256', { extractable: true });
    const unsigned = handMade({ alg: 'HS256', typ: 'JWT', kid: key.kid }, claimsOf()).slice(0, -1);
    for (const secret of [await exportSPKI(publicKey as webcrypto.CryptoKey), JSON.stringify(key.jwk)]) {
      await expectRefused(
        `Bearer ${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`,
        'ALGORITHM',
      );
    }
  });

  it('another key under a known id', async () =>
    expectRefused(`Bearer ${await sign({ ...stranger, kid: key.kid }, claimsOf())}`, 'SIGNATURE'));
  it('an unknown key id', async () => expectRefused(`Bearer ${await sign(stranger, claimsOf())}`, 'UNKNOWN_KEY'));

  it('a key that the token brings along', async () => {
    const kid = await calculateJwkThumbprint(stranger.jwk);
    await expectRefused(`Bearer ${await sign(stranger, claimsOf(), { jwk: stranger.jwk, kid })}`, 'UNKNOWN_KEY');
    await expectRefused(`Bearer ${await sign(stranger, claimsOf(), { jwk: stranger.jwk, kid: key.kid })}`, 'SIGNATURE');
  });

  it('a key that is published for encryption', async () => {
    issuer.keys = [{ ...key.jwk, use: 'enc' }];
    await expectRefused(bearer(), 'UNKNOWN_KEY', verifierOf());
  });

  it('a claim changed after signing', async () => {
    const [header, , signature] = (await sign(key, claimsOf())).split('.');
    const changed = Buffer.from(JSON.stringify(claimsOf({ sub: 'other' }))).toString('base64url');
    await expectRefused(`Bearer ${header}.${changed}.${signature}`, 'SIGNATURE');
  });

  it('an unknown critical header', () =>
    expectRefused(
      `Bearer ${handMade({ alg: 'RS256', kid: key.kid, crit: ['exp-later'], 'exp-later': 1 }, claimsOf(), 'AAAA')}`,
      'MALFORMED_TOKEN',
    ));
  it('rubbish in three parts', () => expectRefused('Bearer aaaa.bbbb.cccc', 'MALFORMED_TOKEN'));
});

describe('refuses for the claims', () => {
  it('a foreign issuer', async () => expectRefused(bearer({ iss: 'http://localhost:8280/realms/other' }), 'ISSUER'));
  it('no issuer', async () => expectRefused(bearer({ iss: undefined }), 'ISSUER'));
  it('ten thousand roles, though rightly signed: no caller is made of it', async () => {
    const roles = Array.from({ length: 10_000 }, (_, index) => `court.judge.${index}`);
    const verified = await verifier.verify(await bearer({ realm_access: { roles } }));
    expect(() => verified.kind === 'caller' && callerFromClaims(verified.claims)).toThrow(
      expect.objectContaining({ code: 'UNAUTHENTICATED' }),
    );
  });
  it.each([
    ['the other realm', 'http://localhost:8280/realms/master'],
    ['a realm in capitals', 'http://localhost:8280/realms/ZHENGFA'],
    ['a realm with a look-alike', 'http://localhost:8280/realms/zhеngfa'],
    ['a realm above', 'http://localhost:8280/realms/zhengfa/../other'],
  ])('an issuer that is %s', async (_what, iss) => expectRefused(bearer({ iss }), 'ISSUER'));
  it('an issuer that differs by a slash', async () => expectRefused(bearer({ iss: `${issuer.issuer}/` }), 'ISSUER'));
  it('a wrong audience', async () => expectRefused(bearer({ aud: 'account' }), 'AUDIENCE'));
  it('no audience', async () => expectRefused(bearer({ aud: undefined }), 'AUDIENCE'));
  it('an audience that merely contains ours', async () =>
    expectRefused(bearer({ aud: 'not-zhengfa-graph' }), 'AUDIENCE'));
  it('an expired token', async () => expectRefused(bearer({ exp: now() - 60 }), 'EXPIRED'));
  it('a token not yet valid', async () => expectRefused(bearer({ nbf: now() + 60 }), 'NOT_YET_VALID'));
  it('no exp', async () => expectRefused(bearer({ exp: undefined }), 'CLAIMS'));
  it('exp as text', async () => expectRefused(bearer({ exp: String(now() + 900) }), 'CLAIMS'));
  it('no iat', async () => expectRefused(bearer({ iat: undefined }), 'CLAIMS'));
  it('iat as text', async () => expectRefused(bearer({ iat: 'today' }), 'CLAIMS'));
  it('no sub', async () => expectRefused(bearer({ sub: undefined }), 'CLAIMS'));
  it('an empty sub', async () => expectRefused(bearer({ sub: '' }), 'CLAIMS'));
  it('a sub longer than OpenID allows', async () => expectRefused(bearer({ sub: 'x'.repeat(256) }), 'CLAIMS'));
  it('sub as a number', async () => expectRefused(bearer({ sub: 7 }), 'CLAIMS'));
  it('an id token', async () => expectRefused(bearer({ typ: 'ID' }), 'KIND'));
  it('a logout token', async () => expectRefused(bearer({}, { typ: 'logout+jwt' }), 'KIND'));
  it('a token bound to a key, without its proof', async () => expectRefused(bearer({ cnf: { jkt: 'x' } }), 'KIND'));
});

describe('remembers', () => {
  it('a verified token without asking for the keys again, never past its exp', async () => {
    let clock = Date.now();
    const own = verifierOf({ now: () => clock, clockToleranceSeconds: 0 });
    const header = await bearer({ exp: Math.floor(clock / 1000) + 60 });
    const first = await own.verify(header);
    expect(await own.verify(header)).toBe(first);
    clock += 61_000;
    await expectRefused(header, 'EXPIRED', own);
  });

  it('no refused token as a good one', async () => {
    const header = bearer({ aud: 'account' });
    await expectRefused(header, 'AUDIENCE');
    await expectRefused(header, 'AUDIENCE');
  });

  it('not beyond the age of the keys: a withdrawn key stops counting', async () => {
    let clock = Date.now();
    const own = verifierOf({ now: () => clock, jwksMaxAgeMs: 60_000 });
    const header = await bearer();
    await own.verify(header);
    issuer.keys = [stranger.jwk];
    clock += 60_000;
    await expectRefused(header, 'UNKNOWN_KEY', own);
  });
});
