import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createSoapConnector, type SoapConnectorOptions } from '#adapters/soap/connector.ts';
import { SOAP_1_1, SOAP_1_2 } from '#adapters/soap/soap-version.ts';

const WSDL = fileURLToPath(new URL('./connector-12.test.wsdl', import.meta.url));
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

interface Answer {
  readonly xml: string;
  readonly status?: number;
  readonly contentType?: string;
}

/** One call of a connector to a server that answers with that. */
async function look(answer: Answer, options: Partial<SoapConnectorOptions> = {}) {
  const requests: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    requests.push({ headers: request.headers, body: await text(request) });
    const { status = 200, contentType = 'application/soap+xml; charset=utf-8', xml } = answer;
    response.writeHead(status, { 'content-type': contentType }).end(xml);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  cleanUp.push(() => server.close());
  const lines: object[] = [];
  const write = (fields: object, message: string) => void lines.push({ ...fields, message });
  const connector = await createSoapConnector({
    wsdl: WSDL,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    version: SOAP_1_2,
    timeoutMs: 10_000,
    maxReplyBytes: 100_000,
    maxConcurrent: 1,
    department: 'NOTARY',
    system: 'notary',
    logger: { debug: write, warn: write },
    ...options,
  });
  cleanUp.push(() => connector.close());
  const reply = await connector
    .call('look', { serial: '000001', office: 'A' }, { requestId: 'test-1' })
    .catch((error) => error);
  return { reply, lines, request: requests[0] };
}

const envelope = (body: string, { namespace } = SOAP_1_2) =>
  `<e:Envelope xmlns:e="${namespace}"><e:Body>${body}</e:Body></e:Envelope>`;
const answer = (xml: string) => envelope(`<Answer xmlns="urn:test:register">${xml}</Answer>`);
const refusal = (number: string) =>
  `<e:Detail><r:Refusal xmlns:r="urn:test:register"><r:number>${number}</r:number></r:Refusal></e:Detail>`;
const fault = (code: string, detail = '') =>
  envelope(
    `<e:Fault><e:Code><e:Value>${code}</e:Value></e:Code><e:Reason><e:Text xml:lang="zh-CN">张拟甲</e:Text></e:Reason>${detail}</e:Fault>`,
  );

const unavailable = { code: 'DEPARTMENT_UNAVAILABLE', department: 'NOTARY', system: 'notary' };
const invalid = { code: 'DEPARTMENT_DATA_INVALID', retryable: false };

describe('a request', () => {
  it('is of SOAP 1.2, with its action in the media type and the element that the WSDL names', async () => {
    const { request } = await look({ xml: answer('<serial>1</serial>') });
    expect(request?.headers['content-type']).toBe(
      'application/soap+xml; charset=utf-8; action="urn:test:register#look"',
    );
    expect(request?.headers).not.toHaveProperty('soapaction');
    expect(request?.body).toContain(`xmlns:soap="${SOAP_1_2.namespace}"`);
    expect(request?.body).toContain(
      '<soap:Body><Question xmlns="urn:test:register"><office>A</office><serial>000001</serial></Question></soap:Body>',
    );
    expect(request?.body).not.toContain('Header');
  });
});

describe('a reply', () => {
  it('keeps the zeros and the digits of what the WSDL types as numbers', async () => {
    const part = '<part><office>A</office><serial>0009007199254740993</serial></part>';
    const { reply } = await look({ xml: answer(`<serial>000001</serial><code>03</code>${part}`) });
    expect(reply).toEqual({
      serial: '000001',
      code: '03',
      part: [{ office: 'A', serial: '0009007199254740993' }],
    });
  });

  it.each<[string, Answer]>([
    ['of SOAP 1.1', { xml: envelope('<Answer xmlns="urn:test:register"><serial>1</serial></Answer>', SOAP_1_1) }],
    ['in the media type of SOAP 1.1', { xml: answer('<serial>1</serial>'), contentType: 'text/xml' }],
    ['with another element', { xml: envelope('<Other xmlns="urn:test:register"/>') }],
    ['with a fault inside a 200', { xml: fault('e:Sender', refusal('4004')) }],
  ])('%s is refused', async (_what, given) => {
    const { reply } = await look(given, { faultDetail });
    expect(reply).toMatchObject(invalid);
  });

  it('of SOAP 1.2 is refused where 1.1 was asked', async () => {
    const { reply } = await look({ xml: answer('<serial>1</serial>'), contentType: 'text/xml' }, { version: SOAP_1_1 });
    expect(reply).toMatchObject(invalid);
  });
});

/** 4004 is an answer, everything else is not. */
const faultDetail = { codeAt: ['Refusal', 'number'], answers: new Map([['004004', { serial: 'none' }]]) };

describe('a fault', () => {
  it.each([
    ['e:Sender', 400, false],
    ['e:Receiver', 500, true],
    ['e:MustUnderstand', 500, false],
  ])('of %s is not our data, retryable: %s %s', async (code, status, retryable) => {
    const { reply } = await look({ xml: fault(code), status });
    expect(reply).toMatchObject({ ...unavailable, retryable, cause: { facts: { status, faultCode: code } } });
  });

  it('has a detail whose code is told to the log, and nothing else of it', async () => {
    const detail = refusal('005001').replace('</r:Refusal>', '<r:who>张拟甲</r:who></r:Refusal>');
    const { reply, lines } = await look({ xml: fault('e:Receiver', detail), status: 500 }, { faultDetail });
    expect(reply).toMatchObject({ ...unavailable, retryable: true });
    expect(lines).toEqual([expect.objectContaining({ detailCode: '005001', message: 'soap call failed' })]);
    expect(inspect([reply, lines], { depth: null })).not.toContain('张拟甲');
  });

  it('whose code is an answer is one', async () => {
    const { reply, lines } = await look({ xml: fault('e:Sender', refusal('004004')), status: 400 }, { faultDetail });
    expect(reply).toEqual({ serial: 'none' });
    expect(lines).toEqual([expect.objectContaining({ message: 'soap call answered by a fault' })]);
  });

  it.each([
    ['no detail', ''],
    ['the code without its zeros', refusal('4004')],
    ['the code in another element', refusal('004004').replaceAll('Refusal', 'Notice')],
    ['the code beside another', refusal('004004').replace('</r:Refusal>', '<r:number>005001</r:number></r:Refusal>')],
    ['a name of every object', refusal('constructor')],
    ['an empty detail', '<e:Detail/>'],
    ['text for a detail', '<e:Detail>004004</e:Detail>'],
  ])('with %s is no answer', async (_what, detail) => {
    const { reply } = await look({ xml: fault('e:Sender', detail), status: 400 }, { faultDetail });
    expect(reply).toMatchObject({ ...unavailable, retryable: false });
  });

  it('has a number in its detail that may be somebody’s: it is not told to the log', async () => {
    const xml = fault('e:Sender', refusal('379999198506120130'));
    const { reply, lines } = await look({ xml, status: 400 }, { faultDetail });
    expect(inspect([reply, lines], { depth: null })).not.toContain('379999');
  });
});

it('a client certificate is not sent over plain HTTP', async () => {
  const tls = { certificate: '', key: '', authority: '' };
  await expect(look({ xml: '' }, { tls })).rejects.toThrow('https');
});
