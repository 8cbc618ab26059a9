import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Fixture, mapper, REALM, startFixture } from '#simulators/keycloak/keycloak.fixture.ts';
import { startKeycloak } from '#simulators/keycloak/start.ts';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
});
afterEach(async () => {
  await fixture.keycloak.setFault({ mode: 'none' });
  fixture.keycloak.resetCalls();
});
afterAll(() => fixture.close());

describe('as a stand-in', () => {
  it('counts calls by endpoint', async () => {
    await fixture.accessToken('court.lin');
    await fetch(fixture.at('certs'));
    await fetch(`${fixture.keycloak.issuer}/.well-known/openid-configuration`);
    await fetch(`${fixture.keycloak.issuer}/elsewhere`);
    expect(fixture.keycloak.calls()).toEqual({ certs: 1, discovery: 1, other: 1, token: 1 });
  });

  it('publishes its addresses below the issuer', async () => {
    const document = await (await fetch(`${fixture.keycloak.issuer}/.well-known/openid-configuration`)).json();
    expect(document).toMatchObject({
      issuer: fixture.keycloak.issuer,
      jwks_uri: fixture.at('certs'),
      token_endpoint: fixture.at('token'),
      authorization_endpoint: fixture.at('auth'),
      userinfo_endpoint: fixture.at('userinfo'),
      end_session_endpoint: fixture.at('logout'),
    });
  });

  it('goes down and comes back on the same port', async () => {
    await fixture.keycloak.setFault({ mode: 'down' });
    await expect(fetch(fixture.at('certs'))).rejects.toThrow();
    await fixture.keycloak.setFault({ mode: 'none' });
    expect((await fetch(fixture.at('certs'))).status).toBe(200);
  });

  it('hangs: takes the request and never answers', async () => {
    await fixture.keycloak.setFault({ mode: 'hang' });
    await expect(fetch(fixture.at('certs'), { signal: AbortSignal.timeout(200) })).rejects.toThrow();
    expect(fixture.keycloak.calls()).toEqual({ certs: 1 });
  });

  it('answers late', async () => {
    await fixture.keycloak.setFault({ mode: 'slow', delayMs: 300 });
    await expect(fetch(fixture.at('certs'), { signal: AbortSignal.timeout(50) })).rejects.toThrow();
    expect((await fetch(fixture.at('certs'))).status).toBe(200);
  });

  it('answers HTML instead of keys', async () => {
    await fixture.keycloak.setFault({ mode: 'garbage', kind: 'html-jwks' });
    const response = await fetch(fixture.at('certs'));
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('<html>')]);
  });

  it('keeps its keys in the file, for itself alone', async () => {
    expect(statSync(fixture.keysFile).mode & 0o777).toBe(0o600);
    const again = await startKeycloak({ port: 0, realmFile: fixture.realmFile, keysFile: fixture.keysFile });
    const kids = async (issuer: string) => (await fetch(`${issuer}/protocol/openid-connect/certs`)).json();
    expect(await kids(again.issuer)).toEqual(await kids(fixture.keycloak.issuer));
    await again.close();
    await again.close();
  });

  it('refuses a port that is taken', async () => {
    await expect(startKeycloak({ port: fixture.keycloak.port, realmFile: fixture.realmFile })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('refuses a realm with a mapper that it does not know', async () => {
    const odd = join(fixture.folder, 'odd.json');
    writeFileSync(
      odd,
      JSON.stringify({
        ...REALM,
        clients: [{ clientId: 'c', enabled: true, protocolMappers: [mapper('oidc-script-mapper', {})] }],
      }),
    );
    await expect(startKeycloak({ port: 0, realmFile: odd })).rejects.toThrow(/oidc-script-mapper/);
  });

  it('refuses a file that is no realm', async () => {
    await expect(startKeycloak({ port: 0, realmFile: fixture.keysFile })).rejects.toThrow(/is not a realm file/);
  });
});
