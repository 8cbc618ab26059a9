import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { WSSecurity, WSSecurityCert, WSSecurityPlusCert } from 'soap';
import { unavailable } from '#adapters/connector/failures.ts';
import { ENVELOPE_PREFIX } from '#adapters/soap/envelope.ts';
import type { UsernameToken, X509Signature } from '#adapters/soap/security/settings.ts';

/** Puts what WS-Security needs into the header of an envelope, which must have one. */
export type SecureEnvelope = (xml: string) => string;

const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const UTILITY = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';
const SHA1 = {
  signatureAlgorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
  digestAlgorithm: 'http://www.w3.org/2000/09/xmldsig#sha1',
};

/**
 * WS-Security through the `soap` package's own classes, made anew for each request: they keep what they have written.
 * @returns `null` where neither is demanded
 * @throws Error where a setting cannot be used; it holds nothing of it.
 */
export function createWsse(token?: UsernameToken, signature?: X509Signature, now = Date.now): SecureEnvelope | null {
  const newToken = token && usernameToken(token, signature !== undefined);
  const newSignature = signature && x509Signature(signature, token !== undefined, now);
  if (newSignature) {
    return (xml) => {
      const signing = newSignature();
      const securing = newToken ? new WSSecurityPlusCert(newToken(), signing) : signing;
      return securing.postProcess(withOwnId(xml), ENVELOPE_PREFIX);
    };
  }
  if (newToken) return (xml) => xml.replace(`</${ENVELOPE_PREFIX}:Header>`, (end) => newToken().toXML() + end);
  return null;
}

/**
 * The body under an id of its own, which the signature covers. Without it equal calls within one second would bear the same signature, and the
 * second one is a replay to whoever remembers signatures, as Apache WSS4J does.
 */
function withOwnId(xml: string): string {
  const declared = `<${ENVELOPE_PREFIX}:Body xmlns:wsu="${UTILITY}" wsu:Id="body-${randomUUID()}">`;
  return xml.replace(`<${ENVELOPE_PREFIX}:Body>`, declared);
}

function usernameToken({ kind, user, password, timestamp = false }: UsernameToken, isSigned: boolean) {
  // soap does not escape what looks like a CDATA section.
  if ([user, password].some((text) => text.startsWith('<![CDATA['))) throw new Error('user or password cannot be sent');
  const passwordType = kind === 'wsse-digest' ? 'PasswordDigest' : 'PasswordText';
  const hasTimeStamp = timestamp && !isSigned;
  return () => new WSSecurity(user, password, { passwordType, hasTimeStamp, mustUnderstand: true });
}

function x509Signature(setting: X509Signature, hasToken: boolean, now: () => number): () => WSSecurityCert {
  const { timestamp = true, digest = 'sha256' } = setting;
  const { certificate, key, validTo } = keyPair(setting);
  return () => {
    if (now() > validTo) {
      throw unavailable('our certificate has expired', false, { validTo: new Date(validTo).toISOString() });
    }
    return new WSSecurityCert(key, certificate, undefined, {
      hasTimeStamp: timestamp,
      signatureTransformations: [EXCLUSIVE_C14N],
      signerOptions: { idMode: 'wssecurity', prefix: 'ds' },
      ...(hasToken && { additionalReferences: ['wsse:UsernameToken'] }),
      ...(digest === 'sha1' && SHA1),
    });
  };
}

/** What is wrong with them is not said in OpenSSL's words: it stands next to a private key. */
function keyPair({ certificate, key, passphrase }: X509Signature) {
  try {
    const read = new X509Certificate(certificate);
    const privateKey = createPrivateKey({ key, ...(passphrase !== undefined && { passphrase }) });
    if (privateKey.asymmetricKeyType === 'rsa' && read.checkPrivateKey(privateKey)) {
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      return { certificate: read.toString(), key: pem, validTo: Date.parse(read.validTo) };
    }
  } catch {
    // said below
  }
  throw new Error('the certificate or key for signing cannot be read, is not RSA, or they do not belong together');
}
