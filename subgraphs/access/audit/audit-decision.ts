import { AUDIT_DECISION, type AuditDecision } from '#schema/enums/audit-decision.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { builder } from '#subgraphs/access/builder.ts';

export const Decision = builder.enumType('AuditDecision', {
  description: '裁决结果 what was decided',
  values: graphValues(AUDIT_DECISION),
});

/** What another version of a process wrote may be of a kind that is not known here. */
export function decisionOf(decision: string): AuditDecision | null {
  const name = decision.toUpperCase();
  return Object.hasOwn(AUDIT_DECISION, name) ? (name as AuditDecision) : null;
}
