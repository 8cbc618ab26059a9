import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readOperation } from '#demo/operations.ts';
import { demoUsers } from '#demo/users.ts';
import { as, codesOf } from '#tests/harness/ask.ts';
import { until } from '#tests/harness/until.ts';

interface Shown {
  readonly grantUid: string;
  readonly status: string;
  readonly until: string;
}

/** One of the operations that an officer's screen is built on, asked by whom its head names unless another is given. */
async function screen<Data = Shown>(
  name: string,
  variables: Readonly<Record<string, unknown>> = {},
  [user, purpose]: readonly [string, string] = [readOperation(name).user, readOperation(name).purpose],
) {
  const { query, variables: example } = readOperation(name);
  const key = 'key' in example ? { key: randomUUID() } : {};
  const answer = await as(user, { purpose }).ask({ query, variables: { ...example, ...key, ...variables } });
  return { codes: codesOf(answer), data: Object.values(answer.data ?? {})[0] as Data };
}

const apply = async () => (await screen('RequestGrant')).data;
const POLICE = { agency: 'POLICE-379999' };
const OFFICER_2 = ['officer.security2', 'AUDIT_SECURITY'] as const;
const statusIn = async (name: string, uid: string, who?: readonly [string, string]) => {
  const { data: grants } = await screen<readonly Shown[] | null>(name, { status: null, first: 100 }, who);
  return grants?.find(({ grantUid }) => grantUid === uid)?.status ?? null;
};

describe('a grant, through the graph', () => {
  it('is applied for, decided by two officers, seen by the owner’s head, and revoked', async () => {
    const { grantUid, status } = await apply();
    expect(status).toBe('REQUESTED');
    const approve = (who: readonly [string, string]) => screen('DecideGrant', { uid: grantUid }, who);
    expect((await approve(['officer.security', 'AUDIT_SECURITY'])).data).toMatchObject({ status: 'REQUESTED' });
    expect((await approve(['officer.security', 'AUDIT_SECURITY'])).codes).toEqual(['CONFLICT']);
    expect((await approve(['police.head', 'SUPERVISE_CASE'])).codes).toEqual(['FORBIDDEN']);
    const { data: live } = await approve(OFFICER_2);
    const left = Date.parse(live.until) - Date.now();
    expect([live.status, left > 13 * 60_000 && left <= 15 * 60_000]).toEqual(['LIVE', true]);

    expect(await statusIn('Grants', grantUid)).toBe('LIVE');
    expect(await statusIn('Grants', grantUid, ['police.head', 'SUPERVISE_CASE'])).toBe('LIVE');
    expect(await statusIn('Grants', grantUid, ['court.head', 'SUPERVISE_CASE'])).toBeNull();
    expect(await statusIn('MyGrants', grantUid, ['police.zhao', 'HANDLE_CASE'])).toBe('LIVE');

    expect((await screen('RevokeGrant', { uid: grantUid })).data).toMatchObject({ status: 'REVOKED' });
    expect((await screen('RevokeGrant', { uid: grantUid })).codes).toEqual(['CONFLICT']);
  });

  it('waits, for a head of the agency and nobody else', async () => {
    const input = { kind: 'UNMASK', caseUid: 'ZF-2025-000001', fields: ['Person.phone'], reason: '通知到庭' };
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const { data } = await screen('RequestGrant', { input: { ...input, until } }, ['proc.li', 'HANDLE_CASE']);
    const { grantUid } = data;
    const others = [
      ['court.head', 'SUPERVISE_CASE'],
      ['officer.security', 'AUDIT_SECURITY'],
      ['proc.li', 'HANDLE_CASE'],
    ] as const;
    const refused = await Promise.all(
      others.map(async (who) => (await screen('DecideGrant', { uid: grantUid }, who)).codes),
    );
    expect(refused).toEqual([['NOT_FOUND'], ['FORBIDDEN'], ['FORBIDDEN']]);
    expect((await screen('DecideGrant', { uid: grantUid, decision: 'REFUSE' })).data).toMatchObject({
      status: 'REFUSED',
    });
  });

  it.each([
    ['officer.audit', 'AUDIT_SECURITY'],
    ['officer.system', 'AUDIT_SECURITY'],
    ['coordinator.wu', 'STATISTICS'],
    ['party.zheng', 'SERVE_PARTY'],
  ] as const)('is nothing to %s', async (...who) => {
    for (const name of ['RequestGrant', 'DecideGrant', 'RevokeGrant', 'Grants', 'MyGrants', 'RightsOf', 'RightsReview'])
      expect([name, (await screen(name, {}, who)).codes]).toEqual([name, ['FORBIDDEN']]);
  });
});

describe('the rights of the demo’s users', () => {
  it.each(demoUsers().map(({ username, roles, agency }) => [username, roles, agency] as const))(
    '%s: %j of %s',
    async (user, roles, agency) => {
      const { data } = await screen('RightsOf', { user });
      expect(data).toMatchObject({
        username: user,
        enabled: true,
        agency: agency && { agencyCode: agency },
        roles: roles.toSorted().map((role) => ({ role })),
      });
    },
  );

  it('by agency, with when each was last used, once the log has come to the auditor’s store', async () => {
    const since = Date.now();
    await apply();
    const review = async () =>
      (await screen<readonly { username: string; lastUsedAt: string | null }[]>('RightsReview', POLICE)).data;
    const expected = demoUsers().filter(({ agency }) => agency === POLICE.agency);
    expect((await review()).map(({ username }) => username)).toEqual(
      expected.map(({ username }) => username).toSorted(),
    );
    await until(async () => {
      const lastUsedAt = (await review()).find(({ username }) => username === 'police.zhao')?.lastUsedAt ?? '';
      return Date.parse(lastUsedAt) >= since - 1000;
    });
  });
});
