/** `npm run subgraphs` starts all subgraphs in one process; `npm run subgraphs -- court` starts the named ones, each on its own port. */
import { SUBGRAPHS, type SubgraphName } from '#auth/envelope/envelope.ts';
import { CODE_BOOK } from '#schema/codes/code-book.ts';
import { runService } from '#service/run.ts';
import { readSubgraphSettings } from '#subgraphs/settings.ts';
import { startSubgraph } from '#subgraphs/start.ts';
import { logUnknownCodes } from '#subgraphs/unknown-codes.ts';

const asked = process.argv.slice(2);

await runService('subgraphs', 'SUBGRAPH_<NAME>_PORT', async (logger) => {
  const unknown = asked.find((name) => !(SUBGRAPHS as readonly string[]).includes(name));
  if (unknown) throw new Error(`没有子图 ${unknown} / there is no subgraph ${unknown}: ${SUBGRAPHS.join(', ')}`);
  const settings = readSubgraphSettings(process.env);
  const names = asked.length > 0 ? (asked as SubgraphName[]) : SUBGRAPHS;
  const logUnknownAtEnd = logUnknownCodes(CODE_BOOK, logger);
  const running = await Promise.all(names.map((name) => startSubgraph(name, settings, logger)));
  return {
    ports: Object.fromEntries(running.map(({ name, port }) => [name, port])),
    async close() {
      // Casework asks the others, so it finishes first.
      for (const subgraph of running) await subgraph.close();
      logUnknownAtEnd();
    },
  };
});
