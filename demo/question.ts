/** `npm run question` asks the first question of a running demo and prints the answer, the time, and what it cost each legacy system. */

import { FIRST_LIGHT } from '#demo/first-light.ts';
import { issuerOf, readSettings } from '#demo/settings.ts';
import { fetchToken } from '#demo/token-request.ts';

const { ports } = readSettings();
const control = `http://127.0.0.1:${ports.control}`;
const SYSTEMS = ['12368', '12309', 'legal-aid', 'police'];

try {
  const token = await fetchToken(process.env.ISSUER_URL ?? issuerOf(ports.keycloak), FIRST_LIGHT.user, 'demo');
  for (const system of SYSTEMS) await fetch(`${control}/${system}/reset`, { method: 'POST' });
  const began = performance.now();
  const response = await fetch(`http://127.0.0.1:${ports.gateway}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'x-purpose': FIRST_LIGHT.purpose, 'content-type': 'application/json' },
    body: JSON.stringify({ query: FIRST_LIGHT.query, variables: FIRST_LIGHT.variables }),
  });
  const answer = (await response.json()) as { errors?: unknown };
  const milliseconds = Math.round(performance.now() - began);
  console.log(JSON.stringify(answer, null, 2));
  console.log(`\n${FIRST_LIGHT.user}, ${FIRST_LIGHT.purpose}: HTTP ${response.status}, ${milliseconds} ms`);
  for (const system of SYSTEMS) console.log(await callsOf(system));
  process.exitCode = answer.errors ? 1 : 0;
} catch (error) {
  console.error(
    `演示没有应答，请先运行 npm start / the demo does not answer: run npm start first (${(error as Error).message})`,
  );
  process.exitCode = 1;
}

/** `12368: 4 calls (cxAjQx 1, …)` */
async function callsOf(system: string): Promise<string> {
  const { calls } = (await (await fetch(`${control}/${system}`)).json()) as { calls: Record<string, number> };
  const total = Object.values(calls).reduce((sum, count) => sum + count, 0);
  const each = Object.entries(calls).map(([name, count]) => `${name} ${count}`);
  return `${system}: ${total} 次调用 / calls (${each.join(', ')})`;
}
