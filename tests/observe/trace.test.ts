import { afterEach, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { startGateway } from '#gateway/gateway.ts';
import { createRequestObserver } from '#gateway/http/request-observer.ts';
import { createOpenGraphProfile } from '#gateway/profiles/open-graph.ts';
import { listeningLogger } from '#service/testing.fixture.ts';
import { startCollector } from '#service/tracing/collector.fixture.ts';
import { readTraceparent } from '#service/tracing/trace-context.ts';
import { openTracer } from '#service/tracing/tracer.ts';
import { startLibrary } from '#tests/gateway/library.ts';
import { post } from '#tests/harness/ask.ts';

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

it('every fetch of a planned operation tells its subgraph the trace of the request', async () => {
  const [library, collector] = await Promise.all([startLibrary(), startCollector()]);
  cleanUp.push(library.close, collector.close);
  const { logger } = listeningLogger();
  const tracer = await openTracer('gateway', { OTEL_ENDPOINT: collector.url }, logger);
  const gateway = await startGateway({
    ...{ supergraphSdl: library.openSdl, profile: createOpenGraphProfile(logger), tokens: null, port: 0, logger },
    observer: createRequestObserver(new Registry(), tracer),
  });
  cleanUp.push(gateway.close);
  const url = `http://127.0.0.1:${gateway.port}/graphql`;
  for (const id of ['1', '2']) await post(JSON.stringify({ query: `{ book(id: ${id}) { title stars } }` }), {}, url);
  await tracer.close();
  const traces = collector.spans.map(({ traceId, spanId }) => ({ traceId, spanId }));
  expect(new Set(traces.map(({ traceId }) => traceId)).size).toBe(2);
  for (const { requests } of [library.books, library.reviews])
    expect(requests.map(({ headers }) => readTraceparent(headers.traceparent))).toEqual(traces);
});
