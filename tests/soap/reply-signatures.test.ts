import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { createReplyVerifier } from '#adapters/soap/security/reply-verifier.ts';
import type { ReplySignature } from '#adapters/soap/security/settings.ts';
import { SOAP_1_1, SOAP_1_2 } from '#adapters/soap/soap-version.ts';
import { another, authority, BODY, expired, forged, signed, system } from '#tests/soap/signing.ts';

const PINNED: ReplySignature = { certificate: system.certificate };
const TRUSTED: ReplySignature = { authority: authority.certificate, commonName: 'system.test' };
const read = (xml: string, setting: ReplySignature = PINNED, now = Date.now()) =>
  createReplyVerifier(setting, SOAP_1_1, () => now)(xml);

const refused = (reason: string) =>
  expect.objectContaining({
    code: 'DEPARTMENT_DATA_INVALID',
    retryable: false,
    message: expect.stringContaining(reason),
  });
const SHA1 = {
  signatureAlgorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
  digestAlgorithm: 'http://www.w3.org/2000/09/xmldsig#sha1',
};

describe('a reply that is signed', () => {
  it.each([
    ['by the certificate that we hold', PINNED],
    ['by one of their authority, in their name', TRUSTED],
  ])('%s gives its body', (_who, setting) => {
    const text = read(signed(), setting);
    expect(text).toContain(BODY);
    expect(text).toMatch(
      /^<e:Envelope xmlns:e="http:\/\/schemas\.xmlsoap\.org\/soap\/envelope\/"><s:Body [\s\S]*<\/s:Body><\/e:Envelope>$/,
    );
  });

  it('by SHA-1 counts where the setting says so', () => {
    const xml = signed(system, SHA1);
    expect(() => read(xml)).toThrow(refused('cannot be checked'));
    expect(read(xml, { ...PINNED, sha1: true })).toContain(BODY);
  });

  it('without a timestamp counts where the setting says so', () => {
    const xml = signed(system, { hasTimeStamp: false });
    expect(() => read(xml)).toThrow(refused('its timestamp is not what was signed'));
    expect(read(xml, { ...PINNED, timestamp: false })).toContain(BODY);
  });

  it('keeps a text in one piece, whatever comments are put into it', () => {
    expect(read(signed().replace('12345', '123<!-- -->45'))).toContain('张拟甲 &amp; 12345');
  });
});

describe('who signed', () => {
  it.each<[string, string, ReplySignature, string]>([
    ['another certificate', signed(another), PINNED, 'cannot be checked, or is not theirs'],
    ['another of the same authority', signed(another), TRUSTED, 'in another name'],
    ['one of that name from another authority', signed(forged), TRUSTED, 'not from the authority'],
    ['their expired one', signed(expired), TRUSTED, 'not valid now'],
    ['their expired one, which we hold', signed(expired), { certificate: expired.certificate }, 'not valid now'],
    [
      'another, with their certificate shown beside it',
      signed(another).replace(base64(another.certificate), base64(system.certificate)),
      TRUSTED,
      'cannot be checked, or is not theirs',
    ],
    [
      'nobody, by a certificate that is none',
      signed().replace(base64(system.certificate), 'AAAA'),
      TRUSTED,
      'cannot be read',
    ],
    [
      'nobody, by a certificate that is not there',
      signed().replace(/BinarySecurityToken/g, 'Token'),
      TRUSTED,
      'names no certificate',
    ],
  ])('must not be %s', (_who, xml, setting, reason) => {
    expect(() => read(xml, setting)).toThrow(refused(reason));
  });
});

describe('when', () => {
  it.each([
    ['an hour old', 3_600_000],
    ['an hour early', -3_600_000],
  ])('must not be %s', (_when, shift) => {
    expect(() => read(signed(), PINNED, Date.now() + shift)).toThrow(refused('not of now'));
  });

  it('may be a minute off: clocks are', () => {
    expect(read(signed(), PINNED, Date.now() - 55_000)).toContain(BODY);
  });
});

/** What somebody on the way can make of a reply that was signed. */
const attacks: Readonly<Record<string, (xml: string) => string>> = {
  'no signature': (xml) => xml.replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, ''),
  'no security header': (xml) => xml.replace(/<wsse:Security[\s\S]*<\/wsse:Security>/, ''),
  'another value': (xml) => xml.replace('12345', '12346'),
  'another timestamp': (xml) => xml.replace(/<Created>\d/, '<Created>3'),
  'no timestamp': (xml) => xml.replace(/<Timestamp[\s\S]*<\/Timestamp>/, ''),
  'another signature value': (xml) => xml.replace(/(<ds:SignatureValue>)./, '$1_'),
  'another digest': (xml) => xml.replace(/(<ds:DigestValue>)./g, '$1_'),
  'the signed body in the header, and another in its place': (xml) =>
    xml
      .replace('</s:Header>', `<moved>${bodyOf(xml)}</moved></s:Header>`)
      .replace(/(<\/s:Header>)<s:Body[\s\S]*<\/s:Body>/, `$1${FALSE_BODY}`),
  'the same, with the id of the signed one': (xml) =>
    xml
      .replace('</s:Header>', `<moved>${bodyOf(xml)}</moved></s:Header>`)
      .replace(/(<\/s:Header><s:Body [^>]*>)[\s\S]*(<\/s:Body>)/, `$1${FALSE}$2`),
  'the same, with that id under another name': (xml) =>
    xml
      .replace('</s:Header>', `<moved>${bodyOf(xml)}</moved></s:Header>`)
      .replace(/(<\/s:Header><s:Body )[^>]*(Id="[^"]*")[^>]*>[\s\S]*(<\/s:Body>)/, `$1$2>${FALSE}$3`),
  'the signed body inside of another body': (xml) =>
    xml.replace(/<s:Body[\s\S]*<\/s:Body>/, (body) => `<s:Body>${FALSE}${body}</s:Body>`),
  'two bodies, the signed one first': (xml) => xml.replace('</s:Envelope>', `${FALSE_BODY}</s:Envelope>`),
  'two bodies, the signed one last': (xml) => xml.replace('</s:Header>', `</s:Header>${FALSE_BODY}`),
  'two headers': (xml) => xml.replace('<s:Header>', '<s:Header></s:Header><s:Header>'),
  'two security headers': (xml) =>
    xml.replace(/<wsse:Security[\s\S]*<\/wsse:Security>/, (each) => each.replace(/Id="[^"]*"/g, '') + each),
  'a fresh timestamp, the signed one moved': (xml) =>
    xml.replace(
      /<Timestamp[\s\S]*<\/Timestamp>/,
      (each) => `${each.replace(/ (?:\w+:)?Id="[^"]*"/, '')}<moved>${each}</moved>`,
    ),
  'a body of another namespace around it': (xml) =>
    xml.replace(/s:Body/g, 'x:Body').replace('<x:Body', '<x:Body xmlns:x="urn:x"'),
  'a DTD': (xml) => `<!DOCTYPE s:Envelope [<!ENTITY e "12346">]>${xml}`,
  'a second signature in the body': (xml) =>
    xml.replace('</n:answer>', `${/<ds:Signature[\s\S]*<\/ds:Signature>/.exec(xml)?.[0]}</n:answer>`),
  'an instruction that hides a value': (xml) => xml.replace('12345', '123<?x?>45'),
  'half of it': (xml) => xml.slice(0, -30),
};
const FALSE = '<n:answer xmlns:n="urn:n"><n:text>false</n:text></n:answer>';
const FALSE_BODY = `<s:Body>${FALSE}</s:Body>`;
const bodyOf = (xml: string) => /<s:Body[\s\S]*<\/s:Body>/.exec(xml)?.[0] ?? '';

describe('a reply that is not what was signed', () => {
  it.each(Object.entries(attacks))('with %s is refused', (_what, attack) => {
    const xml = signed();
    const attacked = attack(xml);
    expect(attacked).not.toBe(xml);
    for (const setting of [PINNED, TRUSTED]) {
      expect(() => read(attacked, setting)).toThrow(expect.objectContaining({ code: 'DEPARTMENT_DATA_INVALID' }));
    }
  });

  it('is refused where it is of another version of SOAP', () => {
    expect(() => createReplyVerifier(PINNED, SOAP_1_2)(signed())).toThrow(refused('it has not one body'));
  });

  it('is told without a word of it', () => {
    for (const attack of Object.values(attacks)) {
      const failure = (() => {
        try {
          return read(attack(signed()));
        } catch (error) {
          return error;
        }
      })();
      expect(inspect(failure, { depth: null, showHidden: true })).not.toMatch(/张拟甲|12345|DigestValue/);
    }
  });
});

it('a setting that is no certificate stops the start', () => {
  expect(() => createReplyVerifier({ certificate: 'x' }, SOAP_1_1)).toThrow('cannot be read');
});

function base64(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s/g, '');
}
