import type { AuditRecord } from '#auth/audit/record.ts';

/** A judge's look at a row, permitted. */
export function auditRecord(extra: Partial<AuditRecord> = {}): AuditRecord {
  return {
    event: 'row',
    requestId: 'r-1',
    actor: 'sub-1',
    roles: ['court.judge'],
    agency: 'COURT-379999',
    purpose: 'HANDLE_CASE',
    case: 'ZF-2025-000001',
    operation: null,
    subject: 'CourtCase',
    decision: 'permit',
    rule: 'permit.court-handler',
    ...extra,
  };
}

/** A denial about nothing that is there, told apart by its request. */
export function denialOf(requestId: string, actor = 'sub'): AuditRecord {
  return auditRecord({ requestId, actor, case: null, subject: 'Case', decision: 'deny', rule: 'deny.absent' });
}
