/** `npm run subgraphs` starts all subgraphs in one process; `npm run subgraphs -- court` starts the named ones, each on its own port. */
import { SUBGRAPHS, type SubgraphName } from '#auth/envelope/envelope.ts';
import { CODE_BOOK } from '#schema/codes/code-book.ts';
import { openMetrics } from '#service/metrics/metrics.ts';
import { runService } from '#service/run.ts';
import { openTracer } from '#service/tracing/tracer.ts';
import { createCallMetrics } from '#subgraphs/kit/observe/call-metrics.ts';
import { createCallSpans } from '#subgraphs/kit/observe/call-spans.ts';
import { observers } from '#subgraphs/kit/observe/observers.ts';
import { countUnknownCodes, logUnknownCodes } from '#subgraphs/kit/observe/unknown-codes.ts';
import { readSubgraphSettings } from '#subgraphs/settings.ts';
import { startSubgraph } from '#subgraphs/start.ts';

const asked = process.argv.slice(2);
const { env } = process;

/** Where metrics are unless `SUBGRAPHS_METRICS_PORT` moves them: of all subgraphs together, then of a process that has begun with this one. */
const METRICS_PORT = 9465;
const metricsPortOf = (name: SubgraphName | undefined) =>
  name === undefined ? METRICS_PORT : METRICS_PORT + 1 + SUBGRAPHS.indexOf(name);

await runService('subgraphs', 'SUBGRAPH_<NAME>_PORT', async (logger) => {
  const unknown = asked.find((name) => !(SUBGRAPHS as readonly string[]).includes(name));
  if (unknown) throw new Error(`没有子图 ${unknown} / there is no subgraph ${unknown}: ${SUBGRAPHS.join(', ')}`);
  const settings = readSubgraphSettings(env);
  const names = asked.length > 0 ? (asked as SubgraphName[]) : SUBGRAPHS;
  const standardPort = metricsPortOf(asked.length > 0 ? names[0] : undefined);
  const metrics = await openMetrics({ setting: 'SUBGRAPHS_METRICS_PORT', standardPort, env, logger });
  const tracer = await openTracer('subgraphs', env, logger);
  const calls = observers(createCallMetrics(metrics.registry), createCallSpans(tracer));
  countUnknownCodes(CODE_BOOK, metrics.registry);
  const logUnknownAtEnd = logUnknownCodes(CODE_BOOK, logger);
  const running = await Promise.all(names.map((name) => startSubgraph(name, settings, logger, { calls, tracer })));
  return {
    ports: Object.fromEntries(running.map(({ name, port }) => [name, port])),
    async close() {
      // Casework asks the others, so it finishes first.
      for (const subgraph of running) await subgraph.close();
      logUnknownAtEnd();
      await Promise.all([metrics.close(), tracer.close()]);
    },
  };
});
