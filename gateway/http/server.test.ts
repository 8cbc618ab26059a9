import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { GraphQLAnswer, GraphQLRequest } from '#gateway/http/graphql.ts';
import { startHttpServer } from '#gateway/http/server.ts';
import type { Door } from '#service/http/door.ts';
import { dial, signal } from '#service/http/testing.fixture.ts';
import { listeningLogger } from '#service/testing.fixture.ts';

const ANSWER: GraphQLAnswer = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"data":{}}',
  operationName: 'FirstLight',
  actor: 'sub',
  codes: [],
};
let answer: (request: GraphQLRequest) => Promise<GraphQLAnswer>;
let ready: () => Promise<Record<string, unknown> | null>;
let log: ReturnType<typeof listeningLogger>;
let door: Door;
beforeEach(async () => {
  answer = async () => ANSWER;
  ready = async () => null;
  log = listeningLogger();
  const options = { port: 0, host: '127.0.0.1', maxBodyBytes: 100, logger: log.logger };
  door = await startHttpServer({ ...options, answer: (request) => answer(request), ready: () => ready() });
});
afterEach(() => door.close());

const at = (path: string) => `http://127.0.0.1:${door.port}${path}`;
const ask = async (path: string, init?: RequestInit) => {
  const response = await fetch(at(path), init);
  const body = (await response.json()) as { errors?: { extensions: { code: string; requestId: string } }[] };
  return {
    status: response.status,
    requestId: response.headers.get('x-request-id'),
    body,
    error: body.errors?.[0]?.extensions,
  };
};
const post = (body: string, headers = {}) => ask('/graphql', { method: 'POST', body, headers });

describe('what is answered before GraphQL', () => {
  it.each<[string, () => ReturnType<typeof ask>, number]>([
    ['another path', () => ask('/admin?x=379999198506120130'), 404],
    ['a path that begins alike', () => ask('/graphqlx'), 404],
    ['a body that is too long', () => post('x'.repeat(101)), 413],
    ['a compressed body', () => post('x', { 'content-encoding': 'gzip' }), 415],
  ])('%s: a sentence with the request’s id, and a line in the log', async (_what, asking, status) => {
    const { error, requestId, ...answered } = await asking();
    expect({ status: answered.status, code: error?.code, id: error?.requestId }).toEqual({
      status,
      code: 'BAD_USER_INPUT',
      id: requestId,
    });
    expect(log.lines).toEqual([
      expect.objectContaining({ msg: 'request', requestId, status, codes: ['BAD_USER_INPUT'] }),
    ]);
    expect(JSON.stringify(log.lines)).not.toContain('3799');
  });

  it('health', async () => {
    expect(await ask('/health/live')).toMatchObject({ status: 200, body: { status: 'live' } });
    expect(await ask('/health/ready')).toMatchObject({ status: 503, body: { status: 'starting' } });
    ready = async () => ({ status: 'ready' });
    expect(await ask('/health/ready?probe=1')).toMatchObject({ status: 200, body: { status: 'ready' } });
    expect(log.lines).toEqual([]);
  });
});

describe('a request', () => {
  it('is handed on as it came, and its end is logged without what was asked', async () => {
    const handed = signal<GraphQLRequest>();
    answer = async (request) => {
      handed.happens(request);
      return { ...ANSWER, codes: ['FORBIDDEN'] };
    };
    const { requestId } = await post('{"query":"张拟甲"}', { 'x-purpose': 'HANDLE_CASE', authorization: 'Bearer t' });
    expect(await handed.happened).toMatchObject({
      method: 'POST',
      url: '/graphql',
      body: '{"query":"张拟甲"}',
      requestId,
      headers: { 'x-purpose': 'HANDLE_CASE', authorization: 'Bearer t' },
    });
    expect(log.lines).toEqual([
      {
        level: 30,
        msg: 'request',
        requestId,
        method: 'POST',
        status: 200,
        operationName: 'FirstLight',
        actor: 'sub',
        codes: ['FORBIDDEN'],
        ms: expect.any(Number),
      },
    ]);
  });

  it('with two Authorization headers has neither', async () => {
    const handed = signal<GraphQLRequest>();
    answer = async (request) => {
      handed.happens(request);
      return ANSWER;
    };
    const socket = await dial(door.port);
    socket.end(
      'GET /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer a\r\nauthorization: Bearer b\r\nconnection: close\r\n\r\n',
    );
    expect((await handed.happened).headers.authorization).toBe('Bearer a, Bearer b');
    await socket.ended;
  });

  it('that fails beyond all expectation is a 500 without a word', async () => {
    answer = () => Promise.reject(new Error('boom at 10.0.0.1'));
    const response = await fetch(at('/graphql'));
    expect([response.status, await response.text()]).toEqual([500, '']);
    expect(log.lines).toEqual([expect.objectContaining({ level: 50, msg: 'request failed' })]);
  });
});

describe('a client that goes away', () => {
  it('aborts what is done for it', async () => {
    const [begun, ended] = [signal(), signal()];
    answer = ({ signal: gone }) => {
      gone.addEventListener('abort', () => ended.happens());
      begun.happens();
      return ended.happened.then(() => ANSWER);
    };
    const gone = new AbortController();
    const asking = fetch(at('/graphql'), { method: 'POST', body: '{}', signal: gone.signal }).catch(() => 'gone');
    await begun.happened;
    gone.abort();
    expect(await asking).toBe('gone');
    await ended.happened;
  });

  it('in the middle of its body leaves a line, and no error of ours', async () => {
    const socket = await dial(door.port);
    socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 50\r\n\r\nhalf');
    socket.end();
    await socket.ended;
    while (log.lines.length === 0) await new Promise(setImmediate);
    expect(log.lines).toEqual([expect.objectContaining({ level: 30, msg: 'request', status: null })]);
  });
});

it('in flight when the gateway stops: answered', async () => {
  const [begun, released] = [signal(), signal()];
  answer = async () => {
    begun.happens();
    await released.happened;
    return ANSWER;
  };
  const asking = post('{}');
  await begun.happened;
  const closed = door.close();
  released.happens();
  expect((await asking).status).toBe(200);
  await closed;
  door = await startHttpServer({ port: 0, host: '127.0.0.1', maxBodyBytes: 1, logger: log.logger, answer, ready });
});
