import type { LegalAidRecord } from '#adapters/systems/legal-aid/port.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';
import { legalAidId } from '#schema/identifiers/legal-aid-id.ts';
import { requireIdentifier } from '#schema/identifiers/require-identifier.ts';
import { scopedKey } from '#subgraphs/kit/idempotency-key.ts';
import { NO_CASE_KNOWN } from '#subgraphs/kit/owner-context.ts';
import { type LegalAidContext, legalAidFactsOf } from '#subgraphs/legal-aid/context.ts';
import { requireOfficer } from '#subgraphs/legal-aid/officer.ts';

const POLICY = 'legal-aid.assign';

interface Asked {
  readonly legalAidId: string;
  readonly licenceNo: string;
  readonly idempotencyKey: string;
}

/**
 * Assigns a lawyer to a case of the caller's own institution, which is decided before the institution's system hears of it, and gives the
 * case as it stands now; `null` where it has been closed to the caller since. @throws GraphError FORBIDDEN, PURPOSE_REQUIRED,
 * BAD_USER_INPUT, CONFLICT, and NOT_FOUND for a case that is not the caller's as for one that there is not; DepartmentError
 */
export async function assignLegalAid(context: LegalAidContext, asked: Asked): Promise<LegalAidRecord | null> {
  const { staffNo } = requireOfficer(context, POLICY);
  const request = {
    legalAidId: requireIdentifier(legalAidId, asked.legalAidId, 'legalAidId'),
    licenceNo: requireIdentifier(lawyerLicenceNo, asked.licenceNo, 'licenceNo'),
    staffNo,
    idempotencyKey: scopedKey(context.envelope.principal, asked.idempotencyKey),
  };
  requireOwn(context, await context.facts(request.legalAidId));
  context.writeAudit();
  const { record } = await context.scope.guard(() => context.system.assign(request, context.legacyCall));
  context.keep(record);
  const shown = context.decide('LegalAidCase', 'RECORDS', legalAidFactsOf(record), NO_CASE_KNOWN);
  return shown && record;
}

function requireOwn(context: LegalAidContext, facts: RecordFacts | null): void {
  if (facts === null) context.record(POLICY, null, { allowed: false, rule: 'deny.absent' });
  else if (context.decide(POLICY, 'RECORDS', facts, NO_CASE_KNOWN) !== null) return;
  // In the words of the department's system, which may find the same a moment later.
  throw new GraphError('NOT_FOUND', { zh: '没有找到该法律援助案件。', en: 'There is no such legal aid case.' });
}
