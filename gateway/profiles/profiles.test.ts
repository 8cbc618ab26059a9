import { describe, expect, it } from '@jest/globals';
import type { AuditRecord } from '#auth/audit/record.ts';
import { type Caller, callerFromClaims } from '#auth/caller.ts';
import type { VerifiedClaims } from '#auth/tokens/verifier.ts';
import { createOpenGraphProfile } from '#gateway/profiles/open-graph.ts';
import { createZhengfaGraphProfile } from '#gateway/profiles/zhengfa-graph.ts';
import { serve, signal } from '#service/http/testing.fixture.ts';
import { listeningLogger } from '#service/testing.fixture.ts';

const callerWith = (claims: object): Caller =>
  callerFromClaims({ sub: 's', iss: 'i', exp: 0, iat: 0, ...claims } as VerifiedClaims);
const withRoles = (...roles: string[]) =>
  callerWith({ realm_access: { roles }, scope: 'openid x', policies: ['case.read', 'y'] });
const audited: AuditRecord[] = [];
let auditIsClosed = false;
const log = listeningLogger();
const audit = {
  append: (records: readonly AuditRecord[]) => void audited.push(...records),
  close: () => {
    auditIsClosed = true;
  },
};
const envelopes = { sign: async (_content: unknown, audience: string) => `sealed for ${audience}` };
const ours = createZhengfaGraphProfile({
  auditCaseId: (caseUid) => `A-${caseUid}`,
  envelopes,
  audit,
  logger: log.logger,
  addresses: {},
});
const open = createOpenGraphProfile(log.logger);

describe('our own graph', () => {
  it.each<[string, Caller | null, boolean, boolean]>([
    ['a judge', withRoles('court.judge'), true, true],
    ['a coordinator', withRoles('coordination.coordinator'), true, false],
    ['a policy that the token claims', withRoles(), true, false],
    ['nobody', null, false, false],
  ])('%s', (_who, caller, authenticated, mayReadCases) => {
    const rights = ours.rights(caller);
    expect(rights.authenticated).toBe(authenticated);
    expect(['case.read', 'y', '__proto__'].map((policy) => rights.policies.has(policy))).toEqual([
      mayReadCases,
      false,
      false,
    ]);
  });

  it.each<[string, Caller | null, string[], boolean]>([
    ['the purpose of the role', withRoles('court.judge'), ['case.read'], true],
    ['a role without it', withRoles('lawyer.defence'), ['case.read'], false],
    ['one policy of two', withRoles('court.judge'), ['case.read', 'other'], false],
    ['nobody', null, ['case.read'], false],
  ])('HANDLE_CASE: %s', (_what, caller, policies, fits) => {
    expect(ours.purposeFits(caller, new Set(policies), 'HANDLE_CASE')).toBe(fits);
  });

  it('a session is on record once, and again when its account has come to hold roles that may not stand together', () => {
    audited.length = 0;
    const exp = Date.now() / 1000 + 300;
    const holding = (...roles: string[]) => callerWith({ exp, realm_access: { roles } });
    const request = { requestId: 'r-1', purpose: null, operation: 'op', source: null, onlyCase: null };
    const [before, since] = [holding('court.judge'), holding('court.judge', 'platform.auditor')];
    for (const caller of [before, before, since, since])
      ours.recordLogin({ ...request, signal: AbortSignal.any([]), caller }, 's session');
    expect(audited.map(({ decision, rule }) => [decision, rule])).toEqual([
      ['permit', 'login'],
      ['deny', 'deny.separation'],
    ]);
  });
});

describe('another graph', () => {
  it('has the rights that the token claims, records nothing and asks for no purpose', () => {
    const { scopes, policies, authenticated } = open.rights(withRoles('court.judge'));
    expect([authenticated, [...scopes], policies.has('case.read'), policies.has('z')]).toEqual([
      true,
      ['openid', 'x'],
      true,
      false,
    ]);
    expect(open.rights(null)).toEqual({ authenticated: false, scopes: new Set(), policies: new Set() });
    expect(open.purposeFits(null, new Set(['x']), null)).toBe(true);
  });
});

describe('its subgraphs', () => {
  const state = { requestId: 'r-1', caller: null, purpose: null, onlyCase: null, signal: new AbortController().signal };
  const ask = (profile: typeof ours, url: string) =>
    profile.connect('court', url).process({ request: { query: '{a}' }, context: state } as never);

  it.each([
    ['ours', ours, 'sealed for court'],
    ['another', open, undefined],
  ])('%s: an envelope where they demand one', async (_which, profile, envelope) => {
    const seen = signal<unknown>();
    const server = await serve((request, response) => {
      seen.happens(request.headers['x-envelope']);
      response.end('{"data":{"a":1}}');
    });
    expect(await ask(profile, server.url)).toEqual({ data: { a: 1 } });
    expect(await seen.happened).toBe(envelope);
    await server.close();
  });

  it.each([
    ['ours', ours, 'COURT'],
    ['another', open, undefined],
  ])(
    '%s: one that fails is an error without its address, and a line in the log',
    async (_which, profile, department) => {
      const gone = await serve(() => {});
      await gone.close();
      log.lines.length = 0;
      const { data, errors } = await ask(profile, gone.url);
      expect({ data, code: errors?.[0]?.extensions?.code, department: errors?.[0]?.extensions?.department }).toEqual({
        data: null,
        code: 'DEPARTMENT_UNAVAILABLE',
        department,
      });
      expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONN/);
      expect(log.lines).toEqual([
        expect.objectContaining({ requestId: 'r-1', subgraph: 'court', msg: 'subgraph failed' }),
      ]);
    },
  );
});

it('closing ours closes its log, last of all', async () => {
  await open.close();
  await ours.close();
  expect(auditIsClosed).toBe(true);
});
