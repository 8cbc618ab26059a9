import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EnvelopeSigner } from '#auth/envelope/envelope.ts';
import type { EnvelopeVerifier } from '#auth/envelope/verify.ts';
import { DepartmentError, GraphError } from '#schema/errors/graph-error.ts';
import { signal } from '#service/http/testing.fixture.ts';
import { listeningLogger } from '#service/testing.fixture.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';
import { auditInMemory, LIN, subgraphOf } from '#subgraphs/kit/kit.fixture.ts';
import { type RunningSubgraph, serveSubgraph } from '#subgraphs/kit/server.ts';

const permit = { allowed: true, rule: 'permit.x', view: 'WHOLE' } as const;
const late = new DepartmentError('DEPARTMENT_TIMEOUT', {
  department: 'COURT',
  system: '12368',
  cause: new Error('no answer in time'),
});
let signer: EnvelopeSigner = 'gateway';
let slow = async (_context: RequestContext) => 'done';
let changed = 0;
let audit: ReturnType<typeof auditInMemory>;
let log: ReturnType<typeof listeningLogger>;
let subgraph: ReturnType<typeof subgraphOf>;
let running: RunningSubgraph;
const envelopes: EnvelopeVerifier = {
  async verify(envelope) {
    if (envelope !== 'good') throw new GraphError('UNAUTHENTICATED', { cause: new Error('bad signature') });
    return { ...LIN, signer };
  },
};
beforeEach(async () => {
  audit = auditInMemory();
  changed = 0;
  signer = 'gateway';
  log = listeningLogger();
  let made = 0;
  const root = {
    plain: () => 'plain',
    row: (_root: unknown, _args: unknown, context: RequestContext) => {
      context.record('Row', 'ZF-1', permit);
      return 'row';
    },
    change: (_root: unknown, _args: unknown, context: RequestContext) => {
      context.record('Row', 'ZF-1', permit);
      context.writeAudit();
      changed += 1;
      return 'changed';
    },
    slow: (_root: unknown, _args: unknown, context: RequestContext) => slow(context),
    made: (_root: unknown, _args: unknown, context: RequestContext) => context.scope.once('made', () => `${++made}`),
  };
  const sdl = 'type Query { row: String, change: String, plain: String, slow: String, made: String }';
  subgraph = subgraphOf(sdl, root, async (question, context) => {
    if (question.ask === 'facts') context.record('Row', 'ZF-1', permit);
    if (question.ask === 'page') throw late;
    if (question.ask === 'links') throw new TypeError('cannot read x of undefined');
    return [question];
  });
  running = await serveSubgraph(subgraph, { port: 0, envelopes, audit: audit.log, logger: log.logger });
});
afterEach(() => running.close());

async function ask(
  query: string | null,
  {
    envelope = 'good',
    path = '/graphql',
    method = 'POST',
    gone = null as AbortSignal | null,
    body = JSON.stringify({ query }),
  } = {},
) {
  const response = await fetch(`http://127.0.0.1:${running.port}${path}`, {
    method,
    headers: { 'x-envelope': envelope },
    signal: gone,
    ...(method === 'POST' && { body }),
  });
  const answer = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  return [response.status, answer.data ?? null, answer.errors?.[0]?.extensions.code ?? null];
}

describe('a request', () => {
  it.each<[string, () => ReturnType<typeof ask>, unknown[]]>([
    ['in its envelope', () => ask('{ plain }'), [200, { plain: 'plain' }, null]],
    ['in a bad one', () => ask('{ plain }', { envelope: 'bad' }), [401, null, 'UNAUTHENTICATED']],
    ['in two', () => ask('{ plain }', { envelope: 'good, good' }), [401, null, 'UNAUTHENTICATED']],
    ['that is no JSON, and is not quoted', () => ask(null, { body: '{"a": 张拟甲}' }), [500, null, 'INTERNAL']],
    ['that is null', () => ask(null, { body: 'null' }), [500, null, 'INTERNAL']],
    ['without a query', () => ask(null), [500, null, 'INTERNAL']],
    ['that does not parse', () => ask('{'), [500, null, 'INTERNAL']],
    [
      'too long to be read before anybody vouches for it',
      () => ask('x'.repeat(5 * 1024 * 1024), { envelope: 'bad' }),
      [413, null, null],
    ],
    ['by GET', () => ask(null, { method: 'GET' }), [404, null, null]],
    ['elsewhere', () => ask('{ plain }', { path: '/graphql?x' }), [404, null, null]],
  ])('%s', async (_what, asking, expected) => {
    expect(await asking()).toEqual(expected);
    expect(JSON.stringify(log.lines)).not.toMatch(/拟|stack|node_modules/);
  });

  it.each(['casework', 'access'] as const)('of the graph comes from the gateway alone, not from %s', async (other) => {
    signer = other;
    expect(await ask('{ row }')).toEqual([403, null, 'FORBIDDEN']);
    expect(audit.records).toMatchObject([{ subject: 'graph', decision: 'deny', rule: 'deny.not-gateway' }]);
  });

  it('is on record before it is answered', async () => {
    expect(await ask('{ row }')).toEqual([200, { row: 'row' }, null]);
    expect(audit.records).toEqual([
      expect.objectContaining({ case: 'ZF-1', subject: 'Row', rule: 'permit.x', requestId: 'r-1' }),
    ]);
  });

  it('that cannot be recorded is a 503 without data; what decides nothing still answers', async () => {
    audit.state.isFull = true;
    expect(await ask('{ row }')).toEqual([503, null, 'AUDIT_UNAVAILABLE']);
    expect(await ask('{ plain }')).toEqual([200, { plain: 'plain' }, null]);
  });

  it('that changes something is on record before it does; where it cannot be, nothing is changed', async () => {
    expect(await ask('{ change row }')).toEqual([200, { change: 'changed', row: 'row' }, null]);
    expect([changed, audit.records.length]).toEqual([1, 2]);
    audit.state.isFull = true;
    expect(await ask('{ change }')).toEqual([503, null, 'AUDIT_UNAVAILABLE']);
    expect([changed, audit.records.length]).toEqual([1, 2]);
  });

  it('whose client has gone is aborted, down to the legacy call', async () => {
    const [begun, aborted, gone] = [signal(), signal(), new AbortController()];
    slow = async ({ legacyCall }) => {
      legacyCall.signal?.addEventListener('abort', () => aborted.happens());
      begun.happens();
      await aborted.happened;
      return 'late';
    };
    const asking = ask('{ slow }', { gone: gone.signal }).catch(() => 'gone');
    await begun.happened;
    gone.abort();
    await aborted.happened;
    expect(await asking).toBe('gone');
  });
});

describe('the owner’s door', () => {
  const owner = async (body: string, envelope = 'good') => {
    const url = `http://127.0.0.1:${running.port}/owner`;
    const response = await fetch(url, { method: 'POST', headers: { 'x-envelope': envelope }, body });
    return [response.status, await response.json()];
  };
  const failed = (code: string) => ({
    errors: [expect.objectContaining({ extensions: expect.objectContaining({ code }) })],
  });

  it.each<[string, string, unknown[]]>([
    ['an answer', '{"ask":"rows"}', [200, { answer: [{ ask: 'rows' }] }]],
    ['a department’s failure', '{"ask":"page"}', [200, failed('DEPARTMENT_TIMEOUT')]],
    ['a bug', '{"ask":"links"}', [200, failed('INTERNAL')]],
    ['a question that is no JSON', '{"ask": 张拟甲}', [200, failed('INTERNAL')]],
  ])('%s, its cause in the log alone', async (_what, body, expected) => {
    const answer = await owner(body);
    expect(answer).toEqual(expected);
    expect(JSON.stringify(answer)).not.toMatch(/cannot read|no answer in time|拟/);
    expect(JSON.stringify(log.lines)).not.toContain('拟');
  });

  it('wants an envelope, and puts decisions on record before it answers', async () => {
    expect(await owner('{"ask":"facts"}', 'bad')).toEqual([401, failed('UNAUTHENTICATED')]);
    expect(audit.records).toEqual([]);
    expect(await owner('{"ask":"facts"}')).toEqual([200, { answer: [{ ask: 'facts' }] }]);
    expect(audit.records).toHaveLength(1);
    audit.state.isFull = true;
    expect(await owner('{"ask":"facts"}')).toEqual([503, failed('AUDIT_UNAVAILABLE')]);
  });

  it('is not there where nothing answers', async () => {
    await running.close();
    const plain = subgraphOf('type Query { plain: String }', { plain: () => 'plain' });
    running = await serveSubgraph(plain, { port: 0, envelopes, audit: audit.log, logger: log.logger });
    expect(await owner('{"ask":"facts"}')).toEqual([404, {}]);
  });
});

describe('a door of its own', () => {
  const at = async (path: string, body: string, envelope = 'good') => {
    const headers = { 'x-envelope': envelope };
    const response = await fetch(`http://127.0.0.1:${running.port}${path}`, { method: 'POST', headers, body });
    return [response.status, await response.json()];
  };
  const failed = (code: string) => ({
    errors: [expect.objectContaining({ extensions: expect.objectContaining({ code }) })],
  });
  beforeEach(async () => {
    await running.close();
    const answer = async (question: unknown, context: RequestContext) => {
      context.record('Row', 'ZF-1', permit);
      if (question === 'nobody') throw new GraphError('FORBIDDEN');
      return { answered: question };
    };
    const plain = subgraphOf('type Query { plain: String }', { plain: () => 'plain' });
    const withDoor = Object.assign(plain, { doors: { '/ask': { answer } } });
    running = await serveSubgraph(withDoor, { port: 0, envelopes, audit: audit.log, logger: log.logger });
  });

  it('answers what it answers, on record', async () => {
    expect(await at('/ask', '{"a":1}')).toEqual([200, { answered: { a: 1 } }]);
    expect(audit.records).toHaveLength(1);
    expect(await at('/ask', '"nobody"')).toEqual([200, failed('FORBIDDEN')]);
    expect(audit.records).toHaveLength(2);
  });

  it('wants an envelope, and a log that can be written', async () => {
    expect(await at('/ask', '{}', 'bad')).toEqual([401, failed('UNAUTHENTICATED')]);
    expect(await at('/other', '{}')).toEqual([404, {}]);
    expect(await at('/owner', '{}')).toEqual([404, {}]);
    audit.state.isFull = true;
    expect(await at('/ask', '{}')).toEqual([503, failed('AUDIT_UNAVAILABLE')]);
  });
});

it('what a request learnt in one fetch, it knows in the next', async () => {
  expect(await ask('{ made }')).toEqual([200, { made: '1' }, null]);
  expect(await ask('{ made }')).toEqual([200, { made: '1' }, null]);
});

describe('health', () => {
  it('is live at once, and ready for good once what lies underneath has answered', async () => {
    subgraph.isReady = false;
    const statuses = async (): Promise<unknown[]> => {
      const each = ['/health/live', '/health/ready'].map((path) => ask(null, { path, method: 'GET' }));
      return (await Promise.all(each)).map(([status]) => status);
    };
    expect(await statuses()).toEqual([200, 503]);
    subgraph.isReady = true;
    expect(await statuses()).toEqual([200, 200]);
    subgraph.isReady = false;
    expect(await statuses()).toEqual([200, 200]);
  });
});

it('a stop answers what is in flight, then closes what lies underneath and the log', async () => {
  const [begun, released] = [signal(), signal()];
  slow = async () => {
    begun.happens();
    await released.happened;
    return 'done';
  };
  const asking = ask('{ slow }');
  await begun.happened;
  const closed = running.close();
  expect(subgraph.isClosed).toBe(false);
  released.happens();
  expect(await asking).toEqual([200, { slow: 'done' }, null]);
  await closed;
  expect([subgraph.isClosed, audit.state.isClosed]).toEqual([true, true]);
  running = await serveSubgraph(subgraph, { port: 0, envelopes, audit: audit.log, logger: log.logger });
});
