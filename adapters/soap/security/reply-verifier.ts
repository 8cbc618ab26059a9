import { DOMParser } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import { LegacyFailure } from '#adapters/connector/failures.ts';
import type { ReplySignature } from '#adapters/soap/security/settings.ts';
import { findSignedParts, notSigned } from '#adapters/soap/security/signed-parts.ts';
import { createSigner } from '#adapters/soap/security/signer.ts';
import { requireFresh } from '#adapters/soap/security/timestamp.ts';
import type { SoapVersion } from '#adapters/soap/soap-version.ts';

/**
 * Gives of a reply what was signed and nothing else: an envelope that holds the signed body alone.
 * @throws LegacyFailure DEPARTMENT_DATA_INVALID for every reply that is not signed as the setting demands
 */
export type VerifyReply = (xml: string) => string;

const MAX_REFERENCES = 16;
const C14N = [
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  'http://www.w3.org/2001/10/xml-exc-c14n#',
  'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
];
const SHA1 = 'http://www.w3.org/2000/09/xmldsig#sha1';
const RSA_SHA1 = 'http://www.w3.org/2000/09/xmldsig#rsa-sha1';
const HASHES = ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512'];
const SIGNATURES = [
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
];

/**
 * WS-Security X.509 signatures of replies (SOAP Message Security 1.1 §8). The signature is `xml-crypto`'s to check; that it covers the
 * body and timestamp which count, by whom it is and when, is checked here. What is read afterwards is the canonical text from which
 * the digest was made, so that no two parsers can disagree over what was signed.
 * @throws Error where the setting holds no certificate
 */
export function createReplyVerifier(setting: ReplySignature, version: SoapVersion, now = Date.now): VerifyReply {
  const { timestamp = true, sha1 = false } = setting;
  const signer = createSigner(setting, now);
  return (xml) => {
    const parts = findSignedParts(xml, version);
    const signed = checkSignature(xml, signer(parts.certificate), sha1);
    const body = parts.body === undefined ? undefined : signed.get(`#${parts.body}`);
    if (body === undefined) throw notSigned('its body is not what was signed');
    if (timestamp) {
      const stamp = parts.timestamp === undefined ? undefined : signed.get(`#${parts.timestamp}`);
      if (stamp === undefined) throw notSigned('its timestamp is not what was signed');
      requireFresh(stamp, now());
    }
    return `<e:Envelope xmlns:e="${version.namespace}">${body}</e:Envelope>`;
  };
}

/** The canonical texts that the one signature covers, by the references' URIs. */
function checkSignature(xml: string, certificate: string, sha1: boolean): ReadonlyMap<string, string> {
  try {
    const signature = new SignedXml({ idMode: 'wssecurity', publicCert: certificate, getCertFromKeyInfo: () => null });
    signature.CanonicalizationAlgorithms = pick(signature.CanonicalizationAlgorithms, C14N);
    signature.HashAlgorithms = pick(signature.HashAlgorithms, sha1 ? [...HASHES, SHA1] : HASHES);
    signature.SignatureAlgorithms = pick(signature.SignatureAlgorithms, sha1 ? [...SIGNATURES, RSA_SHA1] : SIGNATURES);
    const [element] = signature.findSignatures(new DOMParser().parseFromString(xml, 'text/xml'));
    signature.loadSignature(element);
    if (signature.getReferences().length > MAX_REFERENCES) throw notSigned('it has too many references');
    if (!signature.checkSignature(xml)) throw notSigned('what was signed is not what came');
    const references = signature.getReferences();
    const texts = signature.getSignedReferences();
    if (texts.length !== references.length) throw notSigned('its references are not all signed');
    return new Map(references.map(({ uri }, index) => [uri ?? '', texts[index] ?? '']));
  } catch (error) {
    // xml-crypto's words hold parts of the reply.
    throw error instanceof LegacyFailure ? error : notSigned('its signature cannot be checked, or is not theirs');
  }
}

/** What an algorithm is not made for is not there: HMAC by a public key, comments that count. */
function pick<Algorithm>(
  all: Readonly<Record<string, Algorithm>>,
  names: readonly string[],
): Record<string, Algorithm> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}
