/** `npm run registry -- COMMAND`: see {@link USAGE}. */
import { userInfo } from 'node:os';
import { readCommand, USAGE } from '#subgraphs/casework/ingest/commands.ts';
import { openIngest } from '#subgraphs/casework/ingest/open.ts';
import { printLine, runCommandLine } from '#subgraphs/kit/command-line.ts';

await runCommandLine(USAGE, async (args) => {
  const command = readCommand(args);
  const { pages, writer, logger, close } = await openIngest(process.env);
  try {
    return await command({ writer, pages, logger, operator: userInfo().username, print: printLine });
  } finally {
    await close();
  }
});
