import { describe, expect, it } from '@jest/globals';
import { requestHeaders, writeEnvelope } from '#adapters/soap/envelope.ts';
import { SOAP_1_1, SOAP_1_2 } from '#adapters/soap/soap-version.ts';

const call = { requestId: 'r-1', caller: 'c & <1>', rights: 'never sent' };
const options = { version: SOAP_1_1, charset: 'GBK', callerHeader: null, secure: null } as const;

describe('writeEnvelope', () => {
  it('is a prolog, an envelope and a body, and no header where none is needed', () => {
    expect(writeEnvelope('<q/>', call, options)).toBe(
      `<?xml version="1.0" encoding="GBK"?><soap:Envelope xmlns:soap="${SOAP_1_1.namespace}"><soap:Body><q/></soap:Body></soap:Envelope>`,
    );
    expect(writeEnvelope('<q/>', call, { ...options, version: SOAP_1_2 })).toContain(`"${SOAP_1_2.namespace}"`);
  });

  it('tells who calls in a header of the system', () => {
    const callerHeader = { namespace: 'urn:x&y', name: 'Caller' };
    expect(writeEnvelope('<q/>', call, { ...options, callerHeader })).toContain(
      '<soap:Header><Caller xmlns="urn:x&amp;y"><requestId>r-1</requestId><caller>c &amp; &lt;1&gt;</caller></Caller></soap:Header>',
    );
  });

  it('is secured with its header, and without its prolog', () => {
    const secure = (xml: string) => xml.replace('<soap:Header></soap:Header>', '<soap:Header>secured</soap:Header>');
    const written = writeEnvelope('<q/>', call, { ...options, secure });
    expect(written).toMatch(/^<\?xml [^>]*\?><soap:Envelope [^>]*><soap:Header>secured<\/soap:Header><soap:Body>/);
  });
});

describe('requestHeaders', () => {
  const headers = (changes: object) =>
    requestHeaders(call, {
      version: SOAP_1_1,
      charset: 'UTF-8',
      callerHeader: 'http',
      action: 'urn:x#look',
      ...changes,
    });

  it('has the action where its version has it', () => {
    expect(headers({})).toMatchObject({ 'content-type': 'text/xml; charset=UTF-8', soapaction: '"urn:x#look"' });
    expect(headers({ action: '' })).toMatchObject({ soapaction: '""' });
    const of12 = headers({ version: SOAP_1_2 });
    expect(of12).toMatchObject({ 'content-type': 'application/soap+xml; charset=UTF-8; action="urn:x#look"' });
    expect(of12).not.toHaveProperty('soapaction');
    expect(headers({ version: SOAP_1_2, action: '' })).toMatchObject({
      'content-type': 'application/soap+xml; charset=UTF-8',
    });
    // What is no ASCII no header can hold: as in an address.
    expect(headers({ action: 'http://tempuri.org/查询𠮷' })).toMatchObject({
      soapaction: '"http://tempuri.org/%E6%9F%A5%E8%AF%A2%F0%A0%AE%B7"',
    });
    expect(headers({ action: 'a"\r\nb: c' })).toMatchObject({ soapaction: '"a%22%0D%0Ab: c"' });
  });

  it('tells who calls where HTTP may, and never what they may', () => {
    expect(headers({})).toMatchObject({ 'x-request-id': 'r-1', 'x-caller': 'c & <1>' });
    for (const callerHeader of [null, { namespace: 'urn:x', name: 'Caller' }]) {
      expect(headers({ callerHeader })).not.toHaveProperty('x-request-id');
    }
    expect(JSON.stringify(headers({}))).not.toContain('never sent');
  });
});
