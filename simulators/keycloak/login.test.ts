import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { CALLBACK, type Fixture, startFixture } from '#simulators/keycloak/keycloak.fixture.ts';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

describe('authorization code with PKCE', () => {
  const verifier = randomBytes(32).toString('base64url');
  const request = {
    client_id: 'graph-web',
    redirect_uri: CALLBACK,
    response_type: 'code',
    scope: 'openid profile',
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };

  /** A browser of a few lines: keeps cookies, follows no redirect. */
  function browser() {
    const cookies = new Map<string, string>();
    return async (url: string, init: RequestInit = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(new URL(url, fixture.keycloak.issuer), {
        ...init,
        redirect: 'manual',
        headers: { cookie },
      });
      for (const set of response.headers.getSetCookie()) {
        const [name = '', value = ''] = set.split(';')[0]?.split(/=(.*)/s) ?? [];
        cookies.set(name, value);
      }
      return {
        status: response.status,
        location: response.headers.get('location') ?? '',
        html: await response.text(),
        url: response.url,
      };
    };
  }

  async function logIn(visit: ReturnType<typeof browser>, secret: string) {
    const start = await visit(`${fixture.at('auth')}?${new URLSearchParams(request)}`);
    const form = await visit(start.location);
    const action = /action="([^"]+)"/.exec(form.html)?.[1] ?? '';
    return visit(new URL(action, form.url).href, {
      method: 'POST',
      body: new URLSearchParams({ username: 'court.lin', password: secret }),
    });
  }

  it('logs in with the form and gives tokens for the code', async () => {
    const visit = browser();
    const sent = await logIn(visit, 'demo');
    const back = await visit(sent.location);
    const answer = new URL(back.location).searchParams;
    expect(back.location).toMatch(new RegExp(`^${CALLBACK}\\?`));
    expect(answer.get('state')).toBe('state-1');
    const code = {
      grant_type: 'authorization_code',
      client_id: 'graph-web',
      redirect_uri: CALLBACK,
      code: answer.get('code') ?? '',
    };

    expect(await fixture.token({ ...code, code_verifier: 'x'.repeat(43) })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    const { status, body } = await fixture.token({ ...code, code_verifier: verifier });
    expect(status).toBe(200);
    expect(decodeJwt(String(body.access_token))).toMatchObject({
      aud: 'zhengfa-graph',
      azp: 'graph-web',
      'allowed-origins': ['http://localhost:4000'],
    });
    expect(decodeJwt(String(body.id_token))).toMatchObject({
      aud: 'graph-web',
      nonce: 'nonce-1',
      preferred_username: 'court.lin',
    });
    expect(body).not.toHaveProperty('refresh_token');
    expect(await fixture.token({ ...code, code_verifier: verifier })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
  });

  it('asks for no password twice in a session, and again after a logout', async () => {
    const visit = browser();
    await visit((await logIn(visit, 'demo')).location);
    const enter = async () => (await visit(`${fixture.at('auth')}?${new URLSearchParams(request)}`)).location;
    expect(await enter()).toMatch(CALLBACK);

    const { html } = await visit(fixture.at('logout'));
    const [, action = '', xsrf = ''] = /action="([^"]+)".*name="xsrf" value="([^"]+)"/.exec(html) ?? [];
    await visit(action, { method: 'POST', body: new URLSearchParams({ xsrf, logout: 'yes' }) });
    expect(await enter()).toMatch(/login-actions/);
  });

  it('shows the form again after a wrong password', async () => {
    const again = await logIn(browser(), 'other');
    expect(again).toMatchObject({ status: 200, html: expect.stringContaining('Invalid username or password') });
  });

  it('demands a challenge', async () => {
    const { code_challenge: _c, code_challenge_method: _m, ...bare } = request;
    const { location } = await browser()(`${fixture.at('auth')}?${new URLSearchParams(bare)}`);
    expect(new URL(location).searchParams.get('error')).toBe('invalid_request');
  });

  it('goes back to registered addresses only', async () => {
    const { status, location } = await browser()(
      `${fixture.at('auth')}?${new URLSearchParams({ ...request, redirect_uri: 'http://evil.example/' })}`,
    );
    expect({ status, location }).toEqual({ status: 400, location: '' });
  });

  it('shows a page that loads nothing from anywhere', async () => {
    const { location } = await browser()(`${fixture.at('auth')}?${new URLSearchParams(request)}`);
    expect((await browser()(location)).html).not.toMatch(/https?:/);
  });
});
