import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createSoapClient } from '#adapters/soap/client.ts';
import { createSoapConnector, type SoapConnectorOptions } from '#adapters/soap/connector.ts';
import { createTransport } from '#adapters/soap/transport.ts';

const WSDL = fileURLToPath(new URL('./connector.test.wsdl', import.meta.url));
const call = { requestId: 'test-1' };
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A server that keeps what it was sent. */
async function serve(answer: Answer) {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    bodies.push(body);
    answer(request, response, body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  cleanUp.push(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  return { bodies, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/register?v=1` };
}

async function connect(endpoint: string, options: Partial<SoapConnectorOptions> = {}) {
  const connector = await createSoapConnector({
    wsdl: WSDL,
    endpoint,
    security: { user: 'graph', password: 's3cret' },
    timeoutMs: 10_000,
    maxReplyBytes: 100_000,
    maxConcurrent: 2,
    department: 'COURT',
    system: '12368',
    ...options,
  });
  cleanUp.push(() => connector.close());
  return connector;
}

const envelope = (body: string) =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;
const items = (xml: string) => envelope(`<readResponse xmlns="urn:test:register">${xml}</readResponse>`);
const replying =
  (xml: string | Buffer, contentType = 'text/xml; charset=utf-8', status = 200): Answer =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': contentType }).end(xml);

async function read(xml: string) {
  const connector = await connect((await serve(replying(xml))).endpoint);
  return connector.call('read', { key: ['1'] }, call);
}

describe('values arrive as they stand on the wire', () => {
  it.each([
    ['id', '9007199254740993'],
    ['count', '007'],
    ['amount', '12800.10'],
    ['on', '2024-01-02+08:00'],
    ['at', '2025-06-24T09:00:00'],
    ['open', '1'],
    ['label', '  two spaces around  '],
    ['label', ' '],
    ['label', ''],
  ])('%s %j', async (element, value) => {
    expect(await read(items(`<item><${element}>${value}</${element}></item>`))).toEqual({
      item: [{ [element]: value }],
    });
  });

  it('text in pieces, entities, CDATA and characters beyond the BMP', async () => {
    const xml = '<item><label>㛃&#38;<!-- c --><![CDATA[<拟>]]>𠮷</label><id>12<!-- c -->34</id></item>';
    expect(await read(items(xml))).toEqual({ item: [{ label: '㛃&<拟>𠮷', id: '1234' }] });
  });

  it('nil apart from empty', async () => {
    const nil = '<label xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>';
    expect(await read(items(`<item>${nil}</item>`))).toEqual({ item: [{ label: null }] });
  });

  it.each([0, 1, 2])('%s items as a list', async (count) => {
    const reply = await read(items('<item><count>1</count></item>'.repeat(count)));
    expect(reply).toEqual({ item: Array.from({ length: count }, () => ({ count: '1' })) });
  });
});

describe('what is sent', () => {
  it('is text, however it looks', async () => {
    const { bodies, endpoint } = await serve(replying(items('')));
    const connector = await connect(endpoint);
    await connector.call('read', { note: '<![CDATA[</note><key>2</key>]]>', key: ['1'] }, call);
    expect(bodies[0]).toContain(
      '<key>1</key><note>&#60;![CDATA[&#60;/note&#62;&#60;key&#62;2&#60;/key&#62;]]&#62;</note></read>',
    );
  });

  it('carries a digest and a nonce of its own each time, and never the password', async () => {
    const { bodies, endpoint } = await serve(replying(items('')));
    const connector = await connect(endpoint);
    for (const key of ['1', '2']) await connector.call('read', { key: [key] }, call);
    const nonces = bodies.map((body) => /<wsse:Nonce [^>]*>([^<]+)</.exec(body)?.[1]);
    expect(new Set(nonces).size).toBe(2);
    for (const body of bodies) {
      expect(body).toContain('#PasswordDigest');
      expect(body).not.toContain('s3cret');
    }
  });

  it('goes nowhere when it does not fit the WSDL', async () => {
    const { bodies, endpoint } = await serve(replying(items('')));
    const connector = await connect(endpoint);
    await expect(connector.call('read', { key: ['1'], $xml: '<key/>' }, call)).rejects.toThrow(TypeError);
    await expect(connector.call('lastRequest', {}, call)).rejects.toThrow(TypeError);
    await expect(connector.call('read', { key: ['\u0000'] }, call)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(bodies).toEqual([]);
  });

  it('is not remembered by the client, nor is the reply', async () => {
    const endpoint = new URL((await serve(replying(items('<item><label>person</label></item>')))).endpoint);
    const transport = createTransport({ endpoint, maxConnections: 1, connectTimeoutMs: 5000, maxReplyBytes: 1000 });
    cleanUp.push(transport.close);
    const security = { user: 'graph', password: 's3cret' };
    const { client, operations } = await createSoapClient({ ...transport, wsdl: WSDL, endpoint, security });
    await operations.get('read')?.invoke({ key: ['1'] }, new AbortController().signal, {});
    expect([client.lastRequest, client.lastMessage, client.lastResponse, client.lastRequestHeaders]).toEqual(
      Array(4).fill(undefined),
    );
  });
});

describe('replies that are refused', () => {
  const unavailable = { code: 'DEPARTMENT_UNAVAILABLE' };
  const invalid = { code: 'DEPARTMENT_DATA_INVALID', retryable: false };

  it.each<[string, Answer, object]>([
    ['a 503 page', replying('<html/>', 'text/html', 503), { ...unavailable, retryable: true }],
    ['a 500 page', replying('<html/>', 'text/html', 500), { ...unavailable, retryable: true }],
    ['a 404', replying('', 'text/plain', 404), { ...unavailable, retryable: false }],
    ['a cut connection', (_, response) => response.destroy(), { ...unavailable, retryable: true }],
    ['a login page', replying('<html/>', 'text/html'), invalid],
    ['no content type', (_, response) => response.end(items('')), invalid],
    ['JSON', replying('{}', 'text/xml'), invalid],
    ['XML that is no envelope', replying('<error><code>1</code></error>', 'text/xml'), invalid],
    [
      'bytes that are not UTF-8',
      replying(Buffer.from(items('<item><label>\xb7\xa8</label></item>'), 'latin1')),
      invalid,
    ],
    ['GBK declared in the header', replying(items(''), 'text/xml; charset=GBK'), invalid],
    ['GBK declared in the XML', replying(`<?xml version="1.0" encoding="GBK"?>${items('')}`, 'text/xml'), invalid],
    [
      'a DTD with entities',
      replying(`<!DOCTYPE r [<!ENTITY e "x">]>${items('<item><label>&e;</label></item>')}`),
      invalid,
    ],
    ['an accepted one-way message', replying('', 'text/xml', 202), invalid],
    ['one too long', replying(items('<item/>'.repeat(20_000))), invalid],
  ])('%s', async (_what, answer, error) => {
    const connector = await connect((await serve(answer)).endpoint);
    const failed = connector.call('read', { key: ['1'] }, call);
    await expect(failed).rejects.toMatchObject({ ...error, department: 'COURT', system: '12368' });
  });

  it.each(['id="__proto__"', "id = '&#95;_proto__'", 'href="#__proto__"'])(
    'one with %s, which soap would let spoil every later one',
    async (attribute) => {
      const replies = [items(`<item ${attribute}><label>a</label></item>`), items('<item><label>b</label></item>')];
      const { endpoint } = await serve((_, response) =>
        response.writeHead(200, { 'content-type': 'text/xml' }).end(replies.shift()),
      );
      const connector = await connect(endpoint);
      await expect(connector.call('read', { key: ['1'] }, call)).rejects.toMatchObject(invalid);
      expect(await connector.call('read', { key: ['1'] }, call)).toEqual({ item: [{ label: 'b' }] });
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  it('one that stops half-way, when the time is over', async () => {
    const { endpoint } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.write(items('').slice(0, 20));
    });
    const connector = await connect(endpoint, { timeoutMs: 200 });
    await expect(connector.call('read', { key: ['1'] }, call)).rejects.toMatchObject({ code: 'DEPARTMENT_TIMEOUT' });
  });

  it('a redirect, which is not followed', async () => {
    const elsewhere = await serve(replying(items('')));
    const { endpoint } = await serve((_, response) => response.writeHead(307, { location: elsewhere.endpoint }).end());
    const connector = await connect(endpoint);
    await expect(connector.call('read', { key: ['1'] }, call)).rejects.toMatchObject(unavailable);
    expect(elsewhere.bodies).toEqual([]);
  });

  it('are told to the log without a word of the exchange', async () => {
    const lines: string[] = [];
    const write = (fields: object, message: string) => lines.push(JSON.stringify({ ...fields, message }));
    const { endpoint } = await serve(replying(items('<item><label>张拟甲</label>'), 'text/xml'));
    const connector = await connect(endpoint, { logger: { debug: write, warn: write } });
    await expect(connector.call('read', { key: ['379999198506120130'] }, call)).rejects.toMatchObject(invalid);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        system: '12368',
        operation: 'read',
        requestId: 'test-1',
        code: invalid.code,
        status: 200,
      }),
    ]);
    expect(lines.join()).not.toMatch(/张拟甲|379999|s3cret/);
  });
});

describe('the WSDL', () => {
  it('is not loaded from the network, and neither is what it imports', async () => {
    const { bodies, endpoint } = await serve(replying('<definitions/>'));
    await expect(connect(endpoint, { wsdl: `${endpoint}&wsdl` })).rejects.toThrow('read from disk');
    const folder = await mkdtemp(join(tmpdir(), 'wsdl-'));
    cleanUp.push(() => rm(folder, { recursive: true }));
    const importing = (await readFile(WSDL, 'utf8')).replace(
      /(<xs:schema [^>]*>)/,
      `$1<xs:import namespace="urn:far" schemaLocation="${endpoint}"/>`,
    );
    await writeFile(join(folder, 'importing.wsdl'), importing.replaceAll('&w', '&amp;w'));
    await expect(connect(endpoint, { wsdl: join(folder, 'importing.wsdl') })).rejects.toThrow('read from disk');
    expect(bodies).toEqual([]);
  });

  it('stops the start where it is missing', async () => {
    await expect(connect('http://127.0.0.1:9/', { wsdl: `${WSDL}.none` })).rejects.toThrow('ENOENT');
  });
});

it('answers nothing after it was closed', async () => {
  const connector = await connect((await serve(replying(items('')))).endpoint);
  await connector.call('read', { key: ['1'] }, call);
  await connector.close();
  await connector.close();
  await expect(connector.call('read', { key: ['1'] }, call)).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' });
});
