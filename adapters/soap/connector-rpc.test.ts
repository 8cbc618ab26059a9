import { describe, expect, it } from '@jest/globals';
import { unreadable } from '#adapters/connector/failures.ts';
import { type Answer, call, connect, envelope, replying, WSDL_RPC } from '#adapters/soap/connector.fixture.ts';
import type { SoapConnectorOptions } from '#adapters/soap/connector.ts';

const GBK = 'text/xml; charset=GBK';
const invalid = { code: 'DEPARTMENT_DATA_INVALID', retryable: false, department: 'PROCURATORATE', system: '12309' };

async function start(answer: Answer, options: Partial<SoapConnectorOptions> = {}) {
  const charset = { declared: 'GBK', sent: 'gb18030' } as const;
  const names = { department: 'PROCURATORATE', system: '12309' } as const;
  const { connector, ...rest } = await connect(answer, { wsdl: WSDL_RPC, charset, ...names, ...options });
  const ask = async (text = 'a') => (await connector.call('ask', { in0: text }, call)).askReturn;
  return { ask, connector, ...rest };
}

const response = (content: string, beside = '') =>
  envelope(`<n:askResponse xmlns:n="urn:test:rpc">${content}</n:askResponse>${beside}`);

describe('a request in GBK', () => {
  it.each(['<?xml version="1.0"?><r>a &amp; b</r>', '<![CDATA[x]]>', '法院\r\n\t"\''])(
    'carries %j as it is',
    async (text) => {
      const { ask, requests } = await start(replying(response('<askReturn>b</askReturn>')));
      expect(await ask(text)).toBe('b');
      const [request] = requests;
      expect(request?.headers).toMatchObject({ 'content-type': GBK, soapaction: '""' });
      expect(request?.body).toMatch(/^<\?xml version="1\.0" encoding="GBK"\?>/);
      expect(request?.body).toContain('http://schemas.xmlsoap.org/soap/encoding/');
      expect(request?.body).toMatch(/<in0 [^>]*type="\w+:string"/);
    },
  );

  it.each([
    ['a character that the charset lacks', '\ue5e5', 'U+E5E5'],
    ['one that XML cannot carry', '\u0000', '控制字符'],
  ])('is not sent with %s', async (_what, text, said) => {
    const { ask, requests } = await start(replying(''));
    await expect(ask(text)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining(said) });
    expect(requests).toEqual([]);
  });
});

describe('a reply', () => {
  it.each<[string, string, string]>([
    ['in place', response('<askReturn>b</askReturn>'), 'b'],
    ['by reference', response('<askReturn href="#id0"/>', '<multiRef id="id0">b</multiRef>'), 'b'],
    [
      'by a reference that is named as a property',
      response('<askReturn href="#__proto__"/>', '<multiRef id="__proto__">b</multiRef>'),
      'b',
    ],
    ['in pieces', response('<askReturn>1<!-- c -->2<![CDATA[<3>]]>&#x20BB7;</askReturn>'), '12<3>𠮷'],
    [
      'with a document in it',
      response('<askReturn><![CDATA[<?xml version="1.0"?><r> a </r>]]></askReturn>'),
      '<?xml version="1.0"?><r> a </r>',
    ],
  ])('gives the string %s', async (_how, xml, text) => {
    const { ask } = await start(replying(xml, GBK));
    expect([await ask(), await ask()]).toEqual([text, text]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each<[string, string | Buffer, string, number]>([
    ['UTF-8 that says GBK', response('<askReturn>法</askReturn>'), GBK, 200],
    ['a DTD', `<!DOCTYPE s:Envelope>${response('<askReturn>b</askReturn>')}`, GBK, 200],
    ['one too long', response(`<askReturn>${'b'.repeat(100_000)}</askReturn>`), GBK, 200],
    ['a reference to nothing', response('<askReturn href="#id1"/>', '<multiRef id="id0">a</multiRef>'), GBK, 200],
    ['a reference to itself', response('<askReturn href="#id0"/>', '<multiRef id="id0" href="#id0"/>'), GBK, 200],
    ['a fault inside a 200', envelope('<s:Fault><faultcode>s:Server</faultcode></s:Fault>'), GBK, 200],
  ])('of %s is refused', async (_what, body, contentType, status) => {
    const { ask } = await start(replying(body, contentType, status));
    await expect(ask()).rejects.toMatchObject(invalid);
  });

  it.each([
    ['Server.userException', { code: 'DEPARTMENT_UNAVAILABLE', retryable: true }],
    ['Client', { code: 'DEPARTMENT_UNAVAILABLE', retryable: false }],
  ])('of a fault %s is what it is', async (code, failure) => {
    const detail = '<faultstring>张拟甲</faultstring><detail><stackTrace>at cn.jcy.Dao</stackTrace></detail>';
    const xml = envelope(`<s:Fault><faultcode>s:${code}</faultcode>${detail}</s:Fault>`);
    const { ask } = await start(replying(xml, 'text/xml', 500));
    await expect(ask()).rejects.toMatchObject({ ...failure, cause: { facts: { status: 500, faultCode: code } } });
  });

  it('counts as failed, and is logged, where its reader refuses it', async () => {
    const { connector, lines } = await start(replying(response('<askReturn>b</askReturn>')));
    const read = () => {
      throw unreadable('not what was agreed', { resultCode: 'x' });
    };
    await expect(connector.call('ask', { in0: 'a' }, call, { read })).rejects.toMatchObject(invalid);
    expect(lines).toEqual([
      expect.objectContaining({ code: invalid.code, reason: 'not what was agreed', resultCode: 'x' }),
    ]);
  });

  it('is judged by the rule of the system', async () => {
    const resultRule = { codeAt: ['askReturn'], success: new Set(['0']), retryable: new Set(['-1']) };
    for (const [code, outcome] of [
      ['0', { askReturn: '0' }],
      ['-1', { code: 'DEPARTMENT_UNAVAILABLE', retryable: true }],
      ['7', invalid],
    ] as const) {
      const { connector } = await start(replying(response(`<askReturn>${code}</askReturn>`)), { resultRule });
      const given = await connector.call('ask', { in0: 'a' }, call).catch((error) => error);
      expect(given).toMatchObject(outcome);
    }
  });
});

describe('a read', () => {
  it('that is asked twice at once for the same rights is asked once', async () => {
    const { connector, requests } = await start(replying(response('<askReturn>b</askReturn>')), { isRead: () => true });
    const asking = (text: string, shareKey: string) =>
      connector.call('ask', { in0: text }, call, { read: ({ askReturn }) => askReturn, shareKey });
    expect(await Promise.all([asking('serial 1', 'a'), asking('serial 2', 'a'), asking('serial 3', 'b')])).toEqual([
      'b',
      'b',
      'b',
    ]);
    expect(requests).toHaveLength(2);
  });
});

describe('a message without an answer', () => {
  const tell = async (answer: Answer) => (await start(answer)).connector.call('tell', { in0: 'a' }, call);
  const nothing =
    (status: number): Answer =>
    (answer) =>
      answer.writeHead(status).end();

  it.each<[string, Answer]>([
    ['accepted', nothing(202)],
    ['accepted in words', replying('accepted', 'text/plain', 202)],
    ['answered with nothing', nothing(200)],
    ['answered with nothing, said to be XML', replying('', GBK)],
    ['answered with no content', nothing(204)],
    ['answered with an empty body', replying(envelope(''), GBK)],
  ])('is told where it is %s', async (_how, answer) => {
    expect(await tell(answer)).toEqual({});
  });

  const fault = envelope('<s:Fault><faultcode>s:Server</faultcode></s:Fault>');
  it.each<[string, Answer, string]>([
    ['a fault', replying(fault, GBK, 500), 'DEPARTMENT_UNAVAILABLE'],
    ['a fault inside a 200', replying(fault, GBK), 'DEPARTMENT_DATA_INVALID'],
    ['an error without a word', replying('', GBK, 500), 'DEPARTMENT_DATA_INVALID'],
    ['a login page', replying('<html/>', 'text/html'), 'DEPARTMENT_DATA_INVALID'],
  ])('is not told where it is answered with %s', async (_what, answer, code) => {
    await expect(tell(answer)).rejects.toMatchObject({ code });
  });
});
