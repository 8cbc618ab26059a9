import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { callerFromClaims } from '#auth/caller.ts';
import { discoverIssuer } from '#auth/tokens/discovery.ts';
import { createTokenVerifier } from '#auth/tokens/verifier.ts';
import { demoUsers, REALM_FILE } from '#demo/users.ts';
import { type KeycloakSimulator, startKeycloak } from '#simulators/keycloak/start.ts';

let keycloak: KeycloakSimulator;

beforeAll(async () => {
  keycloak = await startKeycloak({ port: 0, realmFile: REALM_FILE });
});
afterEach(async () => {
  await keycloak.setFault({ mode: 'none' });
  keycloak.resetCalls();
});
afterAll(() => keycloak.close());

const newVerifier = () =>
  createTokenVerifier({ issuer: keycloak.issuer, audience: 'zhengfa-graph', jwksTimeoutMs: 200 });

async function bearer(username: string): Promise<string> {
  const response = await fetch(`${keycloak.issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'graph-cli', username, password: 'demo' }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return `Bearer ${token}`;
}

async function callerOf(username: string, verifier = newVerifier()) {
  const verified = await verifier.verify(await bearer(username));
  return verified.kind === 'caller' ? callerFromClaims(verified.claims) : undefined;
}

describe('a demo user’s token', () => {
  it('becomes the caller that the realm describes, for every user', async () => {
    const verifier = newVerifier();
    for (const { sub, username, roles, agency } of demoUsers()) {
      expect(await callerOf(username, verifier)).toMatchObject({
        sub,
        username,
        roles: new Set(roles),
        agency,
        issuer: keycloak.issuer,
      });
    }
    expect(keycloak.calls().certs).toBe(1);
  });

  it('carries the staff number of an officer and the licence of a lawyer', async () => {
    expect(await callerOf('court.lin')).toMatchObject({ staffNo: 'FY0001', licenceNo: null, areaCode: '379999' });
    expect(await callerOf('lawyer.he')).toMatchObject({ staffNo: null, licenceNo: '13799202010999001' });
    expect(await callerOf('party.zheng')).toMatchObject({
      agency: null,
      areaCode: null,
      staffNo: null,
      licenceNo: null,
    });
  });

  it('lives at least ten minutes', async () => {
    const verified = await newVerifier().verify(await bearer('court.lin'));
    expect(verified.kind === 'caller' && verified.claims.exp - verified.claims.iat).toBeGreaterThanOrEqual(600);
  });

  it('is refused for another audience and by another issuer’s verifier', async () => {
    const header = await bearer('court.lin');
    const wrong = (change: object) =>
      createTokenVerifier({ issuer: keycloak.issuer, audience: 'zhengfa-graph', ...change });
    await expect(wrong({ audience: 'graph-cli' }).verify(header)).rejects.toMatchObject({ refusal: 'AUDIENCE' });
    await expect(wrong({ audience: 'account' }).verify(header)).rejects.toMatchObject({ refusal: 'AUDIENCE' });
    const other = { issuer: keycloak.issuer.replace('localhost', '127.0.0.1') };
    await expect(wrong(other).verify(header)).rejects.toMatchObject({ refusal: 'ISSUER' });
  });
});

describe('refused', () => {
  it('an account that is disabled has no token to come with', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'realm-'));
    const realm = JSON.parse(await readFile(REALM_FILE, 'utf8')) as { users: { username: string; enabled: boolean }[] };
    const users = realm.users.map((user) => (user.username === 'court.lin' ? { ...user, enabled: false } : user));
    const realmFile = join(folder, 'realm.json');
    await writeFile(realmFile, JSON.stringify({ ...realm, users }));
    const other = await startKeycloak({ port: 0, realmFile });
    const ask = async (username: string) => {
      const form = new URLSearchParams({ grant_type: 'password', client_id: 'graph-cli', username, password: 'demo' });
      const response = await fetch(`${other.issuer}/protocol/openid-connect/token`, { method: 'POST', body: form });
      return { status: response.status, ...((await response.json()) as { access_token?: string }) };
    };
    const [disabled, enabled] = [await ask('court.lin'), await ask('court.zhou')];
    expect([disabled.status >= 400, disabled.access_token, enabled.status]).toEqual([true, undefined, 200]);
    // Its own realm's tokens are of no use here.
    await expect(newVerifier().verify(`Bearer ${enabled.access_token}`)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    await other.close();
    await rm(folder, { recursive: true });
  });
});

describe('the issuer', () => {
  it('is found by discovery under its own name only', async () => {
    await expect(discoverIssuer(keycloak.issuer)).resolves.toMatchObject({
      jwksUri: `${keycloak.issuer}/protocol/openid-connect/certs`,
    });
    await expect(discoverIssuer(keycloak.issuer.replace('localhost', '127.0.0.1'))).rejects.toThrow(/another issuer/);
  });

  it.each([
    { mode: 'hang' },
    { mode: 'down' },
    { mode: 'slow', delayMs: 60_000 },
    { mode: 'garbage', kind: 'html-jwks' },
  ] as const)('that fails with %j refuses strangers and keeps those whom it vouched for', async (fault) => {
    const verifier = newVerifier();
    const known = await bearer('court.lin');
    const unknown = await bearer('court.zhou');
    await verifier.verify(known);
    await keycloak.setFault(fault);
    await expect(verifier.verify(known)).resolves.toMatchObject({ kind: 'caller' });
    await expect(newVerifier().verify(unknown)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      refusal: 'ISSUER_UNREACHABLE',
      retryable: true,
    });
  });
});
