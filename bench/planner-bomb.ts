/** `npm run bench:bomb` sends small documents that would keep the planner busy for seconds, and prints how soon each is refused, and that no plan was made. */
import { pino } from 'pino';
import { BOMBS, bombSupergraph } from '#bench/bombs.ts';
import { startGateway } from '#gateway/gateway.ts';
import { createOpenGraphProfile } from '#gateway/profiles/open-graph.ts';

const logger = pino({ level: 'silent' });
const gateway = await startGateway({
  supergraphSdl: bombSupergraph(),
  profile: createOpenGraphProfile(logger),
  tokens: null,
  port: 0,
  logger,
});
const url = `http://127.0.0.1:${gateway.port}/graphql`;
const ask = (query: string) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });

await ask('{ __typename }');
const plans = gateway.planner.runs;
for (const [name, query] of Object.entries(BOMBS)) {
  const times: number[] = [];
  let code = '';
  for (let run = 0; run < 20; run += 1) {
    const began = performance.now();
    const answer = (await (await ask(query)).json()) as { errors?: { extensions: { code: string } }[] };
    times.push(performance.now() - began);
    code = answer.errors?.[0]?.extensions.code ?? 'answered';
  }
  times.sort((a, b) => a - b);
  const [least = 0, median = 0, most = 0] = [times[0], times[10], times[19]];
  console.log(
    `${name} (${query.length} bytes): ${code}, ${least.toFixed(1)} / ${median.toFixed(1)} / ${most.toFixed(1)} ms (least, median, most of 20)`,
  );
}
console.log(`plans made for them: ${gateway.planner.runs - plans}`);
await gateway.close();
