/**
 * `npm run bench:authorization` asks one question of 20 rows through a gateway and a subgraph, with all that authorization and audit do
 * (token, fields, purpose, envelope, decisions of rows, two logs on disk) and without any of it, in turns within one run, and prints the ratio.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openGraph, protectedGraph } from '#bench/authorization-graphs.ts';

const ROUNDS = 6;
const REQUESTS = 600;
const AT_ONCE = 16;
const ROWS = 20;

const folder = await mkdtemp(join(tmpdir(), 'zhengfa-bench-'));
const logger = pino({ level: 'silent' });
const graphs = [await openGraph(ROWS, logger), await protectedGraph(ROWS, folder, logger)] as const;
const [without, withAll] = graphs;

/** Milliseconds for all requests of a round. */
async function round({ url, headers, query }: (typeof graphs)[number]): Promise<number> {
  const body = JSON.stringify({ query });
  let left = REQUESTS;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left > 0) {
        left -= 1;
        const answer = await fetch(url, { method: 'POST', headers, body });
        const { data } = (await answer.json()) as { data?: { rows?: unknown[] } };
        if (data?.rows?.length !== ROWS) throw new Error('the bench was not answered');
      }
    }),
  );
  return performance.now() - began;
}

const spent = new Map(graphs.map((graph) => [graph, 0]));
for (const graph of graphs) await round(graph);
const decided = withAll.decisions();
for (let turn = 0; turn < ROUNDS; turn += 1) {
  for (const graph of turn % 2 === 0 ? graphs : [...graphs].reverse())
    spent.set(graph, (spent.get(graph) ?? 0) + (await round(graph)));
}
const perSecond = (graph: (typeof graphs)[number]) => (ROUNDS * REQUESTS * 1000) / (spent.get(graph) ?? 1);
const line = (what: string, value: number) => console.log(`${what.padEnd(34)} ${value.toFixed(0).padStart(7)} /s`);
line('requests without', perSecond(without));
line('requests with', perSecond(withAll));
line('decisions of rows, through the graph', ((withAll.decisions() - decided) * 1000) / (spent.get(withAll) ?? 1));
console.log(`ratio of throughput, with to without: ${(perSecond(withAll) / perSecond(without)).toFixed(2)}`);
for (const graph of graphs) await graph.close();
await rm(folder, { recursive: true });
