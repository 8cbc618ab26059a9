import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { call, connect, envelope, replying, WSDL_12 } from '#adapters/soap/connector.fixture.ts';
import type { SoapConnectorOptions } from '#adapters/soap/connector.ts';
import { SOAP_1_1, SOAP_1_2 } from '#adapters/soap/soap-version.ts';

interface Given {
  readonly xml: string;
  readonly status?: number;
  readonly contentType?: string;
}

/** One call of a connector to a server that answers with that. */
async function look(
  { xml, status, contentType = 'application/soap+xml; charset=utf-8' }: Given,
  options: Partial<SoapConnectorOptions> = {},
) {
  const names = { department: 'NOTARY', system: 'notary' } as const;
  const { connector, requests, lines } = await connect(replying(xml, contentType, status), {
    wsdl: WSDL_12,
    ...names,
    ...options,
  });
  const reply = await connector.call('look', { serial: '000001', office: 'A' }, call).catch((error) => error);
  return { reply, lines, request: requests[0] };
}

const envelope12 = (body: string) => envelope(body, SOAP_1_2.namespace);
const answer = (xml: string) => envelope12(`<Answer xmlns="urn:test:register">${xml}</Answer>`);
const refusal = (number: string) =>
  `<s:Detail><r:Refusal xmlns:r="urn:test:register"><r:number>${number}</r:number></r:Refusal></s:Detail>`;
const fault = (code: string, detail = '') =>
  envelope12(
    `<s:Fault><s:Code><s:Value>s:${code}</s:Value></s:Code><s:Reason><s:Text xml:lang="zh-CN">张拟甲</s:Text></s:Reason>${detail}</s:Fault>`,
  );

const unavailable = { code: 'DEPARTMENT_UNAVAILABLE', department: 'NOTARY', system: 'notary' };
const invalid = { code: 'DEPARTMENT_DATA_INVALID', retryable: false };
/** 4004 is an answer, everything else is not. */
const faultDetail = { codeAt: ['Refusal', 'number'], answers: new Map([['004004', { serial: 'none' }]]) };

describe('a request', () => {
  it('is of SOAP 1.2, with its action in the media type and the element that the WSDL names', async () => {
    const { request } = await look({ xml: answer('<serial>1</serial>') });
    expect(request?.headers['content-type']).toBe(
      'application/soap+xml; charset=UTF-8; action="urn:test:register#look"',
    );
    expect(request?.headers).not.toHaveProperty('soapaction');
    expect(request?.body).toContain(`xmlns:soap="${SOAP_1_2.namespace}"`);
    const texts = request?.body.match(/>[^<]+</g);
    expect(texts).toEqual(['>A<', '>000001<']);
    expect(request?.body).toContain('Question');
    expect(request?.body).not.toContain('Header');
  });
});

describe('a reply', () => {
  it('keeps the zeros and the digits of what the WSDL types as numbers', async () => {
    const part = '<part><office>A</office><serial>0009007199254740993</serial></part>';
    const { reply } = await look({ xml: answer(`<serial>000001</serial><code>03</code>${part}`) });
    expect(reply).toEqual({ serial: '000001', code: '03', part: [{ office: 'A', serial: '0009007199254740993' }] });
  });

  it.each<[string, Given]>([
    ['of SOAP 1.1', { xml: envelope('<Answer xmlns="urn:test:register"/>', SOAP_1_1.namespace) }],
    ['in the media type of SOAP 1.1', { xml: answer('<serial>1</serial>'), contentType: 'text/xml' }],
    ['with another element', { xml: envelope12('<Other xmlns="urn:test:register"/>') }],
    ['with a fault inside a 200', { xml: fault('Sender', refusal('004004')) }],
  ])('%s is refused', async (_what, given) => {
    const { reply } = await look(given, { faultDetail });
    expect(reply).toMatchObject(invalid);
  });
});

describe('a fault', () => {
  it.each([
    ['Sender', 400, false],
    ['Receiver', 500, true],
    ['MustUnderstand', 500, false],
  ])('of %s is not our data, retryable: %s %s', async (code, status, retryable) => {
    const { reply } = await look({ xml: fault(code), status });
    expect(reply).toMatchObject({ ...unavailable, retryable, cause: { facts: { status, faultCode: code } } });
  });

  it('has a detail whose code is told to the log, and nothing else of it', async () => {
    const detail = refusal('005001').replace('</r:Refusal>', '<r:who>张拟甲</r:who></r:Refusal>');
    const { reply, lines } = await look({ xml: fault('Receiver', detail), status: 500 }, { faultDetail });
    expect(reply).toMatchObject({ ...unavailable, retryable: true });
    expect(lines).toEqual([expect.objectContaining({ detailCode: '005001', message: 'soap call failed' })]);
    expect(inspect([reply, lines], { depth: null, showHidden: true })).not.toContain('张拟甲');
  });

  it('whose code is an answer is one', async () => {
    const { reply, lines } = await look({ xml: fault('Sender', refusal('004004')), status: 400 }, { faultDetail });
    expect(reply).toEqual({ serial: 'none' });
    expect(lines).toEqual([expect.objectContaining({ message: 'soap call answered' })]);
  });

  it.each([
    ['no detail', ''],
    ['the code without its zeros', refusal('4004')],
    ['the code in another element', refusal('004004').replaceAll('Refusal', 'Notice')],
    ['the code beside another', refusal('004004').replace('</r:Refusal>', '<r:number>005001</r:number></r:Refusal>')],
    ['a name of every object', refusal('constructor')],
    ['an empty detail', '<s:Detail/>'],
    ['text for a detail', '<s:Detail>004004</s:Detail>'],
  ])('with %s is no answer', async (_what, detail) => {
    const { reply } = await look({ xml: fault('Sender', detail), status: 400 }, { faultDetail });
    expect(reply).toMatchObject({ ...unavailable, retryable: false });
  });

  it('has a number in its detail that may be somebody’s: it is not told to the log', async () => {
    const xml = fault('Sender', refusal('379999198506120130'));
    const { reply, lines } = await look({ xml, status: 400 }, { faultDetail });
    expect(inspect([reply, lines], { depth: null, showHidden: true })).not.toContain('379999');
  });
});
