import { createPrivateKey, X509Certificate } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { createAuthority, type LeafOptions } from '#auth/keys/certificate-authority.ts';

const VALIDITY = { from: new Date('2025-06-15T01:02:03Z'), to: new Date('2049-12-31T23:59:59Z') };
const authority = createAuthority('虚构 CA', VALIDITY);
const root = new X509Certificate(authority.certificate);

function issue(leaf: Partial<LeafOptions> = {}) {
  const { certificate, key } = authority.issue({ commonName: '替身', usage: 'server', ...leaf });
  return { certificate: new X509Certificate(certificate), key: createPrivateKey(key), text: key };
}

describe('an authority', () => {
  it('signs itself', () => {
    expect(root).toMatchObject({ ca: true, subject: 'CN=虚构 CA', issuer: 'CN=虚构 CA' });
    expect(root.verify(root.publicKey)).toBe(true);
  });

  it('keeps its key to itself', () => {
    const { text } = issue();
    expect(inspect(authority, { depth: null, showHidden: true })).not.toContain('PRIVATE');
    expect(text).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  });

  it('is not another one of the same name', () => {
    const other = new X509Certificate(createAuthority('虚构 CA', VALIDITY).certificate);
    expect(issue().certificate.verify(other.publicKey)).toBe(false);
  });
});

describe('a certificate that it issues', () => {
  it('is of the authority, for its key, and may sign no other', () => {
    const { certificate, key } = issue();
    expect(certificate.checkIssued(root)).toBe(true);
    expect(certificate.verify(root.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(key)).toBe(true);
    expect(certificate).toMatchObject({ ca: false, subject: 'CN=替身' });
  });

  it.each([
    ['server', ['1.3.6.1.5.5.7.3.1']],
    ['client', ['1.3.6.1.5.5.7.3.2']],
  ] as const)('of a %s serves nothing else', (usage, extendedKeyUsage) => {
    expect(issue({ usage }).certificate.keyUsage).toEqual(extendedKeyUsage);
  });

  it('names hosts and addresses', () => {
    const { certificate } = issue({ hosts: ['notary.invalid', '127.0.0.1'] });
    expect(certificate.subjectAltName).toBe('DNS:notary.invalid, IP Address:127.0.0.1');
    expect(certificate.checkHost('notary.invalid')).toBe('notary.invalid');
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(issue().certificate.subjectAltName).toBeUndefined();
  });

  it.each([
    ['the authority’s time', undefined, VALIDITY],
    ['a time across 2050', { from: new Date('2049-01-01T00:00:00Z'), to: new Date('2050-01-01T00:00:00Z') }],
    ['a time long over', { from: new Date('1999-12-31T00:00:00Z'), to: new Date('2000-02-29T00:00:00Z') }],
  ])('lasts %s', (_what, validity, expected = validity) => {
    const { certificate } = issue(validity && { validity });
    expect(new Date(certificate.validFrom)).toEqual(expected?.from);
    expect(new Date(certificate.validTo)).toEqual(expected?.to);
  });

  it('has a number of its own', () => {
    const numbers = Array.from({ length: 50 }, () => issue().certificate.serialNumber);
    expect(new Set(numbers).size).toBe(50);
    for (const number of numbers) expect(number).toMatch(/^[\dA-F]{2,32}$/);
  });
});
