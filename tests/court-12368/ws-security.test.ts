import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { PASSWORD, start, USER } from '#tests/court-12368/harness.ts';

const WSS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
const KEY = '<AH>（2025）鲁9999刑初999901号</AH>';

interface Token {
  readonly user?: string;
  readonly password?: string;
  readonly nonce?: string;
  readonly created?: string;
}

/** A WS-Security header as the profile says, written by hand. */
function header({ user = USER, password = PASSWORD, nonce = randomNonce(), created = minutesFromNow(0) }: Token = {}) {
  const digest = createHash('sha1')
    .update(Buffer.from(nonce, 'base64'))
    .update(created + password)
    .digest('base64');
  return `<e:Header><w:Security xmlns:w="${WSS}-wssecurity-secext-1.0.xsd" xmlns:u="${WSS}-wssecurity-utility-1.0.xsd">
    <w:UsernameToken><w:Username>${user}</w:Username>
    <w:Password Type="${WSS}-username-token-profile-1.0#PasswordDigest">${digest}</w:Password>
    <w:Nonce>${nonce}</w:Nonce><u:Created>${created}</u:Created></w:UsernameToken></w:Security></e:Header>`;
}

const body = (keys: string, operation = 'cxAjQx') =>
  `<e:Body><${operation} xmlns="urn:court-12368:ajcx"><AHLB>${keys}</AHLB></${operation}></e:Body>`;
const envelope = (...parts: string[]) =>
  `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/">${parts.join('')}</e:Envelope>`;
const randomNonce = () => randomBytes(16).toString('base64');
const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

async function post(endpoint: string, xml: string | Buffer) {
  const response = await fetch(endpoint, { method: 'POST', body: new Uint8Array(Buffer.from(xml)) });
  const text = await response.text();
  return { status: response.status, text, faultCode: /<faultcode>([^<]*)</.exec(text)?.[1] };
}

describe('WS-Security', () => {
  it('lets a right token in', async () => {
    const { endpoint, simulator } = await start();
    const { status, text } = await post(endpoint, envelope(header(), body(KEY)));
    expect(status).toBe(200);
    expect(text).toContain('<RYBH>FY0001</RYBH>');
    expect(simulator.calls()).toEqual({ cxAjQx: 1 });
  });

  it.each<[string, () => string, string]>([
    ['a wrong password', () => header({ password: 'demo' }), 'wsse:FailedAuthentication'],
    ['an unknown user', () => header({ user: 'admin' }), 'wsse:FailedAuthentication'],
    ['a stale timestamp', () => header({ created: minutesFromNow(-6) }), 'wsse:MessageExpired'],
    ['a timestamp to come', () => header({ created: minutesFromNow(2) }), 'wsse:MessageExpired'],
    ['no nonce', () => header({ nonce: '' }), 'wsse:InvalidSecurity'],
    ['an empty header', () => '<e:Header/>', 'wsse:InvalidSecurity'],
    ['no header', () => '', 'wsse:InvalidSecurity'],
  ])('refuses %s, gives nothing and counts nothing', async (_what, writeHeader, faultCode) => {
    const { endpoint, simulator } = await start();
    const refused = await post(endpoint, envelope(writeHeader(), body(KEY)));
    expect(refused).toMatchObject({ status: 500, faultCode });
    expect(refused.text).not.toContain('FY0001');
    expect(simulator.calls()).toEqual({});
  });

  it('refuses the same request a second time', async () => {
    const { endpoint } = await start();
    const request = envelope(header(), body(KEY));
    expect((await post(endpoint, request)).status).toBe(200);
    expect(await post(endpoint, request)).toMatchObject({ status: 500, faultCode: 'wsse:InvalidSecurityToken' });
  });

  it('refuses a nonce that was used with another time', async () => {
    const { endpoint } = await start();
    const nonce = randomNonce();
    expect((await post(endpoint, envelope(header({ nonce }), body(KEY)))).status).toBe(200);
    const again = envelope(header({ nonce, created: minutesFromNow(-1) }), body(KEY));
    expect(await post(endpoint, again)).toMatchObject({ status: 500, faultCode: 'wsse:InvalidSecurityToken' });
  });
});

describe('requests', () => {
  it.each<[string, () => string | Buffer]>([
    ['more than 50 numbers', () => envelope(header(), body(KEY.repeat(51)))],
    ['no number', () => envelope(header(), body(''))],
    ['an unknown operation', () => envelope(header(), body(KEY, 'cxQb'))],
    ['two operations', () => envelope(header(), body(KEY).replace('</e:Body>', '<x/></e:Body>'))],
    ['no body', () => envelope(header())],
    ['a DTD', () => `<!DOCTYPE x [<!ENTITY e "x">]>${envelope(header(), body('<AH>&e;</AH>'))}`],
    ['half an envelope', () => envelope(header(), body(KEY)).slice(0, -20)],
    ['GBK bytes', () => Buffer.concat([Buffer.from('<x>'), Buffer.from([0xb7, 0xa8]), Buffer.from('</x>')])],
  ])('with %s: a fault', async (_what, write) => {
    const { endpoint } = await start();
    expect(await post(endpoint, write())).toMatchObject({ status: 500, faultCode: 'soap:Client' });
  });

  it('of SOAP 1.2: a fault', async () => {
    const { endpoint } = await start();
    const request = envelope(header(), body(KEY)).replace(
      /http:\/\/schemas\.xmlsoap[^"]*/,
      'http://www.w3.org/2003/05/soap-envelope',
    );
    expect(await post(endpoint, request)).toMatchObject({ status: 500, faultCode: 'soap:VersionMismatch' });
  });

  it('of 50 numbers are answered', async () => {
    const { endpoint } = await start();
    expect((await post(endpoint, envelope(header(), body(KEY.repeat(50))))).status).toBe(200);
  });
});
