/** `npm run access -- COMMAND`: see {@link USAGE}. Exit code 1: done, but an account held what must be separate; or failed. */
import { readCommand, USAGE } from '#subgraphs/access/commands.ts';
import { openNamed } from '#subgraphs/access/open.ts';
import { createAccessStore } from '#subgraphs/access/store/access-store.ts';
import { printLine, runCommandLine, UsageError } from '#subgraphs/kit/command-line.ts';
import { readSubgraphSettings } from '#subgraphs/settings.ts';

await runCommandLine(USAGE, async (args) => {
  const command = readCommand(args);
  const issuer = process.env.ISSUER_URL;
  if (!issuer) throw new UsageError('缺少设置 ISSUER_URL / the setting ISSUER_URL is missing');
  const store = createAccessStore(await openNamed(readSubgraphSettings(process.env).accessDatabaseUrl()));
  try {
    return await command({ store, issuer, now: new Date(), print: printLine });
  } finally {
    await store.close();
  }
});
