import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readRealmExport } from '#subgraphs/access/accounts/realm-export.ts';

const read = (realm: object) => readRealmExport(JSON.stringify(realm));
const user = (extra: object = {}) => ({ id: 'u-1', username: 'court.lin', enabled: true, ...extra });
const rolesOf = (realm: object) => read(realm).map(({ roles }) => roles);

describe('an account', () => {
  it('with all that an export says of it, and nothing of its secrets', () => {
    const attributes = { agency: ['COURT-379999', 'COURT-439999'], staffNo: ['FY0001'], phone: ['13900009901'] };
    const secrets = { email: 'x@y', firstName: '林', credentials: [{ type: 'password', secretData: 'hash' }] };
    expect(read({ users: [user({ attributes, realmRoles: ['court.judge'], ...secrets })] })).toEqual([
      {
        subject: 'u-1',
        username: 'court.lin',
        agency: 'COURT-379999',
        staffNo: 'FY0001',
        licenceNo: null,
        enabled: true,
        roles: ['court.judge'],
      },
    ]);
  });

  it('that says little', () => {
    expect(read({ users: [{ id: 'u-1', username: 'x', attributes: { agency: [] } }] })).toEqual([
      { subject: 'u-1', username: 'x', agency: null, staffNo: null, licenceNo: null, enabled: false, roles: [] },
    ]);
  });
});

describe('roles', () => {
  it('of groups, down from the first', () => {
    const groups = [
      {
        path: '/court',
        realmRoles: ['a'],
        subGroups: [
          { path: '/court/judges', realmRoles: ['court.judge'] },
          { path: '/court/clerks', realmRoles: ['court.clerk'] },
        ],
      },
    ];
    expect(rolesOf({ groups, users: [user({ groups: ['/court/judges', '/nowhere'] })] })).toEqual([
      ['a', 'court.judge'],
    ]);
  });

  it('of composites, also in a circle', () => {
    const realm = [
      { name: 'lead', composites: { realm: ['court.judge', 'lead-of-leads'] } },
      { name: 'lead-of-leads', composites: { realm: ['lead'] } },
      { name: 'court.judge' },
    ];
    expect(rolesOf({ roles: { realm }, users: [user({ realmRoles: ['lead'] })] })).toEqual([
      ['court.judge', 'lead', 'lead-of-leads'],
    ]);
  });

  it('called as parts of an object are', () => {
    const realm = [{ name: '__proto__', composites: { realm: ['constructor'] } }];
    expect(rolesOf({ roles: { realm }, users: [user({ realmRoles: ['__proto__'] })] })).toEqual([
      ['__proto__', 'constructor'],
    ]);
  });
});

it.each(['', 'null', '[]', '{}', '{"users":{}}', '{"users":[{"id":1,"username":"x"}]}', '{"secret": hash}'])(
  '%j is no export, and is not quoted',
  (text) => {
    expect(() => readRealmExport(text)).toThrow(/^文件不是.*no Keycloak realm export/);
  },
);

it('the demo’s realm', () => {
  const file = new URL('../../../auth/realm/zhengfa-realm.json', import.meta.url);
  const accounts = readRealmExport(readFileSync(file, 'utf8'));
  expect(accounts.find(({ username }) => username === 'proc.li')).toMatchObject({
    agency: 'PROC-379999',
    staffNo: 'JC0001',
    roles: ['procuratorate.juvenile_prosecutor', 'procuratorate.prosecutor'],
  });
  const heads = accounts.filter(({ roles }) => roles.some((role) => role.endsWith('.head')));
  expect(heads.map(({ username, agency, staffNo }) => [username, agency, staffNo])).toEqual([
    ['police.head', 'POLICE-379999', 'GA0010'],
    ['proc.head', 'PROC-379999', 'JC0010'],
    ['court.head', 'COURT-379999', 'FY0010'],
  ]);
});
