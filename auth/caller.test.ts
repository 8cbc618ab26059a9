import { describe, expect, it } from '@jest/globals';
import { callerFromClaims } from '#auth/caller.ts';
import type { VerifiedClaims } from '#auth/tokens/verifier.ts';

/** Through JSON, as claims come, so that `__proto__` is an own property. */
const claims = (json: string): VerifiedClaims => ({
  iss: 'http://localhost:8280/realms/zhengfa',
  sub: 'sub-1',
  iat: 1,
  exp: 2,
  ...(JSON.parse(json) as object),
});
const rolesOf = (json: string) => [...callerFromClaims(claims(json)).roles];

describe('callerFromClaims', () => {
  it('reads what our realm writes', () => {
    const caller = callerFromClaims(
      claims(`{"preferred_username":"court.lin","realm_access":{"roles":["court.judge"]},"scope":"openid  profile",
        "agency":"COURT-379999","areaCode":"379999","staffNo":"FY0001"}`),
    );
    expect(caller).toEqual({
      sub: 'sub-1',
      username: 'court.lin',
      roles: new Set(['court.judge']),
      scopes: new Set(['openid', 'profile']),
      policies: new Set(),
      agency: 'COURT-379999',
      areaCode: '379999',
      staffNo: 'FY0001',
      licenceNo: null,
      issuer: 'http://localhost:8280/realms/zhengfa',
      expiresAt: 2,
    });
  });

  it('reads the policies of a generic issuer', () => {
    expect(callerFromClaims(claims('{"policies":["p1","p2"]}')).policies).toEqual(new Set(['p1', 'p2']));
  });

  it.each([
    ['no realm_access', '{}'],
    ['realm_access as a list', '{"realm_access":["court.judge"]}'],
    ['roles as text', '{"realm_access":{"roles":"court.judge"}}'],
    ['a role that is no text', '{"realm_access":{"roles":["court.judge",7]}}'],
    ['roles as an object', '{"realm_access":{"roles":{"0":"court.judge","length":1}}}'],
    ['roles of a client', '{"resource_access":{"zhengfa-graph":{"roles":["court.judge"]}}}'],
    ['roles at the top level', '{"roles":["court.judge"]}'],
    ['roles by way of the prototype', '{"__proto__":{"realm_access":{"roles":["court.judge"]}}}'],
    ['roles by way of the prototype of realm_access', '{"realm_access":{"__proto__":{"roles":["court.judge"]}}}'],
  ])('gives no roles for %s', (_name, json) => expect(rolesOf(json)).toEqual([]));

  it.each<[string, string[], boolean]>([
    ['one platform role', ['platform.auditor'], true],
    ['a platform role beside names that are no roles here', ['platform.auditor', 'offline_access', 'platform.x'], true],
    ['roles of several departments', ['court.judge', 'party'], true],
    ['auditor and security officer', ['platform.auditor', 'platform.security_officer'], false],
    ['auditor and system administrator', ['platform.auditor', 'platform.system_administrator'], false],
    [
      'security officer and system administrator',
      ['platform.security_officer', 'platform.system_administrator'],
      false,
    ],
    ['security officer and head of an agency', ['platform.security_officer', 'court.head'], false],
    ['system administrator and judge', ['court.judge', 'platform.system_administrator'], false],
  ])('三员分立: %s', (_what, roles, count) => {
    const caller = callerFromClaims(claims(JSON.stringify({ realm_access: { roles } })));
    expect(caller.roles).toEqual(new Set(count ? roles : []));
    expect(caller.separated).toBe(count ? undefined : true);
  });

  it('takes constructor and __proto__ for names like any other', () => {
    const { roles } = callerFromClaims(claims('{"realm_access":{"roles":["constructor","__proto__"]}}'));
    expect(roles).toEqual(new Set(['constructor', '__proto__']));
    expect(roles.has('toString')).toBe(false);
  });

  it.each(['agency', 'staffNo', 'licenceNo', 'areaCode', 'scope', 'policies'])(
    'counts %s of the wrong type as absent',
    (name) => {
      const caller = callerFromClaims(claims(JSON.stringify({ [name]: { a: 1 } })));
      expect(caller).toEqual(callerFromClaims(claims('{}')));
    },
  );

  it.each(['realm_access', 'scope', 'policies'])('refuses more than 1,000 names in %s', (name) => {
    const many = Array.from({ length: 1001 }, (_, i) => `r${i}`);
    const value = { realm_access: { roles: many }, scope: many.join(' '), policies: many }[name];
    expect(() => callerFromClaims(claims(JSON.stringify({ [name]: value })))).toThrow(
      expect.objectContaining({ code: 'UNAUTHENTICATED' }),
    );
  });
});
