import { describe, expect, it } from '@jest/globals';
import { call, connect, envelope, replying, WSDL_12 } from '#adapters/soap/connector.fixture.ts';
import { SOAP_1_2 } from '#adapters/soap/soap-version.ts';
import { another, sign, system } from '#tests/soap/signing.ts';

const NONE = { serial: 'none' };
const answer = '<Answer xmlns="urn:test:register"><serial>0001</serial><code>3</code></Answer>';
const fault =
  '<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang="zh">没有</s:Text></s:Reason>' +
  '<s:Detail><r:Refusal xmlns:r="urn:test:register"><r:number>404</r:number></r:Refusal></s:Detail></s:Fault>';
const unsigned = (body: string) => envelope(body, SOAP_1_2.namespace);

async function look(xml: string, status = 200) {
  const { connector } = await connect(replying(xml, 'application/soap+xml; charset=utf-8', status), {
    wsdl: WSDL_12,
    verifyReplies: { certificate: system.certificate },
    faultDetail: { codeAt: ['Refusal', 'number'], answers: new Map([['404', NONE]]) },
  });
  return connector.call('look', { office: 'A', serial: '1' }, call).catch((error) => error);
}

describe('a system that signs its replies', () => {
  it('is read', async () => {
    expect(await look(sign(unsigned(answer)))).toEqual({ serial: '0001', code: '3', part: [] });
    expect(await look(sign(unsigned(fault)), 400)).toBe(NONE);
  });

  it('is read where the prefix of a type is declared outside of what is signed', async () => {
    const xml = sign(
      unsigned(
        answer.replace('<code>', '<code xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="xsd:int">'),
      ).replace('<s:Envelope', '<s:Envelope xmlns:xsd="http://www.w3.org/2001/XMLSchema"'),
    );
    expect(await look(xml)).toEqual({ serial: '0001', code: '3', part: [] });
  });

  it.each<[string, string, number]>([
    ['no signature', unsigned(answer), 200],
    ['another’s signature', sign(unsigned(answer), another), 200],
    ['another value', sign(unsigned(answer)).replace('0001', '0002'), 200],
    ['an unsigned answer in the place of a fault', unsigned(answer), 500],
  ])('is not believed with %s', async (_what, xml, status) => {
    expect(await look(xml, status)).toMatchObject({ code: 'DEPARTMENT_DATA_INVALID', retryable: false });
  });

  it('may leave its faults unsigned: they are told for what they are, and are no answers', async () => {
    for (const xml of [unsigned(fault), sign(unsigned(fault), another)]) {
      expect(await look(xml, 400)).toMatchObject({
        code: 'DEPARTMENT_UNAVAILABLE',
        cause: { message: 'the system answered with a fault', facts: { faultCode: 'Sender' } },
      });
    }
  });
});
