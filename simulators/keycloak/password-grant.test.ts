import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { type Fixture, startFixture } from '#simulators/keycloak/keycloak.fixture.ts';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

describe('the password grant', () => {
  it('gives an access token in the shape of Keycloak’s', async () => {
    const { status, body } = await fixture.password('court.lin');
    expect({ status, body }).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 900 } });
    const jwt = String(body.access_token);
    expect(decodeProtectedHeader(jwt)).toEqual({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) });
    expect(decodeJwt(jwt)).toEqual({
      iss: fixture.keycloak.issuer,
      aud: 'zhengfa-graph',
      sub: 'id-of-court.lin',
      typ: 'Bearer',
      azp: 'graph-cli',
      jti: expect.stringMatching(/^onrtro:/),
      sid: expect.stringMatching(/^[\w-]{24}$/),
      acr: '1',
      realm_access: { roles: ['court.judge'] },
      scope: 'profile',
      preferred_username: 'court.lin',
      agency: 'COURT-379999',
      iat: expect.any(Number),
      exp: expect.any(Number),
    });
  });

  it('leaves out the role claim of a user without a role', async () => {
    expect(decodeJwt(await fixture.accessToken('nobody'))).not.toHaveProperty('realm_access');
  });

  it('is signed with a published key, beside which a key for encryption is published', async () => {
    const keys = createRemoteJWKSet(new URL(fixture.at('certs')));
    await expect(
      jwtVerify(await fixture.accessToken('court.lin'), keys, { issuer: fixture.keycloak.issuer }),
    ).resolves.toBeDefined();
    const published = (await (await fetch(fixture.at('certs'))).json()) as { keys: Record<string, unknown>[] };
    expect(published.keys.map(({ use, d }) => ({ use, d }))).toEqual([{ use: 'sig' }, { use: 'enc' }]);
  });

  it.each([
    ['a wrong password', { password: 'other' }, 400, 'invalid_grant'],
    ['an unknown user', { username: 'constructor' }, 400, 'invalid_grant'],
    ['an unknown client', { client_id: 'nobody' }, 401, 'invalid_client'],
    ['the audience as a client', { client_id: 'zhengfa-graph' }, 401, 'invalid_client'],
    ['a client that may not use it', { client_id: 'graph-web' }, 400, 'unauthorized_client'],
    ['a scope that does not exist', { scope: 'everything' }, 400, 'invalid_scope'],
    ['another grant', { grant_type: 'client_credentials' }, 400, 'unsupported_grant_type'],
  ])('refuses %s', async (_name, change, status, error) => {
    expect(await fixture.password('court.lin', change)).toMatchObject({ status, body: { error } });
  });
});

describe('userinfo', () => {
  const ask = async (bearer: string) => {
    const response = await fetch(fixture.at('userinfo'), { headers: { authorization: `Bearer ${bearer}` } });
    return {
      status: response.status,
      body: await response.text(),
      challenge: response.headers.get('www-authenticate'),
    };
  };

  it('answers for a token with the scope openid', async () => {
    const { status, body } = await ask(await fixture.accessToken('court.lin', { scope: 'openid' }));
    expect({ status, body: JSON.parse(body) }).toEqual({
      status: 200,
      body: { sub: 'id-of-court.lin', preferred_username: 'court.lin' },
    });
  });
  it('refuses one without', async () => {
    const expected = { status: 403, body: '', challenge: expect.stringContaining('error="insufficient_scope"') };
    expect(await ask(await fixture.accessToken('court.lin'))).toEqual(expected);
  });

  it('refuses what is no token', async () => {
    expect(await ask('rubbish')).toEqual({
      status: 401,
      body: '',
      challenge: expect.stringContaining('error="invalid_token"'),
    });
  });
});
