import { afterEach, describe, expect, it } from '@jest/globals';
import { listeningLogger } from '#service/testing.fixture.ts';
import { startCollector } from '#service/tracing/collector.fixture.ts';
import { readTraceparent, traceHeaders } from '#service/tracing/trace-context.ts';
import { openTracer, type Tracer } from '#service/tracing/tracer.ts';

let collector: Awaited<ReturnType<typeof startCollector>> | undefined;
afterEach(() => collector?.close());

async function traced(status: number, work: (tracer: Tracer) => Promise<void> | void) {
  collector = await startCollector(status);
  const { logger, lines } = listeningLogger();
  const tracer = await openTracer('court', { OTEL_ENDPOINT: collector.url }, logger);
  await work(tracer);
  await tracer.close();
  return { ...collector, said: lines.map(({ msg, cause }) => `${msg}: ${cause}`) };
}

describe('spans', () => {
  it('reach the collector as a tree, across processes too', async () => {
    const { spans, requests } = await traced(200, async (tracer) => {
      const request = tracer.begin('request', 'server');
      const { traceparent } = await request.run(async () => {
        tracer.begin('call', 'client').end({ rows: 3, outcome: 'ok', queue_ms: 0.5 }, false);
        return traceHeaders();
      });
      tracer.begin('elsewhere', 'server', readTraceparent(traceparent)).end({}, true);
      request.end({}, false);
    });
    const [call, elsewhere, request] = spans;
    expect(requests).toEqual(['POST /v1/traces application/json']);
    expect(spans).toEqual([
      expect.objectContaining({
        name: 'call',
        kind: 3,
        isError: false,
        attributes: { rows: 3, outcome: 'ok', queue_ms: 0.5 },
      }),
      expect.objectContaining({ name: 'elsewhere', kind: 2, isError: true, service: 'zhengfa-court' }),
      expect.objectContaining({ name: 'request', kind: 2 }),
    ]);
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
    expect([call?.parentSpanId, elsewhere?.parentSpanId]).toEqual([request?.spanId, request?.spanId]);
    expect(request).not.toHaveProperty('parentSpanId');
  });

  it('go in batches of bounded size', async () => {
    const { spans, requests } = await traced(200, (tracer) => {
      for (let count = 0; count < 600; count++) tracer.begin('call', 'client').end({}, false);
    });
    expect([spans.length, requests.length]).toEqual([600, 2]);
  });

  it('wait up to a limit', async () => {
    const { spans } = await traced(200, (tracer) => {
      for (let count = 0; count < 5000; count++) tracer.begin('call', 'client').end({}, false);
    });
    expect(spans.length).toBe(4096);
  });

  it('follow no redirect', async () => {
    const { requests, said } = await traced(307, (tracer) => tracer.begin('call', 'client').end({}, false));
    expect([requests.length, said.length]).toEqual([1, 1]);
  });

  it('that the collector refuses are dropped, and the log says so once', async () => {
    const { requests, said } = await traced(503, (tracer) => {
      for (let count = 0; count < 600; count++) tracer.begin('call', 'client').end({}, false);
    });
    expect(requests.length).toBe(1);
    expect(said).toEqual(['the collector does not take spans: they are dropped: status 503']);
  });
});

it('without a collector nothing is sent, and nothing told to other processes', async () => {
  const tracer = await openTracer('court', {}, listeningLogger().logger);
  const span = tracer.begin('request', 'server');
  expect(span.run(() => traceHeaders())).toEqual({});
  span.end({}, false);
  await tracer.close();
});
