import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusalToStart } from '#tests/gateway/gateway.ts';
import { AUDIENCE, type OpenIdIssuer, startOpenIdIssuer } from '#tests/gateway/issuer.ts';
import { type Library, startLibrary } from '#tests/gateway/library.ts';
import { killScripts, startScript } from '#tests/harness/process.ts';

let library: Library;
let openid: OpenIdIssuer;
beforeAll(async () => {
  [library, openid] = await Promise.all([startLibrary(), startOpenIdIssuer()]);
});
afterAll(async () => {
  await killScripts();
  await Promise.all([library.close(), openid.close()]);
});

const NONE = ['--auth', 'none', '--port', '0'];
const refused = async (sdl: string, ...args: string[]) =>
  refusalToStart('--supergraph', await library.file(sdl), ...(args.length > 0 ? args : NONE));

describe('without tokens the gateway does not start', () => {
  it('where anything is protected', async () => {
    expect(await refused(library.protectedSdl)).toMatch(/protected fields cannot be served without verifying tokens/);
  });

  it('where others can reach it', async () => {
    expect(await refused(library.openSdl, ...NONE, '--host', '0.0.0.0')).toMatch(/loopback only/);
  });
});

describe('the gateway does not start with', () => {
  it('a file that cannot be read', async () => {
    expect(await refusalToStart('--supergraph', 'no/such.graphql', ...NONE)).toMatch(/no\/such\.graphql/);
  });

  it.each([
    ['no GraphQL', 'supergraph: true', /cannot be read/],
    ['a schema that is no supergraph', 'type Query { a: Int }', /no Federation 2 supergraph/],
  ])('%s', async (_what, sdl, sentence) => {
    expect(await refused(sdl)).toMatch(sentence);
  });

  it('a security feature that it does not know', async () => {
    const feature = '@link(url: "https://specs.example.com/quarantine/v1.0", for: SECURITY)';
    const sdl = library.openSdl.replace('schema\n', `schema\n  ${feature}\n`);
    expect(await refused(sdl)).toMatch(/security feature https:\/\/specs\.example\.com\/quarantine\/v1\.0/);
  });

  it('a field whose list of scopes is empty', async () => {
    const sdl = library.protectedSdl.replace('[["costs:read", "money"]]', '[]');
    expect(sdl).not.toBe(library.protectedSdl);
    await refused(sdl, '--issuer', openid.issuer, '--audience', AUDIENCE, '--port', '0');
  });

  it.each([
    ['does not answer', 'http://127.0.0.1:1'],
    ['is reached over plain http elsewhere', 'http://issuer.example'],
  ])('an issuer that %s', async (_what, issuer) => {
    await refused(library.protectedSdl, '--issuer', issuer, '--audience', AUDIENCE, '--port', '0');
  });

  it('a port that is in use, and names the port and the setting', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const port = String((busy.address() as AddressInfo).port);
    const sentence = await refused(library.openSdl, '--auth', 'none', '--port', port);
    busy.close();
    expect(sentence).toContain(port);
    expect(sentence).toContain('GATEWAY_PORT (--port)');
  });

  it('an option that it does not know, and shows how it is used', async () => {
    const gateway = startScript('gateway/main.ts', ['--supergraph', 'any.graphql', ...NONE, '--insecure']);
    expect({ code: await gateway.ended, stdout: gateway.stdout }).toEqual({ code: 1, stdout: '' });
    expect(gateway.stderr).toMatch(/--insecure.*usage:/s);
    expect(gateway.stderr).not.toMatch(/\bat .+:\d+|node_modules/);
  });
});
