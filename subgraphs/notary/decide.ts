import type { CertificateFacts } from '#adapters/systems/notary/port.ts';
import type { Decision } from '#auth/decisions/decide.ts';
import type { EnvelopeContent } from '#auth/envelope/envelope.ts';
import { purposeFits } from '#auth/policies/policies.ts';

const POLICY = 'certificate.verify';
const NOTARY = 'notary.notary';

const deny = (rule: string): Decision => ({ allowed: false, rule });

/**
 * May this caller be told about this certificate? Whoever may verify certificates, about any (DOMAIN Q13); a notary about those of the
 * own office (DOMAIN 5.2), unless recused (Notary 23). A secret file (密卷) or a labelled record exists for nobody.
 * @param facts what the platform says of it; `null` where it knows no certificate of that number
 */
export function decideCertificate(
  { principal, purpose }: Pick<EnvelopeContent, 'principal' | 'purpose'>,
  facts: CertificateFacts | null,
): Decision {
  const { roles, agency, staffNo } = principal;
  if (!purposeFits(roles, POLICY, purpose)) return deny('deny.default');
  if (facts === null) return deny('deny.absent');
  if (facts.labelled) return deny('deny.secrecy-label');
  if (facts.sealed) return deny('deny.sealed');
  if (!purposeFits(new Set([...roles].filter((role) => role !== NOTARY)), POLICY, purpose)) {
    if (agency !== facts.agencyCode) return deny('deny.other-agency');
    if (staffNo !== null && facts.recusedStaffNos.includes(staffNo)) return deny('deny.recused');
  }
  return { allowed: true, rule: 'permit.certificate-verifier', view: 'WHOLE' };
}
