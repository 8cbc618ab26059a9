import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { demoUsers, REALM_FILE } from '#demo/users.ts';
import { type KeycloakSimulator, startKeycloak } from '#simulators/keycloak/start.ts';

let keycloak: KeycloakSimulator;

beforeAll(async () => {
  keycloak = await startKeycloak({ port: 0, realmFile: REALM_FILE });
});
afterAll(() => keycloak.close());

/** The command as its own process, since what it prints and how it ends is what it is for. */
function run(args: string[], issuer = keycloak.issuer): Promise<{ code: number; stdout: string; stderr: string }> {
  const script = fileURLToPath(new URL('./token.ts', import.meta.url));
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [script, ...args],
      { env: { ...process.env, ISSUER_URL: issuer, NODE_OPTIONS: '' } },
      (_error, stdout, stderr) => done({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

describe('npm run token', () => {
  it('prints an access token and nothing else', async () => {
    const { code, stdout, stderr } = await run(['court.lin']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(decodeJwt(stdout.trim())).toMatchObject({
      preferred_username: 'court.lin',
      staffNo: 'FY0001',
      aud: 'zhengfa-graph',
    });
  });

  it.each([[['court.nobody']], [['__proto__']], [[]]])('lists the users for %j', async (args) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    for (const { username } of demoUsers()) expect(stderr).toContain(username);
  });

  it('says in one line that the issuer does not run', async () => {
    const { code, stdout, stderr } = await run(['court.lin'], 'http://localhost:1/realms/zhengfa');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^令牌签发服务 http:\/\/localhost:1\/realms\/zhengfa 没有应答.*npm start.*\n$/);
  });

  it('says that the issuer refuses', async () => {
    const { code, stderr } = await run(['court.lin'], keycloak.issuer.replace('zhengfa', 'other'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/refused court\.lin \(404/);
  });
});
