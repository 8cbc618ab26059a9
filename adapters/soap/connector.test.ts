import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { type Answer, call, connect, envelope, replying, serve, WSDL } from '#adapters/soap/connector.fixture.ts';
import { InvalidValue } from '#adapters/soap/value.ts';

const items = (xml: string) => envelope(`<readResponse xmlns="urn:test:register">${xml}</readResponse>`);
const ARGS = { key: ['1'] };

async function read(xml: string) {
  const { connector } = await connect(replying(xml));
  return connector.call('read', ARGS, call);
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

  it('but for one that is wrong, which fails alone', async () => {
    const xml = items('<item><label>\xb7\xa8</label><id>no number</id><count>1</count></item>');
    const reply = await read(Buffer.from(xml, 'latin1') as never);
    expect(reply).toEqual({ item: [{ label: expect.any(InvalidValue), id: expect.any(InvalidValue), count: '1' }] });
  });
});

describe('what is sent', () => {
  it('is text, however it looks', async () => {
    const { connector, requests } = await connect(replying(items('')));
    await connector.call('read', { note: '<![CDATA[</note><key>2</key>]]>', key: ['1'] }, call);
    expect(requests[0]?.body).toMatch(/<(\w+:)?key>1<\/\1key>|>1</);
    expect(requests[0]?.body).toContain('&lt;![CDATA[&lt;/note&gt;&lt;key&gt;2&lt;/key&gt;]]&gt;');
    expect(requests[0]?.headers).toMatchObject({
      'content-type': 'text/xml; charset=UTF-8',
      soapaction: '"urn:test:register#read"',
      'x-request-id': 'test-1',
    });
  });

  it('carries a digest and a nonce of its own each time, and never the password', async () => {
    const security = [{ kind: 'wsse-digest', user: 'graph', password: 's3cret' }] as const;
    const { connector, requests } = await connect(replying(items('')), { security });
    for (const key of ['1', '2']) await connector.call('read', { key: [key] }, call);
    const nonces = requests.map(({ body }) => /<wsse:Nonce [^>]*>([^<]+)</.exec(body)?.[1]);
    expect(new Set(nonces).size).toBe(2);
    for (const { body } of requests) {
      expect(body).toContain('#PasswordDigest');
      expect(body).not.toContain('s3cret');
    }
  });

  it('goes nowhere when it does not fit the WSDL', async () => {
    const { connector, requests } = await connect(replying(items('')));
    await expect(connector.call('read', { key: ['1'], $xml: '<key/>' }, call)).rejects.toThrow(TypeError);
    await expect(connector.call('read', {}, call)).rejects.toThrow(TypeError);
    await expect(connector.call('lastRequest', {}, call)).rejects.toThrow(TypeError);
    await expect(connector.call('constructor', {}, call)).rejects.toThrow(TypeError);
    await expect(connector.call('read', { key: ['\u0000'] }, call)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(requests).toEqual([]);
  });

  it('is not sent again, or shared, where the system does not say that it is a read', async () => {
    const { connector, requests } = await connect(replying(items('')));
    await Promise.all([connector.call('read', ARGS, call), connector.call('read', ARGS, call)]);
    expect(requests).toHaveLength(2);
  });
});

describe('replies that are refused', () => {
  const unavailable = { code: 'DEPARTMENT_UNAVAILABLE' };
  const invalid = { code: 'DEPARTMENT_DATA_INVALID', retryable: false };
  const damaged = Buffer.from(items('<item><label>\xb7\xa8</label></item>').replace('<item>', '<\xb7>'), 'latin1');

  it.each<[string, Answer, object]>([
    ['a 503 page', replying('<html/>', 'text/html', 503), { ...unavailable, retryable: true }],
    ['a 500 page', replying('<html/>', 'text/html', 500), { ...unavailable, retryable: true }],
    ['a 404', replying('', 'text/plain', 404), { ...unavailable, retryable: false }],
    [
      'a redirect',
      (response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
      { ...unavailable, retryable: false },
    ],
    ['a cut connection', (response) => response.destroy(), { ...unavailable, retryable: true }],
    ['a login page', replying('<html/>', 'text/html'), invalid],
    ['a login page that says that it is XML', replying('<html><br></html>'), invalid],
    ['no content type', (response) => response.end(items('')), invalid],
    ['nothing', replying(''), { ...invalid, cause: { message: 'the reply is empty' } }],
    ['JSON', replying('{}', 'text/xml'), invalid],
    ['XML that is no envelope', replying('<error><code>1</code></error>', 'text/xml'), invalid],
    ['an envelope without an answer', replying(envelope('')), invalid],
    ['the answer of another operation', replying(envelope('<tellResponse xmlns="urn:test:register"/>')), invalid],
    ['bytes that are not UTF-8 in a name', replying(damaged), invalid],
    ['GBK declared, UTF-8 sent', replying(items('<item><label>法</label></item>'), 'text/xml; charset=GBK'), invalid],
    [
      'a charset in the header and another in the prolog',
      replying(`<?xml version="1.0" encoding="GBK"?>${items('')}`),
      invalid,
    ],
    ['a charset that nobody knows', replying(items(''), 'text/xml; charset=x'), invalid],
    [
      'a DTD with entities',
      replying(`<!DOCTYPE r [<!ENTITY e "x">]>${items('<item><label>&e;</label></item>')}`),
      { ...invalid, cause: { message: expect.stringContaining('a DTD is refused') } },
    ],
    ['an external DTD', replying(`<!DOCTYPE r SYSTEM "file:///etc/passwd">${items('')}`), invalid],
    ['an accepted one-way message', replying('', 'text/xml', 202), invalid],
    ['an answer with the status of a fault', replying(items(''), 'text/xml', 500), invalid],
    ['half an envelope', replying(items('').slice(0, -9)), invalid],
    [
      'one too long',
      replying(items('<item/>'.repeat(20_000))),
      { ...invalid, cause: { message: 'the reply is longer than 100000 bytes' } },
    ],
  ])('%s', async (_what, answer, error) => {
    const { connector } = await connect(answer);
    await expect(connector.call('read', ARGS, call)).rejects.toMatchObject({
      ...error,
      department: 'COURT',
      system: '12368',
    });
  });

  it.each(['id="__proto__"', "id = '&#95;_proto__'", 'href="#__proto__"'])(
    'but not one with %s, which spoils no later one',
    async (attribute) => {
      const replies = [items(`<item ${attribute}><label>a</label></item>`), items('<item><label>b</label></item>')];
      const { connector } = await connect((response) => replying(replies.shift() ?? '')(response, undefined as never));
      expect(await connector.call('read', ARGS, call)).toEqual({ item: [{ label: 'a' }] });
      expect(await connector.call('read', ARGS, call)).toEqual({ item: [{ label: 'b' }] });
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  it('one that stops half-way, when the time is over', async () => {
    const answer: Answer = (response) => {
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.write(items('').slice(0, 20));
    };
    const { connector } = await connect(answer, { limits: { callTimeoutMs: 200 } });
    await expect(connector.call('read', ARGS, call)).rejects.toMatchObject({ code: 'DEPARTMENT_TIMEOUT' });
  });

  it('are told to the log without a word of the exchange, and no error holds one', async () => {
    const { connector, lines } = await connect(replying(items('<item><label>张拟甲</label>'), 'text/xml'));
    const error = await connector.call('read', { key: ['379999198506120130'] }, call).catch((caught) => caught);
    expect(error).toMatchObject(invalid);
    expect(lines).toEqual([
      expect.objectContaining({
        ...{ system: '12368', operation: 'read', requestId: 'test-1', code: invalid.code, status: 200 },
        message: 'soap call failed',
      }),
    ]);
    expect(inspect([error, lines], { depth: null, showHidden: true })).not.toMatch(/张拟甲|379999/);
  });
});

it('no secret is in anything that a connector shows', async () => {
  const security = [
    { kind: 'wsse-text', user: 'graph', password: 'c2VjcmV0LTE' },
    { kind: 'basic', user: 'graph', password: 'c2VjcmV0LTI' },
  ] as const;
  const answers = [replying(items('')), replying('', 'text/html', 401)];
  const { connector, lines, requests } = await connect((response, request) => answers.shift()?.(response, request), {
    security,
  });
  await connector.call('read', ARGS, call);
  const error = await connector.call('read', ARGS, call).catch((caught) => caught);
  expect(error).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', cause: { accountRefused: true } });
  expect(requests[0]?.body).toContain('c2VjcmV0LTE');
  expect(requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from('graph:c2VjcmV0LTI').toString('base64')}`);
  const shown = inspect([connector, error, lines], { depth: null, showHidden: true, maxStringLength: null });
  expect(shown + JSON.stringify([connector, error, lines])).not.toMatch(/c2VjcmV0|Z3JhcGg6/);
});

describe('the start', () => {
  it('loads no WSDL from the network', async () => {
    const { requests, endpoint } = await serve(replying('<definitions/>'));
    await expect(connect(replying(''), { wsdl: `${endpoint}&wsdl` })).rejects.toThrow();
    expect(requests).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['the WSDL is missing', { wsdl: `${WSDL}.none` }, 'connector.test.wsdl.none'],
    ['it has no such port', { port: 'Other' }, 'it has: RegisterPort'],
    ['the endpoint is none', { endpoint: 'file:///etc/passwd' }, 'no address of http'],
    [
      'the endpoint holds credentials',
      { endpoint: 'http://a:b@127.0.0.1/' },
      'credentials do not stand in the endpoint',
    ],
    [
      'a client certificate would go over plain HTTP',
      { security: [{ kind: 'mtls', certificate: '', key: '', authority: '' }] },
      'https',
    ],
  ])('fails where %s', async (_what, options, message) => {
    await expect(connect(replying(''), options)).rejects.toThrow(message);
  });

  it('takes a port by its name, and says what it offers', async () => {
    const { connector } = await connect(replying(''), { port: 'RegisterPort' });
    expect(connector.describe()).toMatchObject({ name: 'RegisterPort', version: '1.1' });
    expect([...connector.describe().operations.keys()]).toEqual(['read']);
  });
});

it('answers nothing after it was closed', async () => {
  const { connector } = await connect(replying(items('')));
  await connector.call('read', ARGS, call);
  await connector.close();
  await connector.close();
  await expect(connector.call('read', ARGS, call)).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' });
});
