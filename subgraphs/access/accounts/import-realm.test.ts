import { expect, it } from '@jest/globals';
import { importRealm } from '#subgraphs/access/accounts/import-realm.ts';
import type { StatedAccount } from '#subgraphs/access/store/accounts.ts';

const NOW = new Date('2026-01-05T09:00:00+08:00');

async function imported(...roles: readonly (readonly string[])[]) {
  const users = roles.map((realmRoles, index) => ({
    id: `u-${index}`,
    username: `user-${index}`,
    enabled: true,
    realmRoles,
  }));
  const seen: { stated: readonly StatedAccount[]; alerted: readonly string[] } = { stated: [], alerted: [] };
  const store = {
    takeOverAccounts: async (_issuer: string, stated: readonly StatedAccount[]) => void Object.assign(seen, { stated }),
    alertSeparation: async (alerted: readonly string[]) => void Object.assign(seen, { alerted }),
  };
  const result = await importRealm(store, 'https://issuer', JSON.stringify({ users }), NOW);
  return { result, roles: seen.stated.map((account) => account.roles), alerted: seen.alerted };
}

it.each<[string, readonly string[], readonly string[]]>([
  ['one office', ['court.judge'], ['court.judge']],
  [
    'two offices of one person',
    ['procuratorate.prosecutor', 'procuratorate.juvenile_prosecutor'],
    ['procuratorate.juvenile_prosecutor', 'procuratorate.prosecutor'],
  ],
  [
    'an officer with what Keycloak gives everyone',
    ['platform.auditor', 'offline_access', 'default-roles-zhengfa'],
    ['platform.auditor'],
  ],
  ['roles that no policy knows', ['court.janitor', '__proto__', 'constructor'], []],
])('%s is taken over', async (_what, roles, expected) => {
  expect(await imported(roles)).toEqual({ result: { accounts: 1, separated: [] }, roles: [expected], alerted: [] });
});

const PLATFORM = ['platform.security_officer', 'platform.auditor', 'platform.system_administrator'];
const TOGETHER = PLATFORM.flatMap((one, index) => [
  ...PLATFORM.slice(index + 1).map((other) => [one, other]),
  [one, 'court.judge'],
  [one, 'party'],
]);

it.each([...TOGETHER, PLATFORM])(
  '%s and %s on one account: it holds nothing, and an alert is raised',
  async (...roles) => {
    expect(await imported(['court.judge'], roles)).toEqual({
      result: { accounts: 2, separated: ['user-1'] },
      roles: [['court.judge'], []],
      alerted: ['u-1'],
    });
  },
);
