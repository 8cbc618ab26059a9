import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { usernameTokenCheck } from '#simulators/soap/username-token.ts';
import { parseXml } from '#simulators/soap/xml.ts';

const WSS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
const NOW = Date.parse('2025-06-16T01:00:00Z');
const at = (offsetMs: number) => new Date(NOW + offsetMs).toISOString();

interface Token {
  readonly user?: string;
  readonly password?: string;
  readonly nonce?: string;
  readonly created?: string;
  readonly type?: string;
}

function header({
  user = 'graph',
  password = 'demo',
  nonce = 'bm9uY2U=',
  created = at(0),
  type = 'PasswordDigest',
}: Token) {
  const digest = createHash('sha1')
    .update(Buffer.from(nonce, 'base64'))
    .update(created + password)
    .digest('base64');
  return parseXml(
    `<h xmlns:wsse="${WSS}-wssecurity-secext-1.0.xsd" xmlns:wsu="${WSS}-wssecurity-utility-1.0.xsd"><wsse:Security><wsse:UsernameToken>
    <wsse:Username>${user}</wsse:Username><wsse:Password Type="${WSS}-username-token-profile-1.0#${type}">${digest}</wsse:Password>
    <wsse:Nonce>${nonce}</wsse:Nonce><wsu:Created>${created}</wsu:Created></wsse:UsernameToken></wsse:Security></h>`,
  ).documentElement as NonNullable<ReturnType<typeof parseXml>['documentElement']>;
}

/** A check whose clock the test holds. */
function checked() {
  const clock = { now: NOW };
  const check = usernameTokenCheck({ user: 'graph', password: 'demo', now: () => clock.now });
  const codeOf = (token: Token) => {
    try {
      check(header(token));
      return 'let in';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  return { clock, check, codeOf };
}

describe('usernameTokenCheck', () => {
  it('lets the right digest in, once', () => {
    const { codeOf } = checked();
    expect(codeOf({})).toBe('let in');
    expect(codeOf({})).toBe('wsse:InvalidSecurityToken');
    expect(codeOf({ nonce: 'b3RoZXI=' })).toBe('let in');
  });

  it.each<[string, Token, string]>([
    ['another password', { password: 'Demo' }, 'wsse:FailedAuthentication'],
    ['another user', { user: 'root' }, 'wsse:FailedAuthentication'],
    ['a password in clear', { type: 'PasswordText' }, 'wsse:InvalidSecurity'],
    ['no nonce', { nonce: '' }, 'wsse:InvalidSecurity'],
    ['no time', { created: '' }, 'wsse:InvalidSecurity'],
    ['a time that is none', { created: 'today' }, 'wsse:MessageExpired'],
    ['a stale time', { created: at(-300_001) }, 'wsse:MessageExpired'],
    ['a time to come', { created: at(60_001) }, 'wsse:MessageExpired'],
    ['a time just not stale', { created: at(-300_000) }, 'let in'],
    ['a clock a little ahead', { created: at(60_000) }, 'let in'],
  ])('with %s', (_what, token, code) => {
    expect(checked().codeOf(token)).toBe(code);
  });

  it('refuses a request without a header, or without a token in it', () => {
    const { check } = checked();
    const empty = parseXml('<h/>').documentElement ?? undefined;
    for (const nothing of [undefined, empty]) {
      expect(() => check(nothing)).toThrow(expect.objectContaining({ code: 'wsse:InvalidSecurity' }));
    }
  });

  it('remembers a nonce for as long as its token could be used', () => {
    const { clock, codeOf } = checked();
    expect(codeOf({ created: at(60_000) })).toBe('let in');
    clock.now = NOW + 360_000;
    expect(codeOf({ created: at(60_000) })).toBe('wsse:InvalidSecurityToken');
    clock.now += 1;
    expect(codeOf({ created: at(60_000) })).toBe('wsse:MessageExpired');
    expect(codeOf({ created: at(360_000) })).toBe('let in');
  });
});
