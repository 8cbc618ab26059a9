import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { REALM_FILE } from '#demo/users.ts';
import { importRealm } from '#subgraphs/access/accounts/import-realm.ts';
import { type Login, sawLogin } from '#subgraphs/access/store/logins.ts';
import { ask, envelopeOf, ISSUER, minutesLater, NOW, withAccess } from '#tests/access/harness.ts';
import { sql } from '#tests/registry/server.ts';

const opened = withAccess();
const user = (name: string, ...realmRoles: string[]) => ({
  ...{ id: `sub-${name}`, username: name, enabled: true, realmRoles },
  attributes: { agency: ['COURT-379999'], staffNo: [`FY-${name}`] },
});
const imports = (at: number, ...users: object[]) =>
  importRealm(opened.store, ISSUER, JSON.stringify({ users }), minutesLater(at));
const logsIn = (at: number, name: string, roles: readonly string[], extra: Partial<Login> = {}) =>
  sawLogin(opened.database, { subject: `sub-${name}`, roles, agency: 'COURT-379999', at: minutesLater(at), ...extra });
/** Roles with the minute since when they are held. */
const held = async (name: string) => {
  const account = await opened.store.accountOfUser(name);
  return account?.roles.map(({ role, since }) => [role, (since.getTime() - NOW.getTime()) / 60_000]);
};

describe('accounts taken over from an export', () => {
  it('are the demo’s, every one', async () => {
    const text = await readFile(REALM_FILE, 'utf8');
    expect(await importRealm(opened.store, ISSUER, text, NOW)).toEqual({ accounts: 31, separated: [] });
    expect(await opened.store.accountOfUser('lawyer.he')).toMatchObject({
      issuer: ISSUER,
      agency: '31379999FAKE5LAW5B',
      staffNo: null,
      licenceNo: '13799202010999001',
      enabled: true,
      lastLoginAt: null,
      lastUsedAt: null,
    });
  });

  it('keep the time of what stays, and end what goes', async () => {
    await imports(0, user('lin', 'court.judge'), user('zhou', 'court.judge'));
    await imports(5, user('lin', 'court.judge', 'court.clerk'), { ...user('zhou'), enabled: false });
    expect([await held('lin'), await held('zhou')]).toEqual([
      [
        ['court.clerk', 5],
        ['court.judge', 0],
      ],
      [],
    ]);
    await imports(9, user('lin', 'court.clerk'));
    expect(await held('lin')).toEqual([['court.clerk', 5]]);
    expect(await opened.store.accountOfUser('zhou')).toMatchObject({ enabled: false, roles: [] });
    const ended = await sql(
      opened.url,
      'SELECT subject, role, ended_at FROM access.account_roles WHERE ended_at IS NOT NULL ORDER BY 1',
    );
    expect(ended).toEqual([
      { subject: 'sub-lin', role: 'court.judge', ended_at: minutesLater(9) },
      { subject: 'sub-zhou', role: 'court.judge', ended_at: minutesLater(5) },
    ]);
  });

  it('that are gone from it are disabled and hold nothing; another issuer’s stay', async () => {
    await importRealm(opened.store, 'https://other', JSON.stringify({ users: [user('other', 'court.judge')] }), NOW);
    await imports(0, user('lin', 'court.judge'));
    await imports(1);
    expect(await opened.store.accountOfUser('lin')).toMatchObject({ enabled: false, roles: [] });
    expect(await opened.store.accountOfUser('other')).toMatchObject({
      enabled: true,
      roles: [{ role: 'court.judge' }],
    });
  });

  it('with two of the three offices hold neither, and an alert is raised, once an hour', async () => {
    const both = user('x', 'platform.auditor', 'platform.security_officer');
    expect(await imports(0, both)).toEqual({ accounts: 1, separated: ['x'] });
    await imports(1, both);
    expect(await held('x')).toEqual([]);
    const alerts = await sql(opened.url, 'SELECT rule, actor, at FROM access.audit_alerts');
    expect(alerts[0]).toEqual({ rule: 'separation.violated', actor: 'sub-x', at: NOW });
  });
});

describe('a login', () => {
  it('keeps roles and agency up', async () => {
    await imports(0, user('lin', 'court.judge'));
    await logsIn(5, 'lin', ['court.clerk'], { agency: 'COURT-439999' });
    expect(await held('lin')).toEqual([['court.clerk', 5]]);
    expect(await opened.store.accountOfUser('lin')).toMatchObject({
      agency: 'COURT-439999',
      lastLoginAt: minutesLater(5),
    });
  });

  it('that is older than the last one, or than the export, changes no role', async () => {
    await logsIn(5, 'lin', ['court.judge']);
    await logsIn(4, 'lin', ['court.clerk']);
    expect(await held('sub-lin')).toEqual([['court.judge', 5]]);
    await imports(10, user('lin', 'court.clerk'));
    await logsIn(9, 'lin', ['court.judge']);
    expect(await held('lin')).toEqual([['court.clerk', 10]]);
    expect(await opened.store.accountOfUser('lin')).toMatchObject({ lastLoginAt: minutesLater(9) });
  });

  it('of an account that no export told of is kept under its subject, and is the same one when it is told of', async () => {
    await logsIn(1, 'new', ['court.judge', 'offline_access']);
    await logsIn(2, 'new', ['court.judge']);
    expect(await opened.store.accountOfUser('sub-new')).toMatchObject({ issuer: '', lastLoginAt: minutesLater(2) });
    await imports(3, user('new', 'court.judge'));
    expect(await held('new')).toEqual([['court.judge', 1]]);
    expect(await opened.store.accountOfUser('sub-new')).toBeNull();
  });

  it('with what must be separate leaves nothing', async () => {
    await imports(0, user('lin', 'court.judge'));
    await logsIn(1, 'lin', ['court.judge', 'platform.auditor']);
    expect(await held('lin')).toEqual([]);
  });
});

describe('the officer’s view', () => {
  const FIELDS =
    'username agency { agencyCode } staffNo enabled roles { role name purposes since } policies lastLoginAt lastUsedAt grants { grantUid }';
  const see = (who: string, query: string) => ask(opened, envelopeOf(who), query);

  it('of one account: what it holds, since when, and when it was last used', async () => {
    await imports(0, user('lin', 'court.judge'));
    await logsIn(1, 'lin', ['court.judge']);
    await sql(
      opened.url,
      `INSERT INTO access.audit_records (log, sequence, line, at, event, actor, rule)
       VALUES ('gateway', 1, '{}', $1, 'operation', 'sub-lin', 'x'), ('gateway', 2, '{}', $2, 'operation', 'other', 'x')`,
      [minutesLater(3), minutesLater(4)],
    );
    const { data } = await see('officer.security', `{ rightsOf(user: "lin") { ${FIELDS} } }`);
    expect(data).toEqual({
      rightsOf: {
        username: 'lin',
        agency: { agencyCode: 'COURT-379999' },
        staffNo: 'FY-lin',
        enabled: true,
        roles: [{ role: 'court.judge', name: '法官', purposes: ['HANDLE_CASE'], since: '2026-01-05T09:00:00+08:00' }],
        policies: expect.arrayContaining(['case.read', 'grant.request']),
        lastLoginAt: '2026-01-05T09:01:00+08:00',
        lastUsedAt: '2026-01-05T09:03:00+08:00',
        grants: [],
      },
    });
  });

  it('of nobody is null, of a disabled account shows that it may nothing', async () => {
    await imports(0, { ...user('lin', 'court.judge'), enabled: false });
    const { data } = await see(
      'officer.security',
      '{ none: rightsOf(user: "__proto__") { username } rightsOf(user: "lin") { enabled policies } }',
    );
    expect(data).toEqual({ none: null, rightsOf: { enabled: false, policies: [] } });
  });

  it('of an agency comes in pages, by name', async () => {
    await imports(0, user('c'), user('a'), user('b'), { ...user('d'), attributes: { agency: ['PROC-379999'] } });
    const page = async (args: string) => {
      const { data, codes } = await see(
        'officer.security',
        `{ rightsReview(agency: "COURT-379999"${args}) { username } }`,
      );
      return codes[0] ?? ((data?.rightsReview ?? []) as { username: string }[]).map(({ username }) => username).join();
    };
    expect([
      await page(''),
      await page(', first: 2'),
      await page(', first: 2, after: "b"'),
      await page(', first: 0'),
    ]).toEqual(['a,b,c', 'a,b', 'c', 'BAD_USER_INPUT']);
  });

  it('of an agency leaves out no account of a name that several issuers have', async () => {
    for (const issuer of [ISSUER, 'https://other', 'https://third'])
      await importRealm(opened.store, issuer, JSON.stringify({ users: [user('a'), user('b')] }), NOW);
    const page = async (after: string) => {
      const behind = after && `, after: "${after}"`;
      const asked = `{ rightsReview(agency: "COURT-379999", first: 1${behind}) { username } }`;
      const { data } = await see('officer.security', asked);
      return ((data?.rightsReview ?? []) as { username: string }[]).map(({ username }) => username).join();
    };
    expect([await page(''), await page('a'), await page('b')]).toEqual(['a,a,a', 'b,b,b', '']);
  });

  it.each([
    'agency: ""',
    'agency: "x\\u0000"',
    'agency: "COURT-379999", after: ""',
    'agency: "COURT-379999", after: "nobody"',
  ])('rightsReview(%s) is refused, not answered with nothing or with another page', async (args) => {
    const { data, codes } = await see('officer.security', `{ rightsReview(${args}) { username } }`);
    expect([data, codes]).toEqual([{ rightsReview: null }, ['BAD_USER_INPUT']]);
  });

  it.each(['officer.audit', 'officer.system', 'proc.head', 'proc.li', 'lawyer.he'])('is not for %s', async (who) => {
    const answers = [
      await see(who, '{ rightsOf(user: "x") { username } }'),
      await see(who, '{ rightsReview(agency: "x") { username } }'),
    ];
    expect(answers.map(({ codes }) => codes)).toEqual([['FORBIDDEN'], ['FORBIDDEN']]);
  });
});
