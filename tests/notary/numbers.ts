import { type CertificateKey, certificateKey } from '#adapters/systems/notary/port.ts';
import type { IdentifierKind } from '#schema/identifiers/identifier-kind.ts';
import type { NotarialCertificateNo } from '#schema/identifiers/kinds.ts';
import { notarialCertificateNo } from '#schema/identifiers/notarial-certificate-no.ts';
import { unifiedSocialCreditCode } from '#schema/identifiers/unified-social-credit-code.ts';

export const OFFICE = parsed(unifiedSocialCreditCode, '32379999FAKE6NTY35');
export const OTHER_OFFICE = parsed(unifiedSocialCreditCode, '32439999FAKE7NTY9M');

/** Of case 5: valid, and revoked. */
export const VALID = number('（2025）鲁虚构证民字第000001号');
export const REVOKED = number('（2025）鲁虚构证民字第000002号');
/** With an execution certificate. */
export const ENFORCED = number('（2024）鲁虚构证经字第000043号');
export const EXECUTION = number('（2025）鲁虚构证执字第0007号');
export const CORRECTED = number('（2024）鲁虚构证民字第044号');

export const DIGEST = 'sm3:442291bd2d679b1f503749c8ee369e384b4447b2a3fe4d1c570e1e38cecc7721';

export function number(text: string): NotarialCertificateNo {
  return parsed(notarialCertificateNo, text);
}

export function key(certificate: NotarialCertificateNo, office = OFFICE): CertificateKey {
  return certificateKey(office, certificate);
}

function parsed<Value extends string>(kind: IdentifierKind<Value>, text: string): Value {
  const value = kind.parse(text);
  if (value === null) throw new Error(`${text} is not a ${kind.name.en}`);
  return value;
}
