import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { connectionFailed } from '#adapters/soap/http/connection-failure.ts';
import { createExchange, type ExchangeOptions } from '#adapters/soap/http/exchange.ts';
import { rawServer, reply } from '#adapters/soap/http/raw-server.fixture.ts';
import { SOAP_1_1, SOAP_1_2 } from '#adapters/soap/soap-version.ts';

const XML = 'text/xml; charset=utf-8';
const MAX_BYTES = 100_000;
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

type Answer = (socket: Socket, before: number) => void;

async function start(answer: Answer, options: Partial<ExchangeOptions> = {}) {
  const server = await rawServer((socket, _request, before) => answer(socket, before));
  cleanUp.push(server.close);
  const exchange = createExchange({
    endpoint: server.endpoint,
    version: SOAP_1_1,
    maxConnections: 1,
    connectTimeoutMs: 10_000,
    maxReplyBytes: MAX_BYTES,
    ...options,
  });
  cleanUp.push(() => exchange.close());
  let answering = 0;
  async function post({ isRead = true, signal = new AbortController().signal } = {}) {
    const count = () => {
      answering += 1;
    };
    const attempt = { signal, bytes: () => {}, rows: () => {}, answering: count };
    const headers = { 'content-type': XML };
    const got = await exchange.post({ body: Buffer.from('<question/>'), headers, isRead, isOneWay: false }, attempt);
    const chunks: Buffer[] = [];
    for await (const chunk of got.body) chunks.push(chunk);
    return { ...got, body: Buffer.concat(chunks).toString() };
  }
  return { ...server, exchange, post, answering: () => answering };
}

const sending =
  (bytes: Buffer): Answer =>
  (socket) =>
    void socket.write(bytes);
const ending =
  (bytes: Buffer): Answer =>
  (socket) =>
    void socket.end(bytes);
const xml = (body: string | Buffer, headers: object = {}) =>
  reply('200 OK', { 'content-type': XML, 'content-length': Buffer.byteLength(body), ...headers }, body);

const unavailable = { name: 'LegacyFailure', code: 'DEPARTMENT_UNAVAILABLE' };
const invalid = { name: 'LegacyFailure', code: 'DEPARTMENT_DATA_INVALID', retryable: false };

describe('a reply', () => {
  it.each<[string, Answer]>([
    ['of a length', sending(xml('<a/>'))],
    [
      'in chunks',
      sending(
        reply('200 OK', { 'content-type': XML, 'transfer-encoding': 'chunked' }, '2\r\n<a\r\n2\r\n/>\r\n0\r\n\r\n'),
      ),
    ],
    ['that ends with its connection', ending(reply('200 OK', { 'content-type': XML }, '<a/>'))],
    ['in gzip, of which nobody spoke', sending(xml(gzipSync('<a/>'), { 'content-encoding': 'gzip' }))],
    ['in gzip, by its old name', sending(xml(gzipSync('<a/>'), { 'content-encoding': 'x-gzip' }))],
    ['that says that it is as it is', sending(xml('<a/>', { 'content-encoding': 'identity' }))],
  ])('%s is read', async (_how, answer) => {
    const { post, requests, answering } = await start(answer);
    expect(await post()).toMatchObject({ status: 200, contentType: XML, body: '<a/>' });
    expect(requests).toEqual([expect.stringMatching(/^POST \/register\?v=1 HTTP\/1\.1\r\n/)]);
    expect(requests[0]).toMatch(/\r\n\r\n<question\/>$/);
    expect(answering()).toBe(1);
  });

  it.each<[string, Answer, object]>([
    [
      'a 503 page',
      sending(reply('503 Busy', { 'content-type': 'text/html', 'content-length': 7 }, '<html/>')),
      { ...unavailable, retryable: true, facts: { status: 503, mediaType: 'text/html' } },
    ],
    [
      'a 500 page',
      sending(reply('500 Oops', { 'content-type': 'text/html', 'content-length': 0 })),
      { ...unavailable, retryable: true },
    ],
    [
      'a 404',
      sending(reply('404 None', { 'content-length': 0 })),
      { ...unavailable, retryable: false, message: 'the server turned the request away' },
    ],
    [
      'a 401',
      sending(reply('401 Who', { 'content-length': 0 })),
      { ...unavailable, retryable: false, accountRefused: true },
    ],
    ['a 429', sending(reply('429 Often', { 'content-length': 0 })), { ...unavailable, retryable: true }],
    [
      'a redirect',
      sending(reply('302 There', { location: 'http://127.0.0.1:9/secret', 'content-length': 0 })),
      {
        ...unavailable,
        retryable: false,
        message: 'the server redirects, which is not followed',
        facts: { status: 302, mediaType: 'none that is one' },
      },
    ],
    [
      'a permanent redirect of XML',
      sending(reply('308 There', { 'content-type': XML, location: '/', 'content-length': 0 })),
      { ...unavailable, message: 'the server redirects, which is not followed' },
    ],
    [
      'a login page',
      sending(reply('200 OK', { 'content-type': 'text/html', 'content-length': 7 }, '<html/>')),
      { ...invalid, message: 'the reply is not XML' },
    ],
    ['no content type', sending(reply('200 OK', { 'content-length': 4 }, '<a/>')), invalid],
    [
      'parts of MIME',
      sending(reply('200 OK', { 'content-type': 'multipart/related; type="text/xml"', 'content-length': 0 })),
      { ...invalid, facts: { status: 200, mediaType: 'multipart/related' } },
    ],
    ['the media type of SOAP 1.2', sending(xml('<a/>', { 'content-type': 'application/soap+xml' })), invalid],
    [
      'brotli',
      sending(xml('<a/>', { 'content-encoding': 'br' })),
      { ...invalid, message: 'the reply is compressed in another way than gzip' },
    ],
    ['deflate', sending(xml('<a/>', { 'content-encoding': 'deflate' })), invalid],
    ['gzip twice', sending(xml(gzipSync(gzipSync('<a/>')), { 'content-encoding': 'gzip, gzip' })), invalid],
    [
      'no gzip where it says so',
      sending(xml('<a/>', { 'content-encoding': 'gzip' })),
      { ...invalid, message: 'the reply is not the gzip that it says' },
    ],
    [
      'half a gzip',
      sending(xml(gzipSync('<a/>').subarray(0, -9), { 'content-encoding': 'gzip' })),
      { ...unavailable, retryable: true, message: 'the reply was cut off: Z_BUF_ERROR' },
    ],
    [
      'less than its length',
      ending(xml('<a/>', { 'content-length': 9 })),
      { ...unavailable, retryable: true, message: 'the reply was cut off: UND_ERR_SOCKET' },
    ],
    [
      'a chunk that is cut',
      ending(reply('200 OK', { 'content-type': XML, 'transfer-encoding': 'chunked' }, '9\r\n<a')),
      { ...unavailable, retryable: true, message: 'the reply was cut off: UND_ERR_SOCKET' },
    ],
    [
      'no last chunk',
      ending(reply('200 OK', { 'content-type': XML, 'transfer-encoding': 'chunked' }, '4\r\n<a/>\r\n')),
      { ...unavailable, retryable: true },
    ],
    [
      'a reset',
      (socket) => socket.resetAndDestroy(),
      { ...unavailable, retryable: true, message: 'the connection failed: ECONNRESET' },
    ],
    [
      'nothing',
      (socket) => socket.end(),
      { ...unavailable, retryable: true, message: 'the connection failed: UND_ERR_SOCKET' },
    ],
    [
      '100 Continue',
      sending(Buffer.concat([reply('100 Continue', {}), xml('<a/>')])),
      { ...unavailable, retryable: true, message: 'the server sent what nobody asked for, such as 100 Continue' },
    ],
    [
      'another protocol',
      sending(Buffer.from('220 ftp ready\r\n')),
      { ...unavailable, retryable: false, message: expect.stringContaining('not HTTP') },
    ],
    [
      'more than may come',
      sending(xml('a'.repeat(MAX_BYTES + 1))),
      { ...invalid, message: 'the reply is longer than 100000 bytes' },
    ],
  ])('of %s is refused', async (_what, answer, failure) => {
    const { post } = await start(answer);
    await expect(post()).rejects.toMatchObject(failure);
  });

  it.each(['302 There', '503 Busy'])('of %s tells the log nothing but status and media type', async (status) => {
    const headers = { 'content-type': 'text/张拟甲', location: 'http://far/379999198506120130', 'content-length': 0 };
    const { post } = await start(sending(reply(status, headers)));
    const failure = await post().catch((error) => error);
    expect(JSON.stringify([failure, failure.message])).not.toMatch(/379999|far|张拟甲/);
  });

  it('of SOAP 1.2 may be a fault with 400', async () => {
    const fault = reply('400 Bad', { 'content-type': 'application/soap+xml', 'content-length': 4 }, '<a/>');
    const { post } = await start(sending(fault), { version: SOAP_1_2 });
    expect(await post()).toMatchObject({ status: 400, body: '<a/>' });
  });
});

describe('what is too long', () => {
  it('is not read further, and its connection is closed', async () => {
    let sent = 0;
    const { post, open } = await start(async (socket) => {
      socket.write(reply('200 OK', { 'content-type': XML }));
      while (!socket.destroyed) {
        sent += 1;
        if (!socket.write(Buffer.alloc(16_384, 0x20)))
          await new Promise((done) => socket.once('drain', done).once('close', done));
      }
    });
    await expect(post()).rejects.toMatchObject(invalid);
    while (open() > 0) await new Promise(setImmediate);
    expect(sent).toBeGreaterThan(MAX_BYTES / 16_384);
  });

  it.each<[string, Buffer, number]>([
    ['a bomb', gzipSync(Buffer.alloc(50_000_000)), 65_536],
    ['nothing, packed again and again', Buffer.concat(Array(10_000).fill(gzipSync(''))), MAX_BYTES],
  ])('is not unpacked: %s', async (_what, packed, most) => {
    const { post } = await start(sending(xml(packed, { 'content-encoding': 'gzip' })));
    const failure = await post().catch((error) => error);
    expect(failure).toMatchObject({ ...invalid, message: 'the reply is longer than 100000 bytes' });
    expect(failure.facts.bytes).toBeLessThanOrEqual(MAX_BYTES + most);
  });
});

describe('a connection', () => {
  const closing: Answer = (socket, before) => (before === 0 ? socket.write(xml('<a/>')) : socket.end());
  const resetting: Answer = (socket, before) => (before === 0 ? socket.write(xml('<a/>')) : socket.resetAndDestroy());

  it.each([
    ['closes', closing],
    ['resets', resetting],
  ])('that was kept and that the server %s is replaced, once, where the call is a read', async (_how, answer) => {
    const { post, requests } = await start(answer);
    for (const _ of [1, 2, 3]) expect(await post()).toMatchObject({ body: '<a/>' });
    expect(requests).toHaveLength(5);
    await expect(post({ isRead: false })).rejects.toMatchObject({ ...unavailable, retryable: true });
    expect(requests).toHaveLength(6);
  });

  it('that is new and fails is not replaced', async () => {
    const { post, requests } = await start((socket) => socket.end());
    await expect(post()).rejects.toMatchObject(unavailable);
    expect(requests).toHaveLength(1);
  });

  it('ends where nobody waits for the reply any more: before it, and in the middle', async () => {
    const halves = [Buffer.alloc(0), reply('200 OK', { 'content-type': XML, 'content-length': 9 }, '<a')];
    for (const half of halves) {
      const gone = new AbortController();
      const { post, open, requests } = await start((socket) => {
        socket.write(half);
        setImmediate(() => gone.abort(new Error('gone')));
      });
      await expect(post({ signal: gone.signal })).rejects.toThrow('gone');
      while (open() > 0) await new Promise(setImmediate);
      expect(requests).toHaveLength(1);
    }
  });

  it('that does not come about in time has timed out', () => {
    const late = Object.assign(new Error('late'), { code: 'UND_ERR_CONNECT_TIMEOUT' });
    expect(connectionFailed(late, 300)).toMatchObject({
      code: 'DEPARTMENT_TIMEOUT',
      message: 'no connection within 300 ms',
    });
  });

  it('that nobody accepts fails with its code', async () => {
    const { exchange, post, close } = await start(() => {});
    await close();
    await expect(post()).rejects.toMatchObject({
      ...unavailable,
      retryable: true,
      message: 'the connection failed: ECONNREFUSED',
    });
    await exchange.close();
    await exchange.close();
    await expect(post()).rejects.toMatchObject(unavailable);
  });
});
