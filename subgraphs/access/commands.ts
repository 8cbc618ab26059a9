import { readFile } from 'node:fs/promises';
import { type Imported, importRealm } from '#subgraphs/access/accounts/import-realm.ts';
import type { AccessStore } from '#subgraphs/access/store/access-store.ts';
import { UsageError } from '#subgraphs/kit/command-line.ts';

export const USAGE = [
  '用法：npm run access -- 命令 / usage: npm run access -- COMMAND',
  '  import-realm FILE   由 Keycloak 域导出接收账户与岗位 / take over accounts and roles from a Keycloak realm export',
  '  设置 settings: ACCESS_DATABASE_URL, ISSUER_URL',
].join('\n');

export interface CommandParts {
  readonly store: AccessStore;
  /** `iss` of the accounts' tokens. */
  readonly issuer: string;
  readonly now: Date;
  readonly print: (text: string) => void;
}

/** Does what was asked; resolves to whether all of it could be done as it was given. */
export type Command = (parts: CommandParts) => Promise<boolean>;

/** Reads a command as {@link USAGE} has them. Throws {@link UsageError}, before anything is opened. */
export function readCommand([name, file, ...rest]: readonly string[]): Command {
  if (name !== 'import-realm') throw new UsageError(`没有这个命令 / no such command: ${name ?? ''}`);
  if (!file || rest.length > 0) throw new UsageError('import-realm 需要 1 个参数 / import-realm takes 1 argument');
  return async ({ store, issuer, now, print }) => {
    const imported = await importRealm(store, issuer, await readFile(file, 'utf8'), now);
    print(reportOf(imported));
    return imported.separated.length === 0;
  };
}

function reportOf({ accounts, separated }: Imported): string {
  const taken = `已接收 ${accounts} 个账户 / ${accounts} accounts taken over`;
  if (separated.length === 0) return taken;
  const names = separated.join('、');
  return `${taken}\n岗位不相容，未接收任何岗位，已告警 / roles that may not stand together, none taken over, alert raised: ${names}`;
}
