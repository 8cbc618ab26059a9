import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { createProcuratorateSystem } from '#adapters/systems/procuratorate-12309/system.ts';
import { call, PASSWORD, start, USER } from '#tests/procuratorate-12309/harness.ts';
import { ARREST_1 } from '#tests/procuratorate-12309/numbers.ts';

const NAMESPACE = 'urn:procuratorate-12309:jcfw';
const GBK = 'text/xml; charset=GBK';
const PROLOG = '<?xml version="1.0" encoding="GBK"?>';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const document = (content: string, { user = USER, password = PASSWORD } = {}) =>
  `${PROLOG}<QQ><YHM>${user}</YHM><KL>${password}</KL><CS>${content}</CS></QQ>`;
const envelope = (operation: string, argument: string) =>
  `${PROLOG}<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>` +
  `<n:${operation} xmlns:n="${NAMESPACE}"><in0>${escaped(argument)}</in0></n:${operation}></e:Body></e:Envelope>`;

/** The bytes of a reply to a request in ASCII, which is GBK too, and what they read. */
async function post(endpoint: string, xml: string, contentType = GBK) {
  const response = await fetch(endpoint, { method: 'POST', body: xml, headers: { 'content-type': contentType } });
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  return { status: response.status, contentType: response.headers.get('content-type'), bytes, text };
}

const NAME_2 = Buffer.from('8230b731c4e29534b235', 'hex');
const TICKET_2 = document('<GDLB><GDH>PT12309-2025-000002</GDH></GDLB>');

describe('what the stand-in sends', () => {
  it('is GB18030 that says GBK, four bytes for what GBK lacks', async () => {
    const { endpoint } = await start();
    const { status, contentType, bytes, text } = await post(endpoint, envelope('cxGdXx', TICKET_2));
    expect([status, contentType]).toEqual([200, GBK]);
    expect(bytes.subarray(0, PROLOG.length).toString()).toBe(PROLOG);
    expect(bytes.includes(NAME_2)).toBe(true);
    expect(text).toContain(`&lt;?xml version="1.0" encoding="GBK"?`.replaceAll('"', '&quot;'));
    expect(text).toContain('<cxGdXxReturn xsi:type="soapenc:string"');
  });

  it('stands beside the response where the method gives an object', async () => {
    const { endpoint } = await start();
    const { text } = await post(endpoint, envelope('cxAjFy', document('<HZ></HZ><TS>1</TS>')));
    expect(text).toMatch(/<cxAjFyReturn href="#id0"\/><\/ns1:cxAjFyResponse><multiRef id="id0"/);
  });

  it.each([
    ['another account', document('', { password: 'x' }), '用户名或口令错误'],
    ['another document', '<QQ/>', '请求报文格式错误'],
    ['half a document', `${PROLOG}<QQ>`, '请求报文格式错误'],
    ['no key', document('<GDLB></GDLB>'), '查询条件不能为空'],
    ['more than 50 keys', document(`<GDLB>${'<GDH>x</GDH>'.repeat(51)}</GDLB>`), '一次最多查询 50 条'],
  ])('is −1 in a 200 for %s', async (_what, argument, message) => {
    const { endpoint, simulator } = await start();
    const { status, text } = await post(endpoint, envelope('cxGdQx', argument));
    expect(status).toBe(200);
    expect(text).toContain(`&lt;JGM&gt;-1&lt;/JGM&gt;&lt;JGMS&gt;${message}`);
    expect(text).not.toContain('QN3H8V');
    expect(Object.keys(simulator.calls()).every((name) => name === 'cxGdQx')).toBe(true);
  });

  it.each([
    ['an unknown operation', envelope('cxQb', TICKET_2), GBK],
    ['another charset', envelope('cxGdQx', TICKET_2), 'text/xml; charset=utf-8'],
    ['a document that is not in the string', envelope('cxGdQx', '').replace('<in0>', '<in0><QQ/>'), GBK],
    ['half an envelope', envelope('cxGdQx', TICKET_2).slice(0, -20), GBK],
  ])('is a fault for %s', async (_what, xml, contentType) => {
    const { endpoint } = await start();
    const { status, text } = await post(endpoint, xml, contentType);
    expect(status).toBe(500);
    expect(text).toContain('<soapenv:Fault><faultcode>soapenv:');
  });
});

describe('what the port sends', () => {
  it('is GB18030 that says GBK, one string, and the account in it', async () => {
    const sent: { headers: NodeJS.Dict<string | string[]>; body: Buffer }[] = [];
    const server = createServer(async (request, response) => {
      sent.push({ headers: request.headers, body: await buffer(request) });
      response.writeHead(503).end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jcfw?v=1`;
    const procuratorate = await createProcuratorateSystem({ endpoint, user: USER, password: PASSWORD });
    const ticket = {
      kind: 'ACCUSATION',
      agencyCode: 'PROC-379999',
      caseNo: ARREST_1,
      text: '㛃拟𠮷 <甲>',
      complainant: { name: '郑拟寅', idNumber: null },
      idempotencyKey: 'k',
    } as const;
    await expect(procuratorate.createTicket(ticket, call)).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' });
    await procuratorate.close();
    server.close();
    const [{ headers, body } = { headers: {}, body: Buffer.alloc(0) }] = sent;
    expect(headers).toMatchObject({ 'content-type': GBK, soapaction: '""', 'x-request-id': 'test' });
    expect(body.includes(NAME_2)).toBe(true);
    const text = new TextDecoder('gb18030', { fatal: true }).decode(body);
    expect(text).toMatch(/^<\?xml version="1\.0" encoding="GBK"\?><soap:Envelope /);
    expect(text).toContain(`="${NAMESPACE}"`);
    expect(text).toContain('<in0 xsi:type="xsd:string">&lt;?xml version="1.0" encoding="GBK"?&gt;&lt;QQ&gt;');
    expect(text).toContain('&lt;SQNR&gt;㛃拟𠮷 &amp;lt;甲&amp;gt;&lt;/SQNR&gt;');
    expect(text.split(PASSWORD)).toHaveLength(2);
    expect(JSON.stringify(headers)).not.toContain(PASSWORD);
  });
});

it('the WSDL on our disk has the operations of the one that is served, each with one string each way', async () => {
  const { endpoint } = await start();
  const served = await (await fetch(`${endpoint}?wsdl`)).text();
  const ours = await readFile(
    new URL('../../adapters/systems/procuratorate-12309/procuratorate-12309.wsdl', import.meta.url),
    'utf8',
  );
  const partsOf = (wsdl: string) => [...wsdl.matchAll(/message name="(\w+)">\s*<wsdl:part name="(\w+)" type="(\S+)"/g)];
  expect(partsOf(ours).map(([, ...names]) => names)).toEqual(partsOf(served).map(([, ...names]) => names));
  expect(partsOf(ours)).toHaveLength(36);
  for (const wsdl of [ours, served]) expect(wsdl).toContain(`targetNamespace="${NAMESPACE}"`);
});
