import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { listeningLogger } from '#service/testing.fixture.ts';
import { startCollector } from '#service/tracing/collector.fixture.ts';
import { openTracer, type Tracer } from '#service/tracing/tracer.ts';
import { auditInMemory, LIN, subgraphOf } from '#subgraphs/kit/kit.fixture.ts';
import { createCallSpans } from '#subgraphs/kit/observe/call-spans.ts';
import { type RunningSubgraph, serveSubgraph } from '#subgraphs/kit/server.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';
const TRACEPARENT = `00-${TRACE}-${SPAN}-01`;
const COUNTS = { durationMs: 1, queueMs: 0, attempts: 1, bytes: 1, rows: 1, breaker: 'closed' } as const;

let collector: Awaited<ReturnType<typeof startCollector>>;
let tracer: Tracer;
let running: RunningSubgraph;
beforeEach(async () => {
  collector = await startCollector();
  const { logger } = listeningLogger();
  tracer = await openTracer('subgraphs', { OTEL_ENDPOINT: collector.url }, logger);
  const calls = createCallSpans(tracer);
  const root = {
    async asked() {
      await null; // as far from the request as a loader's batch is
      calls.began('12368', 'cases').ended({ ...COUNTS, outcome: 'ok' });
      return 'answered';
    },
  };
  running = await serveSubgraph(
    subgraphOf('type Query { asked: String }', root, async () => []),
    {
      ...{ port: 0, audit: auditInMemory().log, logger, tracer },
      envelopes: { verify: async () => ({ ...LIN, signer: 'gateway' }) },
    },
  );
});
afterEach(() => Promise.all([running.close(), collector.close()]));

async function spansOf(headers: Record<string, string>) {
  const body = JSON.stringify({ query: '{ asked }' });
  const response = await fetch(`http://127.0.0.1:${running.port}/graphql`, { method: 'POST', body, headers });
  expect(await response.json()).toEqual({ data: { asked: 'answered' } });
  await tracer.close();
  return collector.spans;
}

it('a call stands below the subgraph’s request, and that below the gateway’s', async () => {
  const [call, request] = await spansOf({ traceparent: TRACEPARENT });
  expect(request).toMatchObject({ kind: 2, traceId: TRACE, parentSpanId: SPAN, isError: false });
  expect(call).toMatchObject({ name: '12368 cases', kind: 3, traceId: TRACE, parentSpanId: request?.spanId });
});

it('a request of a caller without a trace begins one', async () => {
  const [call, request] = await spansOf({});
  expect(request).not.toHaveProperty('parentSpanId');
  expect(call).toMatchObject({ traceId: request?.traceId, parentSpanId: request?.spanId });
});
