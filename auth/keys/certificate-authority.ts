import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';
import {
  bitString,
  explicit,
  implicit,
  integer,
  isTrue,
  objectIdentifier,
  octetString,
  sequence,
  set,
  time,
  utf8String,
} from '#auth/keys/der.ts';

/** A certificate and its private key, both PEM. */
export interface Credential {
  readonly certificate: string;
  readonly key: string;
}

export interface Validity {
  readonly from: Date;
  readonly to: Date;
}

export interface LeafOptions {
  readonly commonName: string;
  /** What it may be used for in TLS (extended key usage). */
  readonly usage: 'server' | 'client';
  /** Host names and IPv4 addresses of a server. @default none */
  readonly hosts?: readonly string[];
  /** @default the authority's own */
  readonly validity?: Validity;
  /** Of its own key: RSA where it signs XML, as WS-Security knows nothing else. @default 'ec' */
  readonly keyType?: 'ec' | 'rsa';
}

export interface CertificateAuthority {
  /** PEM. */
  readonly certificate: string;
  issue(leaf: LeafOptions): Credential;
}

interface Name {
  readonly commonName: string;
  readonly key: KeyObject;
}

const ECDSA_WITH_SHA256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
const EXTENDED_KEY_USAGE = { server: '1.3.6.1.5.5.7.3.1', client: '1.3.6.1.5.5.7.3.2' } as const;
/** Bits of KeyUsage from the left (RFC 5280 §4.2.1.3), with the bits behind them that do not count. */
const DIGITAL_SIGNATURE = bitString(Buffer.of(0b1000_0000), 7);
const KEY_CERT_SIGN = bitString(Buffer.of(0b0000_0100), 2);

/**
 * A certificate authority that lives as long as the object: its private key is never given out. X.509 v3 (RFC 5280),
 * ECDSA P-256 with SHA-256. For the demo and tests: it keeps no register and revokes nothing.
 */
export function createAuthority(commonName: string, validity: Validity): CertificateAuthority {
  const { publicKey, privateKey } = newKeyPair();
  const authority: Name = { commonName, key: publicKey };
  const certify = (subject: Name, { from, to }: Validity, extensions: readonly Buffer[]) => {
    const body = sequence(
      explicit(0, integer(Buffer.of(2))),
      integer(randomBytes(16)),
      ECDSA_WITH_SHA256,
      distinguishedName(commonName),
      sequence(time(from), time(to)),
      distinguishedName(subject.commonName),
      spki(subject.key),
      explicit(3, sequence(...extensions, ...keyIdentifiers(subject.key, publicKey))),
    );
    return pem(sequence(body, ECDSA_WITH_SHA256, bitString(sign('sha256', body, privateKey))));
  };

  return {
    certificate: certify(authority, validity, [
      critical('2.5.29.19', sequence(isTrue())),
      critical('2.5.29.15', KEY_CERT_SIGN),
    ]),
    issue({ commonName: name, usage, hosts = [], validity: own = validity, keyType = 'ec' }) {
      const pair = keyType === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : newKeyPair();
      const certificate = certify({ commonName: name, key: pair.publicKey }, own, [
        critical('2.5.29.19', sequence()),
        critical('2.5.29.15', DIGITAL_SIGNATURE),
        extension('2.5.29.37', sequence(objectIdentifier(EXTENDED_KEY_USAGE[usage]))),
        ...(hosts.length > 0 ? [extension('2.5.29.17', sequence(...hosts.map(generalName)))] : []),
      ]);
      return { certificate, key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
    },
  };
}

const newKeyPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

function distinguishedName(commonName: string): Buffer {
  return sequence(set(sequence(objectIdentifier('2.5.4.3'), utf8String(commonName))));
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(objectIdentifier(id), octetString(value));
}

function critical(id: string, value: Buffer): Buffer {
  return sequence(objectIdentifier(id), isTrue(), octetString(value));
}

/** Of subject and authority, by which a chain is built (RFC 5280 §4.2.1.1, §4.2.1.2). */
function keyIdentifiers(subject: KeyObject, authority: KeyObject): Buffer[] {
  const idOf = (key: KeyObject) => createHash('sha1').update(spki(key)).digest();
  return [
    extension('2.5.29.14', octetString(idOf(subject))),
    extension('2.5.29.35', sequence(implicit(0, idOf(authority)))),
  ];
}

/** dNSName or iPAddress (RFC 5280 §4.2.1.6). */
function generalName(host: string): Buffer {
  return isIPv4(host) ? implicit(7, Buffer.from(host.split('.').map(Number))) : implicit(2, Buffer.from(host));
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
