import { readFile } from 'node:fs/promises';
import { REALM_FILE } from '#demo/users.ts';
import { importRealm } from '#subgraphs/access/accounts/import-realm.ts';
import { openNamed } from '#subgraphs/access/open.ts';
import { createAccessStore } from '#subgraphs/access/store/access-store.ts';
import { readSubgraphSettings } from '#subgraphs/settings.ts';

/** Takes over the accounts of the demo's realm, as `npm run access -- import-realm` does with an export of Keycloak's. */
export async function takeOverAccounts(env: NodeJS.ProcessEnv): Promise<void> {
  const store = createAccessStore(await openNamed(readSubgraphSettings(env).accessDatabaseUrl()));
  try {
    await importRealm(store, env.ISSUER_URL ?? '', await readFile(REALM_FILE, 'utf8'), new Date());
  } finally {
    await store.close();
  }
}
