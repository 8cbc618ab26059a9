import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RequestState } from '#gateway/request/state.ts';
import { createHttpSource } from '#gateway/subrequests/http-source.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { createAgent, NoAnswer } from '#service/http/post-json.ts';
import { serve, signal } from '#service/http/testing.fixture.ts';

const agent = createAgent();
let received: { headers: IncomingHttpHeaders; body: string } | undefined;
let answer: (response: ServerResponse) => void;
let failures: unknown[];
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await serve(async (request, response) => {
    received = { headers: request.headers, body: await text(request) };
    answer(response);
  });
});
beforeEach(() => {
  failures = [];
  received = undefined;
});
afterAll(async () => {
  await server.close();
  await agent.close();
});

async function fetchPlanned(
  options: {
    timeoutMs?: number;
    url?: string;
    signal?: AbortSignal;
    foreign?: boolean;
    vouch?: () => Promise<Record<string, string>>;
  } = {},
) {
  const { signal: gone = new AbortController().signal, url = server.url, ...rest } = options;
  const asked = { requestId: 'r-1', operation: '', source: null, caller: null, purpose: null, onlyCase: null };
  const state: RequestState = { ...asked, signal: gone };
  const source = createHttpSource({
    url,
    agent,
    failure: (code, cause) => new DepartmentError(code, { department: 'COURT', system: '12368', cause }),
    onFailure: (_state, cause) => failures.push(cause),
    ...rest,
  });
  const request = {
    query: '{ a }',
    variables: { v: '1' },
    operationName: 'Q',
    http: { headers: new Map([['authorization', 'Bearer t']]) },
  };
  return source.process({ request, context: state, incomingRequestContext: {} } as unknown as Parameters<
    typeof source.process
  >[0]);
}
const answering = (status: number, body: unknown) => {
  answer = (response) => response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
};
const unavailable = {
  data: null,
  errors: [
    {
      message: expect.stringMatching(/^法院/),
      extensions: expect.objectContaining({ code: 'DEPARTMENT_UNAVAILABLE', department: 'COURT' }),
    },
  ],
};

describe('a planned fetch', () => {
  it('carries the operation and what vouches for the caller, and nothing of the user’s own', async () => {
    answering(200, { data: { a: 1 } });
    const vouched: unknown[] = [];
    const vouch = async (...given: unknown[]) => {
      vouched.push(given[1]);
      return { 'x-envelope': 'sealed' };
    };
    expect(await fetchPlanned({ vouch })).toEqual({ data: { a: 1 } });
    expect(received?.body).toBe('{"query":"{ a }","variables":{"v":"1"},"operationName":"Q"}');
    expect(vouched).toEqual([received?.body]);
    expect(received?.headers).toMatchObject({ 'x-request-id': 'r-1', 'x-envelope': 'sealed' });
    expect(received?.headers).not.toHaveProperty('authorization');
  });

  it.each<[string, number, unknown, object]>([
    [
      'data with errors',
      200,
      { data: { a: null }, errors: [{ message: 'm', path: ['a'] }] },
      { data: { a: null }, errors: [{ message: 'm', path: ['a'], extensions: {} }] },
    ],
    ['errors alone', 200, { errors: [{ message: 'm' }] }, { data: null, errors: [{ message: 'm', extensions: {} }] }],
    [
      'errors with their own status',
      503,
      { errors: [{ message: 'm', extensions: { code: 'AUDIT_UNAVAILABLE' } }] },
      { data: null, errors: [{ message: 'm', extensions: { code: 'AUDIT_UNAVAILABLE' } }] },
    ],
    [
      'errors that are none among them',
      200,
      { data: { a: 1 }, errors: [null, 'x', 7] },
      { data: { a: 1 }, errors: [] },
    ],
    ['more than was asked for', 200, { data: { a: 1 }, extensions: { secret: 1 }, x: 2 }, { data: { a: 1 } }],
  ])('gives %s', async (_what, status, body, expected) => {
    answering(status, body);
    expect(await fetchPlanned()).toEqual(expected);
    expect(failures).toEqual([]);
  });

  it.each<[string, number, unknown]>([
    ['a page', 502, '<html>'],
    ['no result', 200, {}],
    ['null for everything', 200, { data: null }],
    ['data that is a text', 200, { data: 'x' }],
    ['data that is a list', 200, { data: [] }],
    ['errors that are no list', 200, { data: null, errors: 'x' }],
    [
      'a refused envelope, which is no fault of the caller',
      401,
      { errors: [{ message: '封套', extensions: { code: 'UNAUTHENTICATED' } }] },
    ],
  ])('is a failure of the department where the subgraph answers %s', async (_what, status, body) => {
    answering(status, body);
    expect(await fetchPlanned()).toEqual(unavailable);
    expect(failures).toHaveLength(1);
  });

  it('is one where nobody is there, or nothing can vouch for the caller', async () => {
    const gone = await serve(() => {});
    await gone.close();
    expect(await fetchPlanned({ url: gone.url })).toEqual(unavailable);
    expect(await fetchPlanned({ vouch: () => Promise.reject(new Error('no key')) })).toEqual(unavailable);
    expect(received).toBeUndefined();
  });

  it('ends in its time, the connection closed', async () => {
    const closed = signal();
    answer = (response) => {
      response.on('close', () => closed.happens());
      response.writeHead(200).write('{');
    };
    const { errors } = await fetchPlanned({ timeoutMs: 50 });
    await closed.happened;
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'DEPARTMENT_TIMEOUT' });
    expect(failures).toEqual([new NoAnswer('no answer within 50 ms', true)]);
  });

  it('ends with the client', async () => {
    const [arrived, closed, gone] = [signal(), signal(), new AbortController()];
    answer = (response) => {
      response.on('close', () => closed.happens());
      arrived.happens();
    };
    const fetching = fetchPlanned({ signal: gone.signal });
    await arrived.happened;
    gone.abort();
    await closed.happened;
    expect(await fetching).toEqual(unavailable);
  });
});

describe('a foreign subgraph’s error', () => {
  const error = (code: string) => ({
    message: 'SELECT * FROM t at db-17.internal:1521',
    path: ['a'],
    extensions: { code, en: 'at db-17.internal', stacktrace: ['at x (y.js:1)'] },
  });

  it('with a stable code comes in our words, at its place', async () => {
    answering(200, { data: { a: null }, errors: [error('FORBIDDEN')] });
    const { errors } = await fetchPlanned({ foreign: true });
    expect(errors).toEqual([
      {
        path: ['a'],
        message: expect.stringMatching(/\p{Script=Han}/u),
        extensions: { code: 'FORBIDDEN', en: expect.any(String) },
      },
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/db-17|SELECT|y\.js/);
  });

  it('with another code keeps none of its extensions', async () => {
    answering(200, { data: { a: null }, errors: [error('WHATEVER')] });
    expect((await fetchPlanned({ foreign: true })).errors).toMatchObject([{ path: ['a'], extensions: {} }]);
  });
});
