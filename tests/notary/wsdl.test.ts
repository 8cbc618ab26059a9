import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from '@jest/globals';
import { DOMParser, type Document } from '@xmldom/xmldom';
import { authority, call, client, start } from '#tests/notary/harness.ts';
import { OFFICE, VALID } from '#tests/notary/numbers.ts';

const OURS = new URL('../../adapters/systems/notary/notary.wsdl', import.meta.url);
const XS = 'http://www.w3.org/2001/XMLSchema';
const WSDL = 'http://schemas.xmlsoap.org/wsdl/';

const { certificate: cert, key } = client(authority);
const agent = new Agent({ ca: authority.certificate, cert, key });
afterAll(() => agent.destroy());

const parse = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml');

async function both() {
  const { endpoint, notary } = await start();
  const response = await new Promise<AsyncIterable<Buffer>>((resolve, reject) => {
    request(`${endpoint}?wsdl`, { agent }, resolve).on('error', reject).end();
  });
  const theirs = parse(await text(response));
  return { notary, ours: parse(await readFile(OURS, 'utf8')), theirs };
}

/** Every element of the schema with the type or element around it and its own type, such as `BianhaoLeixing/liushuiHao xs:long`. */
function elementsOf(document: Document): string[] {
  return [...document.getElementsByTagNameNS(XS, 'element')].map((element) => {
    const path = [element.getAttribute('name')];
    for (let parent = element.parentElement; parent && parent.localName !== 'schema'; parent = parent.parentElement) {
      if (parent.getAttribute('name')) path.unshift(parent.getAttribute('name'));
    }
    return `${path.join('/')} ${element.getAttribute('type') ?? ''}`.trim();
  });
}

const named = (document: Document, name: string, attribute: string, namespace = WSDL) =>
  [...document.getElementsByTagNameNS(namespace, name)].map((element) => element.getAttribute(attribute));

describe('the WSDL on our disk', () => {
  it('declares nothing that the service does not', async () => {
    const { ours, theirs } = await both();
    const served = new Set(elementsOf(theirs));
    expect(elementsOf(ours).filter((path) => !served.has(path))).toEqual([]);
    expect(named(ours, 'operation', 'name')).toEqual(named(theirs, 'operation', 'name'));
    expect(named(ours, 'part', 'element')).toEqual(named(theirs, 'part', 'element'));
    const actions = (document: Document) => named(document, 'operation', 'soapAction', `${WSDL}soap12/`);
    expect(actions(ours)).toEqual(actions(theirs));
  });

  it('leaves out the applicants, and what nobody reads', async () => {
    const { ours, theirs } = await both();
    const known = new Set(elementsOf(ours));
    expect(elementsOf(theirs).filter((path) => !known.has(path))).toEqual([
      'DangshirenLeixing/dangshirenHao xs:int',
      'DangshirenLeixing/xingming xs:string',
      'DangshirenLeixing/zhengjianHao xs:string',
      'DangshirenLeixing/dianhua xs:string',
      'HechaJieguo/pingtaiHao xs:long',
      'HechaJieguo/gengzhengRiqi xs:date',
      'HechaJieguo/gongzhengyuanHao xs:string',
      'HechaJieguo/dangshiren tns:DangshirenLeixing',
      'MuluXiang/dangshiren tns:DangshirenLeixing',
    ]);
  });

  it('types as numbers what carries leading zeros', async () => {
    const { theirs } = await both();
    expect(elementsOf(theirs)).toEqual(
      expect.arrayContaining([
        'BianhaoLeixing/liushuiHao xs:long',
        'HechaJieguo/pingtaiHao xs:long',
        'HechaJieguo/zhuangtai xs:int',
      ]),
    );
  });

  it('holds an address that leads nowhere, as the served one does: calls go where the setting says', async () => {
    const { notary, ours, theirs } = await both();
    const located = (document: Document) => named(document, 'address', 'location', `${WSDL}soap12/`);
    const nowhere = ['https://gzy-app03.intra.invalid:7443/gzy/ws/HechaService'];
    expect([located(ours), located(theirs)]).toEqual([nowhere, nowhere]);
    expect(await notary.verify(OFFICE, VALID, null, call)).toMatchObject({ state: 'VALID' });
  });
});
