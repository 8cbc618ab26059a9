import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { discoverIssuer } from '#auth/tokens/discovery.ts';
import { type Issuer, startIssuer } from '#auth/tokens/issuer.fixture.ts';

let issuer: Issuer;

beforeAll(async () => {
  issuer = await startIssuer([]);
});
afterEach(() => publish({}));
afterAll(() => issuer.close());

function publish(change: Record<string, unknown>): void {
  const document = { issuer: issuer.issuer, jwks_uri: `${issuer.origin}/keys?tenant=1`, ...change };
  issuer.answer = (response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document));
}

describe('discoverIssuer', () => {
  it('finds where the keys are', async () => {
    publish({});
    expect(await discoverIssuer(issuer.issuer)).toEqual({
      issuer: issuer.issuer,
      jwksUri: `${issuer.origin}/keys?tenant=1`,
    });
  });

  it('refuses a document of another issuer', async () => {
    publish({ issuer: 'https://issuer.example' });
    await expect(discoverIssuer(issuer.issuer)).rejects.toThrow(/names another issuer/);
  });

  it('refuses a document without keys', async () => {
    publish({ jwks_uri: undefined });
    await expect(discoverIssuer(issuer.issuer)).rejects.toThrow(/no jwks_uri/);
  });

  it('refuses keys over plain http from elsewhere', async () => {
    publish({ jwks_uri: 'http://keys.example/jwks' });
    await expect(discoverIssuer(issuer.issuer)).rejects.toThrow(/must be https/);
  });

  it.each(['http://issuer.example/realms/zhengfa', 'file:///etc/issuer', 'issuer.example'])(
    'asks nobody at %s',
    async (address) => {
      await expect(discoverIssuer(address)).rejects.toThrow(/https|not a URL/);
    },
  );

  it('gives up an issuer that hangs', async () => {
    issuer.answer = () => {};
    await expect(discoverIssuer(issuer.issuer, { timeoutMs: 100 })).rejects.toThrow(/cannot be read/);
  });
});
