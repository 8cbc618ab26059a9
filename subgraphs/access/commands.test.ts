import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { readCommand } from '#subgraphs/access/commands.ts';
import type { AccessStore } from '#subgraphs/access/store/access-store.ts';
import { UsageError } from '#subgraphs/kit/command-line.ts';

it.each([[], ['grant'], ['import-realm'], ['import-realm', ''], ['import-realm', 'a', 'b'], ['__proto__', 'a']])(
  '%j %j is no command',
  (...args) => {
    expect(() => readCommand(args)).toThrow(UsageError);
  },
);

it('import-realm tells how many accounts it took over', async () => {
  const realm = fileURLToPath(new URL('../../auth/realm/zhengfa-realm.json', import.meta.url));
  const printed: string[] = [];
  const store = { takeOverAccounts: async () => {}, alertSeparation: async () => {} } as unknown as AccessStore;
  const parts = { store, issuer: 'https://issuer', now: new Date(), print: (text: string) => void printed.push(text) };
  expect(await readCommand(['import-realm', realm])(parts)).toBe(true);
  expect(printed.join()).toMatch(/^已接收 31 个账户 \/ 31 accounts taken over$/);
});
