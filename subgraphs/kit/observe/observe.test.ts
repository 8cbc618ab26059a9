import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import type { CallResult } from '#adapters/connector/observe.ts';
import { listeningLogger } from '#service/testing.fixture.ts';
import { startCollector } from '#service/tracing/collector.fixture.ts';
import { openTracer } from '#service/tracing/tracer.ts';
import { createCallMetrics } from '#subgraphs/kit/observe/call-metrics.ts';
import { createCallSpans } from '#subgraphs/kit/observe/call-spans.ts';
import { observers } from '#subgraphs/kit/observe/observers.ts';

const ANSWERED: CallResult = {
  outcome: 'ok',
  durationMs: 40,
  queueMs: 3,
  attempts: 2,
  bytes: 512,
  rows: 7,
  breaker: 'closed',
};
const SHED: CallResult = { ...ANSWERED, outcome: 'shed', attempts: 0, bytes: 0, rows: 0 };

describe('metrics', () => {
  const registry = new Registry();
  const metrics = createCallMetrics(registry);
  /** Samples that are not zero, without the buckets. */
  const samples = async () =>
    (await registry.metrics())
      .split('\n')
      .filter((line) => !/^#|_bucket|^$| 0$/.test(line))
      .map((line) => line.replace('zhengfa_legacy_', ''));
  beforeEach(() => registry.resetMetrics());

  it('count calls by what became of them', async () => {
    metrics.began('12368', 'cases').ended(ANSWERED);
    metrics.began('12368', 'cases').ended(SHED);
    expect(await samples()).toEqual([
      'calls_total{system="12368",operation="cases",outcome="ok"} 1',
      'calls_total{system="12368",operation="cases",outcome="shed"} 1',
      'attempts_total{system="12368",operation="cases"} 2',
      'call_duration_seconds_sum{system="12368",operation="cases"} 0.08',
      'call_duration_seconds_count{system="12368",operation="cases"} 2',
      'queue_seconds_sum{system="12368"} 0.006',
      'queue_seconds_count{system="12368"} 2',
      'bytes_total{system="12368",operation="cases"} 512',
      'rows_total{system="12368",operation="cases"} 7',
    ]);
  });

  it('show a system as it stands, until it is closed', async () => {
    let breaker: 'closed' | 'open' = 'closed';
    const ends = [
      metrics.watchSystem('police', () => ({ breaker, running: 2, waiting: 5 })),
      metrics.watchSessions('police', () => ({ open: 4, busy: 1 })),
    ];
    const standing = [
      'running{system="police"} 2',
      'waiting{system="police"} 5',
      'breaker_state{system="police",state="closed"} 1',
      'sessions{system="police",state="open"} 4',
      'sessions{system="police",state="busy"} 1',
    ];
    expect(await samples()).toEqual(standing);
    breaker = 'open';
    expect(await samples()).toEqual(standing.map((line) => line.replace('closed', 'open')));
    for (const end of ends) end();
    expect(await samples()).toEqual([]);
  });
});

describe('spans', () => {
  let collector: Awaited<ReturnType<typeof startCollector>>;
  beforeEach(async () => {
    collector = await startCollector();
  });
  afterEach(() => collector.close());

  it('stand below the request, beside the metrics', async () => {
    const tracer = await openTracer('subgraphs', { OTEL_ENDPOINT: collector.url }, listeningLogger().logger);
    const registry = new Registry();
    const both = observers(createCallMetrics(registry), createCallSpans(tracer));
    const request = tracer.begin('court', 'server');
    request.run(() => both.began('12368', 'cases').ended(ANSWERED));
    request.run(() => both.began('12368', 'cases').ended(SHED));
    request.end({}, false);
    await tracer.close();
    const [answered, shed, parent] = collector.spans;
    expect(answered).toMatchObject({
      name: '12368 cases',
      isError: false,
      parentSpanId: parent?.spanId,
      attributes: {
        'zhengfa.system': '12368',
        'zhengfa.operation': 'cases',
        'zhengfa.outcome': 'ok',
        'zhengfa.queue_ms': 3,
        'zhengfa.attempts': 2,
        'zhengfa.bytes': 512,
        'zhengfa.rows': 7,
        'zhengfa.breaker': 'closed',
      },
    });
    expect(shed).toMatchObject({ isError: true, attributes: { 'zhengfa.outcome': 'shed' } });
    expect(await registry.metrics()).toContain('outcome="shed"} 1');
  });
});
