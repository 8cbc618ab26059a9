import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { unreadable } from '#adapters/connector/failures.ts';
import { createRpcConnector, type RpcConnectorOptions } from '#adapters/soap/rpc-connector.ts';

const WSDL = fileURLToPath(new URL('./rpc-connector.test.wsdl', import.meta.url));
const DOCUMENT_LITERAL = fileURLToPath(new URL('./connector.test.wsdl', import.meta.url));
const GBK = 'text/xml; charset=GBK';
const call = { requestId: 'test-1' };
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

async function connect(answer: (response: ServerResponse) => void, options: Partial<RpcConnectorOptions> = {}) {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    answer(response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  cleanUp.push(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  const connector = await createRpcConnector({
    wsdl: WSDL,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    charset: { declared: 'GBK', sent: 'gb18030' },
    timeoutMs: 10_000,
    maxReplyBytes: 100_000,
    maxConcurrent: 2,
    department: 'PROCURATORATE',
    system: '12309',
    ...options,
  });
  cleanUp.push(() => connector.close());
  return {
    ask: (text = 'a') => connector.call('ask', text, call, (reply) => reply),
    connector,
    requests: () => requests,
  };
}

const replying =
  (body: string | Buffer, contentType = GBK, status = 200) =>
  (response: ServerResponse) =>
    response.writeHead(status, { 'content-type': contentType }).end(body);
const envelope = (content: string, beside = '') =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>` +
  `<n:askResponse xmlns:n="urn:test:rpc">${content}</n:askResponse>${beside}</s:Body></s:Envelope>`;

describe('replies', () => {
  const invalid = { code: 'DEPARTMENT_DATA_INVALID', retryable: false };

  it('give the string', async () => {
    const { ask } = await connect(replying(envelope('<askReturn>b</askReturn>')));
    expect(await ask()).toBe('b');
  });

  it.each<[string, string | Buffer, string, number, object]>([
    ['a 503 page', '<html/>', 'text/html', 503, { code: 'DEPARTMENT_UNAVAILABLE', retryable: true }],
    ['a 404', '', 'text/plain', 404, { code: 'DEPARTMENT_UNAVAILABLE', retryable: false }],
    ['a redirect', '', 'text/plain', 307, { code: 'DEPARTMENT_UNAVAILABLE', retryable: false }],
    ['a login page', '<html/>', 'text/html', 200, invalid],
    ['no XML', '{}', GBK, 200, invalid],
    ['nothing', '', GBK, 200, invalid],
    ['UTF-8 that says GBK', envelope('<askReturn>法</askReturn>'), GBK, 200, invalid],
    [
      'GBK that says UTF-8',
      Buffer.from(envelope('<askReturn>\xb7\xa8</askReturn>'), 'latin1'),
      'text/xml',
      200,
      invalid,
    ],
    ['a DTD', `<!DOCTYPE s:Envelope>${envelope('<askReturn>b</askReturn>')}`, GBK, 200, invalid],
    ['one too long', envelope(`<askReturn>${'b'.repeat(100_000)}</askReturn>`), GBK, 200, invalid],
    ['no result', envelope(''), GBK, 500, invalid],
  ])('of %s are refused', async (_what, body, contentType, status, error) => {
    const { ask } = await connect(replying(body, contentType, status));
    await expect(ask()).rejects.toMatchObject({ ...error, department: 'PROCURATORATE', system: '12309' });
  });

  it('with references named as properties are harmless to later ones', async () => {
    const proto = '<multiRef id="__proto__">polluted</multiRef>';
    const { ask } = await connect(replying(envelope('<askReturn href="#__proto__"/>', proto)));
    expect([await ask(), await ask()]).toEqual(['polluted', 'polluted']);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('count as failed, and are logged, where their reader refuses them', async () => {
    const lines: object[] = [];
    const logger = { debug: () => {}, warn: (fields: object) => void lines.push(fields) };
    const { connector } = await connect(replying(envelope('<askReturn>b</askReturn>')), { logger });
    const refused = connector.call('ask', 'a', call, () => {
      throw unreadable('not what was agreed', { resultCode: 'x' });
    });
    await expect(refused).rejects.toMatchObject(invalid);
    expect(lines).toEqual([
      {
        ...{ system: '12309', operation: 'ask', requestId: 'test-1', code: invalid.code },
        ...{ reason: 'not what was agreed', resultCode: 'x' },
      },
    ]);
  });

  it('that stop half-way time out', async () => {
    const { ask } = await connect(
      (response) => {
        response.writeHead(200, { 'content-type': GBK });
        response.write('<s:Envelope');
      },
      { timeoutMs: 200 },
    );
    await expect(ask()).rejects.toMatchObject({ code: 'DEPARTMENT_TIMEOUT', retryable: true });
  });
});

describe('what is not sent', () => {
  it.each([
    ['a character that the charset lacks', '\ue5e5', 'U+E5E5'],
    ['one that XML cannot carry', '\u0000', '控制字符'],
  ])('%s', async (_what, text, said) => {
    const { ask, requests } = await connect(replying(''));
    await expect(ask(text)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining(said) });
    expect(requests()).toBe(0);
  });

  it('an operation that the WSDL does not have', async () => {
    const { connector, requests } = await connect(replying(''));
    await expect(connector.call('tell', 'a', call, String)).rejects.toThrow(TypeError);
    expect(requests()).toBe(0);
  });

  it('anything, where the WSDL is missing, imports another, or has more than a string each way', async () => {
    await expect(connect(replying(''), { wsdl: `${WSDL}.none` })).rejects.toThrow('ENOENT');
    await expect(connect(replying(''), { wsdl: 'http://127.0.0.1:9/?wsdl' })).rejects.toThrow('read from disk');
    await expect(connect(replying(''), { wsdl: DOCUMENT_LITERAL })).rejects.toThrow('one string each way');
  });
});
