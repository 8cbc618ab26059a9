import { afterEach, expect, it } from '@jest/globals';
import { type Metrics, openMetrics } from '#service/metrics/metrics.ts';
import { listeningLogger } from '#service/testing.fixture.ts';
import { createCallMetrics } from '#subgraphs/kit/observe/call-metrics.ts';
import { call, PASSWORD, QUESTIONS, start, USER } from '#tests/court-12368/harness.ts';
import { CASE_1 } from '#tests/court-12368/numbers.ts';

let metrics: Metrics | undefined;
afterEach(() => metrics?.close());

/** Labels of ours, and those of the process's own figures. */
const LABELS: Readonly<Record<string, RegExp>> = {
  system: /^12368$/,
  operation: new RegExp(`^(?:${Object.values(QUESTIONS).join('|')})$`),
  outcome: /^(?:ok|DEPARTMENT_UNAVAILABLE)$/,
  state: /^(?:closed|half-open|open)$/,
  le: /^(?:[\d.e-]+|\+Inf)$/,
  version: /^v\d+\.\d+\.\d+$/,
  ...{ major: /^\d+$/, minor: /^\d+$/, patch: /^\d+$/, kind: /^[a-z]+$/, space: /^[a-z_]+$/, type: /^\w+$/ },
};

it('calls are seen at /metrics, and no value, key, name or address with them', async () => {
  metrics = await openMetrics({ setting: 'X', standardPort: 0, env: {}, logger: listeningLogger().logger });
  const observer = createCallMetrics(metrics.registry);
  const { court, simulator, endpoint } = await start({ settings: { observer } });
  await court.casesByNumber([CASE_1], call);
  await court.partiesByCase([CASE_1], call);
  await simulator.close();
  await court.hearingsByCase([CASE_1], call).catch(() => {});

  const text = await (await fetch(`http://127.0.0.1:${metrics.port}/metrics`)).text();
  const ended = [...text.matchAll(/^zhengfa_legacy_calls_total\{(.*)\} (\d+)$/gm)].map(([, labels, count]) => [
    labels,
    count,
  ]);
  expect(ended).toEqual([
    [`system="12368",operation="${QUESTIONS.casesByNumber}",outcome="ok"`, '1'],
    [`system="12368",operation="${QUESTIONS.partiesByCase}",outcome="ok"`, '1'],
    [`system="12368",operation="${QUESTIONS.hearingsByCase}",outcome="DEPARTMENT_UNAVAILABLE"`, '1'],
  ]);
  expect(text).toMatch(/^zhengfa_legacy_bytes_total\{.*\} [1-9]\d{2,}$/m);
  expect(text).toMatch(/^zhengfa_legacy_breaker_state\{system="12368",state="closed"\} 1$/m);
  for (const [, name = '', value = ''] of text.matchAll(/[{,](\w+)="((?:[^"\\]|\\.)*)"/g))
    expect(`${name}: ${LABELS[name]?.test(value) ? 'fine' : value}`).toBe(`${name}: fine`);
  for (const secret of [USER, PASSWORD, endpoint, '127.0.0.1', call.requestId, String(CASE_1), '拟', '3799'])
    expect(text).not.toContain(secret);
});
