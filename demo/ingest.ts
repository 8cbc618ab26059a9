/**
 * Fills the registry as `npm run registry -- sync` does, ties the two parties' accounts to their persons, as the counter does after an
 * identity check (WORLD 3), and takes over the realm's accounts as `npm run access -- import-realm` does. Started by the launcher together with
 * what it asks, it begins when told and ends when done.
 */
import { once } from 'node:events';
import { loadKey } from '#auth/keys/load.ts';
import { opaqueId } from '#auth/opaque-id.ts';
import { takeOverAccounts } from '#demo/access.ts';
import { demoUsers } from '#demo/users.ts';
import { PARTY_ACCOUNTS } from '#demo/world/accounts.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { openIngest } from '#subgraphs/casework/ingest/open.ts';
import { syncRegistry } from '#subgraphs/casework/ingest/sync.ts';

// Without the launcher nobody waits for it.
process.once('disconnect', () => process.exit(1));
const told = once(process, 'message');
const { keysDir, pages, writer, logger, close } = await openIngest(process.env);
try {
  await told;
  const [figures] = await Promise.all([syncRegistry({ pages, writer, logger }), takeOverAccounts(process.env)]);
  const failed = figures.find(({ failure }) => failure !== null);
  if (failed) throw new Error(`登记库同步失败 / the registry was not filled: ${failed.source}, ${failed.failure}`);
  const opaqueIdKey = await loadKey(keysDir, 'opaque-id');
  const users = new Map(demoUsers().map(({ username, sub }) => [username, sub]));
  for (const { username, person } of PARTY_ACCOUNTS) {
    await writer.tieAccount({
      issuer: process.env.ISSUER_URL ?? '',
      subject: users.get(username) ?? '',
      personUid: opaqueId(opaqueIdKey, 'P', PEOPLE[person].idNumber),
      checkedBy: 'demo',
    });
  }
} finally {
  await close();
}
// The channel to the launcher would keep it alive.
process.exit(0);
