/** `npm run registry -- COMMAND`: see {@link USAGE}. */
import { userInfo } from 'node:os';
import { readCommand, USAGE, UsageError } from '#subgraphs/casework/ingest/commands.ts';
import { openIngest } from '#subgraphs/casework/ingest/open.ts';

try {
  process.exitCode = (await run(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  if (error instanceof UsageError) process.stderr.write(`${USAGE}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function run(args: readonly string[]): Promise<boolean> {
  const command = readCommand(args);
  const { pages, writer, logger, close } = await openIngest(process.env);
  try {
    const print = (text: string) => process.stdout.write(`${text}\n`);
    return await command({ writer, pages, logger, operator: userInfo().username, print });
  } finally {
    await close();
  }
}
