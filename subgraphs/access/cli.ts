/** `npm run access -- COMMAND`: see {@link USAGE}. Exit code 1: done, but an account held what must be separate; or failed. */
import { readCommand, USAGE, UsageError } from '#subgraphs/access/commands.ts';
import { openNamed } from '#subgraphs/access/open.ts';
import { createAccessStore } from '#subgraphs/access/store/access-store.ts';
import { readSubgraphSettings } from '#subgraphs/settings.ts';

try {
  process.exitCode = (await run(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  if (error instanceof UsageError) process.stderr.write(`${USAGE}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function run(args: readonly string[]): Promise<boolean> {
  const command = readCommand(args);
  const issuer = process.env.ISSUER_URL;
  if (!issuer) throw new UsageError('缺少设置 ISSUER_URL / the setting ISSUER_URL is missing');
  const store = createAccessStore(await openNamed(readSubgraphSettings(process.env).accessDatabaseUrl()));
  try {
    const print = (text: string) => process.stdout.write(`${text}\n`);
    return await command({ store, issuer, now: new Date(), print });
  } finally {
    await store.close();
  }
}
