import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { createRequestObserver } from '#gateway/http/request-observer.ts';
import { startHttpServer } from '#gateway/http/server.ts';
import type { Door } from '#service/http/door.ts';
import { listeningLogger } from '#service/testing.fixture.ts';
import { startCollector } from '#service/tracing/collector.fixture.ts';
import { readTraceparent, traceHeaders } from '#service/tracing/trace-context.ts';
import { openTracer, type Tracer } from '#service/tracing/tracer.ts';

let collector: Awaited<ReturnType<typeof startCollector>>;
let tracer: Tracer;
let registry: Registry;
let door: Door;
let codes: string[] = [];
let handedOn: Record<string, string> = {};
beforeEach(async () => {
  collector = await startCollector();
  const { logger } = listeningLogger();
  tracer = await openTracer('gateway', { OTEL_ENDPOINT: collector.url }, logger);
  registry = new Registry();
  door = await startHttpServer({
    ...{ port: 0, host: '127.0.0.1', maxBodyBytes: 100, logger },
    observer: createRequestObserver(registry, tracer),
    ready: async () => null,
    async answer() {
      handedOn = traceHeaders();
      const operationName = 'FirstLight';
      return { status: 200, headers: {}, body: '{"data":{}}', operationName, actor: 'sub', codes };
    },
  });
});
afterEach(() => Promise.all([door.close(), tracer.close(), collector.close()]));

const ask = async (body: string, path = '/graphql') =>
  (await fetch(`http://127.0.0.1:${door.port}${path}`, { method: 'POST', body })).headers.get('x-request-id');
const counted = async () =>
  (await registry.metrics())
    .split('\n')
    .filter((line) => /^zhengfa_request(?:s_total|_duration_seconds_count)/.test(line));

describe('requests are counted by status and stable code, not by what the client calls them', () => {
  it.each([
    ['answered', [], 'x', 'status="200",code="none"'],
    ['in part', ['DEPARTMENT_TIMEOUT', 'NOT_FOUND'], 'x', 'status="200",code="DEPARTMENT_TIMEOUT"'],
    ['with another graph’s own code', ['379999198506120130'], 'x', 'status="200",code="other"'],
    ['refused before GraphQL', [], 'x'.repeat(101), 'status="413",code="BAD_USER_INPUT"'],
  ])('%s', async (_what, given, body, labels) => {
    codes = given;
    await ask(body);
    expect(await counted()).toEqual([
      `zhengfa_requests_total{${labels}} 1`,
      'zhengfa_request_duration_seconds_count 1',
    ]);
  });

  it('and health checks not at all', async () => {
    await ask('', '/health/live');
    expect(await counted()).toEqual(['zhengfa_request_duration_seconds_count 0']);
  });
});

it('a request is a span, which the work that it begins belongs to', async () => {
  codes = ['DEPARTMENT_TIMEOUT'];
  const requestId = await ask('x');
  await tracer.close();
  const [span] = collector.spans;
  expect(span).toMatchObject({
    ...{ name: 'graphql', service: 'zhengfa-gateway', isError: true, kind: 2 },
    attributes: {
      'http.response.status_code': 200,
      'zhengfa.code': 'DEPARTMENT_TIMEOUT',
      'zhengfa.request_id': requestId,
    },
  });
  expect(readTraceparent(handedOn.traceparent)).toEqual({ traceId: span?.traceId, spanId: span?.spanId });
});
