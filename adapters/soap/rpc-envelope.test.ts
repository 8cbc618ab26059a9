import { describe, expect, it } from '@jest/globals';
import { readRpcReply, writeRpcRequest } from '#adapters/soap/rpc-envelope.ts';
import { parseXml } from '#adapters/soap/xml-tree.ts';

const OPERATION = { namespace: 'urn:test', name: 'ask', parameter: 'in0', result: 'askReturn' };
const SOAPENV = 'http://schemas.xmlsoap.org/soap/envelope/';
const DECLARED =
  'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/"';

const envelope = (body: string) =>
  `<soapenv:Envelope xmlns:soapenv="${SOAPENV}" ${DECLARED}><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
const response = (content: string, beside = '') =>
  envelope(`<ns1:askResponse xmlns:ns1="urn:test">${content}</ns1:askResponse>${beside}`);
const multiRef = (id: string, text: string) =>
  `<multiRef id="${id}" soapenc:root="0" xsi:type="soapenc:string">${text}</multiRef>`;
const read = (xml: string, status = 200) => readRpcReply(OPERATION, status, xml);

describe('readRpcReply', () => {
  it.each([
    ['with its type', response('<askReturn xsi:type="xsd:string">a</askReturn>'), 'a'],
    ['with the encoding’s type', response('<askReturn xsi:type="soapenc:string">a</askReturn>'), 'a'],
    ['without one', response('<askReturn>a</askReturn>'), 'a'],
    ['empty', response('<askReturn xsi:type="xsd:string"/>'), ''],
    ['with spaces', response('<askReturn xsi:type="xsd:string"> a </askReturn>'), ' a '],
    [
      'in pieces beside a type',
      response('<askReturn xsi:type="xsd:string">1<!-- c -->2<![CDATA[<3>]]>&#x20BB7;</askReturn>'),
      '12<3>𠮷',
    ],
    [
      'a document in CDATA',
      response('<askReturn><![CDATA[<?xml version="1.0"?><r> a </r>]]></askReturn>'),
      '<?xml version="1.0"?><r> a </r>',
    ],
    ['a document escaped', response('<askReturn>&lt;r&gt;&amp;lt;&lt;/r&gt;</askReturn>'), '<r>&lt;</r>'],
    ['by reference', response('<askReturn href="#id0"/>', multiRef('id0', 'a')), 'a'],
    [
      'by reference, among others',
      response('<askReturn href="#id1"/>', multiRef('id0', 'a') + multiRef('id1', 'b')),
      'b',
    ],
  ])('gives a string %s', (_how, xml, text) => {
    expect(read(xml)).toBe(text);
  });

  it('takes an id for a name and nothing else', () => {
    expect(read(response('<askReturn href="#__proto__"/>', multiRef('__proto__', 'a')))).toBe('a');
    expect(
      read(response('<askReturn xsi:type="xsd:string" id="__proto__">a</askReturn>', multiRef('__proto__', 'x'))),
    ).toBe('a');
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(read(response('<askReturn>b</askReturn>'))).toBe('b');
  });

  it.each([
    ['a reference to nothing', response('<askReturn href="#id1"/>', multiRef('id0', 'a'))],
    ['a reference to two', response('<askReturn href="#id0"/>', multiRef('id0', 'a').repeat(2))],
    ['a reference to itself', response('<askReturn href="#id0"/>', '<multiRef id="id0" href="#id0"/>')],
    ['a reference to the network', response('<askReturn href="http://far/x"/>')],
    ['nil', response('<askReturn xsi:nil="true"/>')],
    ['a number', response('<askReturn xsi:type="xsd:int">1</askReturn>')],
    ['bytes', response('<askReturn xsi:type="soapenc:base64Binary">YQ==</askReturn>')],
    ['an array', response('<askReturn xsi:type="soapenc:Array"><item>a</item></askReturn>')],
    ['a document that is not escaped', response('<askReturn><r>a</r></askReturn>')],
    ['two results', response('<askReturn>a</askReturn><askReturn>b</askReturn>')],
    ['no result', response('')],
    ['another result', response('<tellReturn>a</tellReturn>')],
    [
      'the response of another operation',
      envelope('<n:tellResponse xmlns:n="urn:test"><askReturn>a</askReturn></n:tellResponse>'),
    ],
    [
      'the response of another service',
      envelope('<n:askResponse xmlns:n="urn:far"><askReturn>a</askReturn></n:askResponse>'),
    ],
    ['an empty body', envelope('')],
    ['no envelope', '<error>1</error>'],
    [
      'an envelope of SOAP 1.2',
      response('<askReturn>a</askReturn>').replace(SOAPENV, 'http://www.w3.org/2003/05/soap-envelope'),
    ],
    ['half an envelope', response('<askReturn>a').slice(0, -30)],
  ])('refuses %s', (_what, xml) => {
    expect(() => read(xml)).toThrow(expect.objectContaining({ code: 'DEPARTMENT_DATA_INVALID', retryable: false }));
  });

  it.each([
    ['soapenv:Server.userException', 500, { code: 'DEPARTMENT_UNAVAILABLE', retryable: true }],
    ['soapenv:Client', 500, { code: 'DEPARTMENT_UNAVAILABLE', retryable: false }],
    ['soapenv:Server', 200, { code: 'DEPARTMENT_DATA_INVALID', retryable: false }],
  ])('takes a fault %s in a %i for what it is', (code, status, failure) => {
    const detail = '<faultstring>张拟甲</faultstring><detail><stackTrace>at cn.jcy.Dao</stackTrace></detail>';
    const xml = envelope(`<soapenv:Fault><faultcode>${code}</faultcode>${detail}</soapenv:Fault>`);
    expect(() => read(xml, status)).toThrow(
      expect.objectContaining({ ...failure, facts: { status, faultCode: code } }),
    );
  });
});

describe('writeRpcRequest', () => {
  it.each(['<?xml version="1.0"?><r>a &amp; b</r>', '<![CDATA[x]]>', '㛃拟𠮷\r\n\t"\''])(
    'carries %j as it is',
    (text) => {
      const xml = writeRpcRequest(OPERATION, text, 'GBK');
      expect(xml).toMatch(/^<\?xml version="1\.0" encoding="GBK"\?>/);
      const [body] = parseXml(xml).children;
      expect(body?.children).toMatchObject([
        { namespace: 'urn:test', name: 'ask', children: [{ name: 'in0', text, children: [] }] },
      ]);
    },
  );

  it('says what is encoded how', () => {
    const xml = writeRpcRequest(OPERATION, 'a', 'GBK');
    expect(xml).toContain('soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"');
    expect(xml).toContain('<in0 xsi:type="xsd:string">a</in0>');
  });

  it('refuses what XML cannot carry', () => {
    expect(() => writeRpcRequest(OPERATION, 'a\u0000', 'GBK')).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });
});
