import { X509Certificate } from 'node:crypto';
import type { ReplySignature } from '#adapters/soap/security/settings.ts';
import { notSigned } from '#adapters/soap/security/signed-parts.ts';

/** The certificate (PEM) by which a reply's signature counts. @param offered Base64 of the DER that came with the reply */
export type FindSigner = (offered: string | undefined) => string;

/** @throws Error where the setting holds no certificate */
export function createSigner(setting: ReplySignature, now: () => number): FindSigner {
  if ('certificate' in setting) {
    const pinned = read(setting.certificate);
    return () => current(pinned, now()).toString();
  }
  const authority = read(setting.authority);
  return (offered) => {
    const certificate = current(readOffered(offered), now());
    const names = certificate.subject.split('\n').filter((line) => line.startsWith('CN='));
    const isTheirs = names.length === 1 && names[0] === `CN=${setting.commonName}`;
    // The name first: who is somebody else under the same authority is no forger.
    if (!isTheirs) throw notSigned('its certificate is in another name');
    const isIssued = certificate.checkIssued(authority) && certificate.verify(authority.publicKey) && !certificate.ca;
    if (!isIssued) throw notSigned('its certificate is not from the authority');
    return certificate.toString();
  };
}

function current(certificate: X509Certificate, at: number): X509Certificate {
  const isCurrent = at >= Date.parse(certificate.validFrom) && at <= Date.parse(certificate.validTo);
  if (!isCurrent) throw notSigned('its certificate is not valid now');
  return certificate;
}

function readOffered(offered: string | undefined): X509Certificate {
  if (offered === undefined) throw notSigned('it names no certificate');
  try {
    return new X509Certificate(Buffer.from(offered, 'base64'));
  } catch {
    throw notSigned('its certificate cannot be read');
  }
}

function read(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw new Error('the certificate for checking replies cannot be read');
  }
}
