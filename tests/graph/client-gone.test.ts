import { afterEach, expect, it } from '@jest/globals';
import { FIRST_LIGHT } from '#demo/first-light.ts';
import type { SystemName } from '#schema/departments.ts';
import { as, tokenOf } from '#tests/harness/ask.ts';
import { stack } from '#tests/harness/stack.ts';
import { standIn } from '#tests/harness/stand-in.ts';
import { until } from '#tests/harness/until.ts';

/** The process that calls the legacy systems says how its calls ended. */
async function endedSo(system: SystemName, outcome: string): Promise<number> {
  const text = await (await fetch(stack().metricsUrl)).text();
  const lines = text.matchAll(/^zhengfa_legacy_calls_total\{(.*)\} (\d+)$/gm);
  return [...lines]
    .filter(([, labels]) => labels?.includes(`system="${system}"`) && labels.includes(`outcome="${outcome}"`))
    .reduce((sum, [, , count]) => sum + Number(count), 0);
}

const running = async (system: SystemName) =>
  new RegExp(`^zhengfa_legacy_running\\{system="${system}"\\} [1-9]`, 'm').test(
    await (await fetch(stack().metricsUrl)).text(),
  );

const SYSTEMS = ['12368', 'legal-aid'] as const satisfies readonly SystemName[];
afterEach(() => Promise.all(SYSTEMS.map((system) => standIn(system).recovers())));

it.each(SYSTEMS)('a client that goes away takes its calls of %s along, down to the wire', async (system) => {
  const authorization = `Bearer ${await tokenOf('court.lin')}`;
  const cancelled = await endedSo(system, 'cancelled');
  const late = await endedSo(system, 'DEPARTMENT_TIMEOUT');
  await standIn(system).fails({ mode: 'hang' });

  const client = new AbortController();
  const { query, variables } = FIRST_LIGHT;
  const asking = fetch(stack().graphUrl, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', 'x-purpose': 'HANDLE_CASE' },
    body: JSON.stringify({ query, variables }),
    signal: client.signal,
  }).catch(() => 'gone');
  await until(() => running(system));
  client.abort();

  expect(await asking).toBe('gone');
  await until(async () => !(await running(system)));
  expect(await endedSo(system, 'cancelled')).toBeGreaterThan(cancelled);
  expect(await endedSo(system, 'DEPARTMENT_TIMEOUT')).toBe(late);
  await standIn(system).recovers();
  expect((await as('court.lin').ask({ query, variables })).errors).toEqual([]);
});
