import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readBody } from '#service/http/body.ts';
import { dial, serve, signal } from '#service/http/testing.fixture.ts';

type Body = NonNullable<RequestInit['body']>;
const LIMIT = 10;
let broken = signal<unknown>();
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await serve((request, response) => {
    readBody(request, LIMIT).then(
      (body) => response.writeHead(body === null ? 413 : 200).end(JSON.stringify(body)),
      (error) => broken.happens(error),
    );
  });
});
afterAll(() => server.close());

/** The same bytes in pieces, without a length. */
const inPieces = (...pieces: Buffer[]) =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
const post = async (body: Body) => {
  const response = await fetch(server.url, { method: 'POST', body, duplex: 'half' } as RequestInit);
  return [response.status, await response.json()];
};

describe('a body', () => {
  it.each<[string, () => Body, unknown]>([
    ['of the very length', () => 'x'.repeat(LIMIT), 'x'.repeat(LIMIT)],
    ['of nothing', () => '', ''],
    ['in pieces that cut a character in two', () => inPieces(Buffer.from([0xe6]), Buffer.from([0xb3, 0x95])), '法'],
    ['counted in bytes, not in characters', () => '法律援助', null],
    ['one byte too long', () => 'x'.repeat(LIMIT + 1), null],
    ['too long in pieces', () => inPieces(Buffer.alloc(6), Buffer.alloc(6), Buffer.alloc(6)), null],
  ])('%s', async (_what, body, expected) => {
    expect(await post(body())).toEqual([expected === null ? 413 : 200, expected]);
  });

  it.each([1, 30])('that is %i MB too long: the refusal reaches the client, who reads it last', async (megabytes) => {
    const chunk = Buffer.alloc(65_536);
    const socket = await dial(server.port);
    socket.pause();
    socket.write(
      `POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${megabytes * 16 * chunk.length}\r\n\r\n`,
    );
    for (let sent = 0; sent < megabytes * 16; sent += 1)
      await new Promise<void>((resolve) => socket.write(chunk, () => resolve()));
    socket.resume();
    await socket.ended;
    expect(socket.said()).toMatch(/^HTTP\/1\.1 413 [\s\S]*null/);
  });

  it('that breaks off is an error for us, not for ever', async () => {
    broken = signal<unknown>();
    const socket = await dial(server.port);
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nhalf');
    socket.end();
    expect(await broken.happened).toMatchObject({ code: 'ECONNRESET' });
  });
});
