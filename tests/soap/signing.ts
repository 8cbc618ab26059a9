import { WSSecurityCert } from 'soap';
import { SOAP_1_1 } from '#adapters/soap/soap-version.ts';
import { type Credential, createAuthority, type LeafOptions } from '#auth/keys/certificate-authority.ts';

const DAY_MS = 86_400_000;
const from = (days: number, to: number) => ({
  from: new Date(Date.now() + days * DAY_MS),
  to: new Date(Date.now() + to * DAY_MS),
});
const EXPIRED = from(-2, -1);

export const authority = createAuthority('test CA', from(-3, 3));
const foreign = createAuthority('test CA', from(-3, 3));
const rsa = (by: typeof authority, commonName: string, leaf: Partial<LeafOptions> = {}) =>
  by.issue({ commonName, usage: 'server', keyType: 'rsa', ...leaf });

/** The system's, and others' that are almost it. */
export const system = rsa(authority, 'system.test');
export const expired = rsa(authority, 'system.test', { validity: EXPIRED });
export const another = rsa(authority, 'another.test');
export const forged = rsa(foreign, 'system.test');

export const BODY = '<n:answer xmlns:n="urn:n"><n:text>张拟甲 &amp; 12345</n:text></n:answer>';

type Signing = ConstructorParameters<typeof WSSecurityCert>[3];

/** A reply as a system signs it: body and timestamp. @param xml an envelope without a header, whose prefix is `s` */
export function sign(xml: string, by: Credential = system, options: Signing = {}): string {
  const security = new WSSecurityCert(by.key, by.certificate, '', {
    signatureTransformations: ['http://www.w3.org/2001/10/xml-exc-c14n#'],
    signerOptions: { idMode: 'wssecurity', prefix: 'ds' },
    ...options,
  });
  return security.postProcess(xml.replace('<s:Body', '<s:Header></s:Header><s:Body'), 's');
}

export function signed(by: Credential = system, options: Signing = {}): string {
  return sign(`<s:Envelope xmlns:s="${SOAP_1_1.namespace}"><s:Body>${BODY}</s:Body></s:Envelope>`, by, options);
}
