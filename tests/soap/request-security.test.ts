import { createHash, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { writeEnvelope } from '#adapters/soap/envelope.ts';
import { createReplyVerifier } from '#adapters/soap/security/reply-verifier.ts';
import { createSecurity } from '#adapters/soap/security/security.ts';
import type { SecuritySetting } from '#adapters/soap/security/settings.ts';
import { SOAP_1_1, SOAP_1_2, type SoapVersion } from '#adapters/soap/soap-version.ts';
import { authority, expired, forged, system } from '#tests/soap/signing.ts';

const PASSWORD = `密码 & <${randomBytes(6).toString('hex')}>`;
const TEXT: SecuritySetting = { kind: 'wsse-text', user: 'graph', password: PASSWORD };
const DIGEST: SecuritySetting = { kind: 'wsse-digest', user: 'graph', password: PASSWORD };
const X509: SecuritySetting = { kind: 'wsse-x509', ...system };
const HTTPS = new URL('https://127.0.0.1/');
const call = { requestId: 'test-1', caller: 'c', rights: 'r' };

const security = (...settings: SecuritySetting[]) => createSecurity(settings, HTTPS);

function envelope(
  settings: SecuritySetting[],
  version: SoapVersion = SOAP_1_1,
  body = '<q xmlns="urn:q">张 &amp; &#13;\u{20bb7}</q>',
) {
  return writeEnvelope(body, call, {
    version,
    charset: 'UTF-8',
    callerHeader: null,
    secure: security(...settings).secure,
  });
}
const found = (xml: string, pattern: RegExp) => pattern.exec(xml)?.[1] ?? 'not found';

describe('a UsernameToken', () => {
  it('with a digest is that of nonce, time and password (Username Token Profile 1.0 §3.1), another each time', () => {
    const [first = '', second = ''] = [envelope([DIGEST]), envelope([DIGEST])];
    const nonce = found(first, /<wsse:Nonce [^>]*>([^<]*)</);
    const created = found(first, /<wsu:Created>([^<]*)</);
    const sum = createHash('sha1')
      .update(Buffer.from(nonce, 'base64'))
      .update(created + PASSWORD);
    expect(found(first, /#PasswordDigest">([^<]*)</)).toBe(sum.digest('base64'));
    expect(found(second, /<wsse:Nonce [^>]*>([^<]*)</)).not.toBe(nonce);
    expect(first).not.toContain('<wsu:Timestamp');
    expect(first).toMatch(/^<\?xml [^>]*\?><soap:Envelope [^>]*><soap:Header><wsse:Security soap:mustUnderstand="1" /);
  });

  it('with the password carries it as text', () => {
    expect(envelope([TEXT])).toContain(
      `#PasswordText">${PASSWORD.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}<`,
    );
  });

  it('has a timestamp where it is asked for', () => {
    expect(envelope([{ ...DIGEST, timestamp: true }])).toContain('<wsu:Timestamp');
  });

  it('that soap would not escape is refused at the start', () => {
    expect(() => security({ ...TEXT, password: '<![CDATA[</a>]]>' })).toThrow('cannot be sent');
  });
});

describe('a signature', () => {
  const verify = (xml: string, version = SOAP_1_1, sha1 = false) =>
    createReplyVerifier({ certificate: system.certificate, sha1 }, version)(xml);

  it.each([
    ['SOAP 1.1', SOAP_1_1],
    ['SOAP 1.2', SOAP_1_2],
  ])('covers body and timestamp of %s', (_name, version) => {
    const xml = envelope([X509], version);
    expect(verify(xml, version)).toContain('<q xmlns="urn:q">张 &amp; &#xD;𠮷</q>');
    expect(() => verify(xml.replace('𠮷', '吉'), version)).toThrow('not signed');
  });

  it('covers a UsernameToken beside it', () => {
    const xml = envelope([X509, TEXT]);
    expect(verify(xml)).toContain('urn:q');
    expect(() => verify(xml.replace('graph', 'other'))).toThrow('not signed');
    expect(xml.match(/<wsse:Security /g)).toHaveLength(1);
  });

  it('is another one where the same is sent at the same time, so that it is no replay', () => {
    const values = [1, 2].map(() => found(envelope([X509]), /<ds:SignatureValue>([^<]*)</));
    expect(new Set(values).size).toBe(2);
  });

  it('is by SHA-1 for who knows nothing else', () => {
    const xml = envelope([{ ...X509, digest: 'sha1' }]);
    expect(xml).not.toContain('sha256');
    expect(verify(xml, SOAP_1_1, true)).toContain('urn:q');
  });

  it('is of each request for itself', () => {
    const { secure } = security(X509);
    const write = (body: string) =>
      writeEnvelope(body, call, { version: SOAP_1_1, charset: 'UTF-8', callerHeader: null, secure });
    for (const body of ['<q xmlns="urn:1"/>', '<q xmlns="urn:2"/>'])
      expect(verify(write(body))).toContain(body.slice(0, -2));
  });

  it('is another each time, or who remembers signatures takes an equal request for a replay', () => {
    // Two of three are of one second, which is all that the timestamp tells apart.
    const values = [1, 2, 3].map(() => found(envelope([X509]), /<ds:SignatureValue>([^<]*)</));
    expect(new Set(values).size).toBe(3);
  });

  it.each<[string, Partial<SecuritySetting>]>([
    ['a key of another certificate', { key: forged.key }],
    ['a key that is none', { key: 'c2VjcmV0' }],
    ['a key that is not RSA', authority.issue({ commonName: 'ec', usage: 'client' })],
  ])('with %s stops the start, and says nothing of it', (_what, changes) => {
    const error = (() => {
      try {
        return security({ ...X509, ...changes } as SecuritySetting);
      } catch (caught) {
        return caught;
      }
    })();
    expect(String(error)).toContain('cannot be read');
    expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(/BEGIN|c2VjcmV0/);
  });

  it('with a certificate that has expired is not made', () => {
    expect(() => envelope([{ kind: 'wsse-x509', ...expired }])).toThrow('our certificate has expired');
  });
});

describe('other kinds', () => {
  it('basic is a header of HTTP', () => {
    const basic: SecuritySetting = { kind: 'basic', user: 'graph', password: PASSWORD };
    const { authorization = '' } = security(basic).httpHeaders();
    expect(Buffer.from(authorization.replace('Basic ', ''), 'base64').toString()).toBe(`graph:${PASSWORD}`);
    expect(envelope([basic])).not.toContain('Header');
    expect(() => security({ ...basic, user: 'a:b' })).toThrow('cannot be sent');
  });

  it('none leaves everything as it is', () => {
    expect(security()).toMatchObject({ tls: undefined, secure: null });
    expect(security().httpHeaders()).toEqual({});
    expect(envelope([])).not.toContain('Header');
  });

  it('two of one kind, or TLS without https, stop the start', () => {
    expect(() => security(TEXT, DIGEST)).toThrow('set twice');
    const tls: SecuritySetting = { kind: 'tls', authority: authority.certificate };
    expect(() => createSecurity([tls], new URL('http://127.0.0.1/'))).toThrow('https');
    expect(security(tls).tls?.requireCurrent()).toBeUndefined();
  });
});

it('no object of it shows a secret', () => {
  const own = authority.issue({ commonName: 'zhengfa-graph', usage: 'client' });
  const made = security(
    { ...DIGEST, password: 'c2VjcmV0LTE' },
    X509,
    { kind: 'basic', user: 'graph', password: 'c2VjcmV0LTI' },
    { kind: 'mtls', ...own, authority: authority.certificate },
  );
  const shown = inspect(made, { depth: null, showHidden: true, maxStringLength: null }) + JSON.stringify(made);
  expect(shown).not.toMatch(/c2VjcmV0|PRIVATE KEY/);
  for (const key of [own.key, system.key]) expect(shown).not.toContain(key.split('\n')[1]);
});
