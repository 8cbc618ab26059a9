import { once } from 'node:events';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { authority, client, start } from '#tests/notary/harness.ts';

const { certificate: cert, key } = client(authority);
const SOAP_1_2 = 'http://www.w3.org/2003/05/soap-envelope';
const SERIAL = '<liushuiHao>000001</liushuiHao>';

const query = (serial = SERIAL, element = 'HechaChaxun') =>
  `<${element} xmlns="urn:gongzhengyun:hecha:2"><jigouDaima>32379999FAKE6NTY35</jigouDaima><niandu>2025</niandu>` +
  `<zihao>鲁虚构证民字</zihao>${serial}</${element}>`;
const envelope = (...body: string[]) =>
  `<e:Envelope xmlns:e="${SOAP_1_2}"><e:Body>${body.join('')}</e:Body></e:Envelope>`;

/** What the stand-in answers to an envelope written by hand. */
async function post(xml: string, contentType = 'application/soap+xml; charset=utf-8') {
  const { endpoint, simulator } = await start();
  const tls = { ca: authority.certificate, cert, key, agent: false };
  const sent = request(endpoint, { ...tls, method: 'POST', headers: { 'content-type': contentType } });
  sent.end(xml);
  const [response] = await once(sent, 'response');
  const body = await text(response);
  const found = (pattern: RegExp) => pattern.exec(body)?.[1];
  return {
    status: response.statusCode,
    contentType: response.headers['content-type'],
    body,
    code: found(/<soap:Value>([^<]*)</),
    cuowuDaima: found(/cuowuDaima>([^<]*)</),
    calls: simulator.calls(),
  };
}

describe('a request written by hand', () => {
  it('is answered in SOAP 1.2, with zeros and offsets', async () => {
    const { status, contentType, body, calls } = await post(envelope(query()));
    expect({ status, contentType, calls }).toEqual({
      status: 200,
      contentType: 'application/soap+xml; charset=utf-8',
      calls: { HechaChaxun: 1 },
    });
    expect(body).toContain('<liushuiHao>000001</liushuiHao><zhuangtai>01</zhuangtai>');
    expect(body).toContain('<chujuRiqi>2025-03-18+08:00</chujuRiqi>');
    expect(body).toContain('<zhengjianHao>379999198304250287</zhengjianHao>');
  });

  it.each([
    ['an unknown number', query('<liushuiHao>1</liushuiHao>'), '004004'],
    ['no number', query(''), '004001'],
    ['two numbers', query(SERIAL + SERIAL), '004001'],
    ['no certificate in a list', '<QuanxianChaxun xmlns="urn:gongzhengyun:hecha:2"/>', '004001'],
    [
      'more than 50 in a list',
      `<QuanxianChaxun xmlns="urn:gongzhengyun:hecha:2">${query(SERIAL, 'gongzhengshu').repeat(51)}</QuanxianChaxun>`,
      '004001',
    ],
    ['a page without a size', query('', 'MuluChaxun'), '004001'],
    ['a page too long', query('<tiaoshu>501</tiaoshu>', 'MuluChaxun'), '004001'],
  ])('with %s: a fault with a typed detail', async (_what, body, cuowuDaima) => {
    expect(await post(envelope(body))).toMatchObject({
      status: 400,
      contentType: 'application/soap+xml; charset=utf-8',
      code: 'soap:Sender',
      cuowuDaima,
    });
  });

  it.each([
    ['of another element', envelope(query(SERIAL, 'Query')), 400, 'soap:Sender'],
    ['with two elements', envelope(query(), query()), 400, 'soap:Sender'],
    ['cut in half', envelope(query()).slice(0, -20), 400, 'soap:Sender'],
    [
      'of SOAP 1.1',
      envelope(query()).replace(SOAP_1_2, 'http://schemas.xmlsoap.org/soap/envelope/'),
      500,
      'soap:VersionMismatch',
    ],
  ])('%s: a fault without a detail, and nothing counted', async (_what, xml, status, code) => {
    expect(await post(xml)).toMatchObject({ status, code, cuowuDaima: undefined, calls: {} });
  });

  it('in the media type of SOAP 1.1 is not read', async () => {
    expect(await post(envelope(query()), 'text/xml; charset=utf-8')).toMatchObject({ status: 415, calls: {} });
  });
});
