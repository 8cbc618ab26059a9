import type { Policy } from '#auth/policies/policies.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';

/** An officer of a legal aid institution, by the token that the gateway verified. */
export interface LegalAidOfficer {
  readonly agencyCode: string;
  readonly staffNo: string;
}

/**
 * The officer who asks. The gateway has asked for the policy already; what is one's own institution, and who assigns, is taken from here,
 * so it is not relied on. @throws GraphError FORBIDDEN or PURPOSE_REQUIRED, which is on record
 */
export function requireOfficer(context: RequestContext, policy: Policy): LegalAidOfficer {
  const agencyCode = context.requireAgency(policy);
  const { staffNo } = context.envelope.principal;
  if (staffNo !== null) return { agencyCode, staffNo };
  context.record(policy, null, { allowed: false, rule: 'deny.default' });
  throw new GraphError('FORBIDDEN');
}
