import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAgent, NoAnswer, postJson } from '#service/http/post-json.ts';
import { serve, signal } from '#service/http/testing.fixture.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;
let answer: Answer;
let server: Awaited<ReturnType<typeof serve>>;
const agent = createAgent();
beforeAll(async () => {
  server = await serve((request, response) => answer(response, request));
});
afterAll(async () => {
  await server.close();
  await agent.close();
});

const post = (given: Answer, options: { timeoutMs?: number; signal?: AbortSignal } = {}) => {
  answer = given;
  return postJson(server.url, { agent, headers: { 'x-a': 'b' }, body: '{"q":1}', timeoutMs: 10_000, ...options });
};
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: NoAnswer) => error,
  );

it('gives status and object, whatever the status', async () => {
  const received = signal<unknown>();
  const given = post((response, request) => {
    const { method, headers } = request;
    received.happens([method, headers['content-type'], headers['x-a'], headers.authorization]);
    response.writeHead(503).end('{"errors":[]}');
  });
  expect(await given).toEqual({ status: 503, value: { errors: [] } });
  expect(await received.happened).toEqual(['POST', 'application/json; charset=utf-8', 'b', undefined]);
});

describe('what is no answer', () => {
  const SECRET = '张拟甲 379999198506120130';
  it.each<[string, Answer]>([
    ['garbage', (response) => response.end(`<html>${SECRET}</html>`)],
    ['JSON with garbage in it', (response) => response.end(`{"name": ${SECRET}`)],
    ['JSON that is no object', (response) => response.end(`["${SECRET}"]`)],
    ['null', (response) => response.end('null')],
    ['nothing', (response) => response.end()],
    ['a redirect', (response) => response.writeHead(302, { location: server.url }).end()],
    [
      'less than was promised',
      (response) => response.writeHead(200, { 'content-length': 100 }).end('{}', () => response.destroy()),
    ],
    ['a connection that is cut', (response) => response.destroy()],
    ['something that is no HTTP', (response) => response.socket?.end('ORA-03113\r\n\r\n')],
    [
      'more than anybody can read',
      (response) => {
        const piece = Buffer.alloc(1024 * 1024, ' ');
        const more = () => {
          while (response.write(piece)) if (response.destroyed) return;
        };
        response.on('drain', more);
        more();
      },
    ],
  ])('%s, and no word of it in the error', async (_what, given) => {
    const error = await refusal(post(given));
    expect(error).toBeInstanceOf(NoAnswer);
    expect(error?.isLate).toBe(false);
    expect(error?.message).not.toMatch(/拟|3799|html|ORA/);
  });

  it('nobody there', async () => {
    const gone = await serve(() => {});
    await gone.close();
    const error = await refusal(postJson(gone.url, { agent, headers: {}, body: '{}', timeoutMs: 10_000 }));
    expect(error).toBeInstanceOf(NoAnswer);
  });
});

describe('what takes too long is given up, and its connection closed', () => {
  it.each<[string, Answer]>([
    ['no answer at all', () => {}],
    ['headers and no more', (response) => response.writeHead(200).flushHeaders()],
    [
      'an answer that trickles for ever',
      (response) => {
        const timer = setInterval(() => response.write(' '), 5);
        response.on('close', () => clearInterval(timer));
      },
    ],
  ])('%s', async (_what, given) => {
    const closed = signal();
    const error = await refusal(
      post(
        (response, request) => {
          response.on('close', () => closed.happens());
          given(response, request);
        },
        { timeoutMs: 60 },
      ),
    );
    await closed.happened;
    expect(error).toMatchObject({ isLate: true, message: 'no answer within 60 ms' });
  });

  it('where nobody waits any more, at once', async () => {
    const [arrived, closed, gone] = [signal(), signal(), new AbortController()];
    const given = refusal(
      post(
        (response) => {
          response.on('close', () => closed.happens());
          arrived.happens();
        },
        { signal: gone.signal },
      ),
    );
    await arrived.happened;
    gone.abort();
    await closed.happened;
    expect(await given).toMatchObject({ isLate: false });
  });
});
