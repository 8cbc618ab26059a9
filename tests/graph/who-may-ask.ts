export const CASE_1 = 'ZF-2025-000001';
/** Stands for one of its own in each call. */
export const KEY = 'a new one';
const NO_GRANT = 'G-00000000-0000-4000-8000-000000000000';
const SECURITY = { user: 'officer.security', purpose: 'AUDIT_SECURITY' };
const AUDITOR = { user: 'officer.audit', purpose: 'AUDIT_SECURITY' };
export const LIN = { user: 'court.lin', purpose: 'HANDLE_CASE' };
const DAYS = { from: '2025-06-01', to: '2025-06-16' };

/** Who may ask each field that takes arguments, and what would do. */
export const ASKED: Readonly<
  Record<string, { user: string; purpose: string; valid?: Readonly<Record<string, unknown>> }>
> = {
  'Query.rightsOf': { ...SECURITY, valid: { user: 'court.lin' } },
  'Query.rightsReview': { ...SECURITY, valid: { agency: 'COURT-379999' } },
  'Query.explainAccess': { ...SECURITY, valid: { user: 'court.lin', field: 'Case.kind', purpose: 'HANDLE_CASE' } },
  'Query.whoCanSee': { ...SECURITY, valid: { field: 'Case.kind', case: CASE_1 } },
  'Query.auditEntries': AUDITOR,
  'Query.auditSealedAccess': { ...AUDITOR, valid: DAYS },
  'Query.alerts': SECURITY,
  'Query.grants': SECURITY,
  'Query.myGrants': LIN,
  'Query.fileReadingRight': { user: 'lawyer.he', purpose: 'DEFEND', valid: { caseUid: CASE_1 } },
  'Query.custodyLedger': { user: 'detention.ma', purpose: 'HANDLE_CASE' },
  'Query.deadlinesDue': { ...LIN, valid: { withinDays: 7 } },
  'Query.transfer': {
    user: 'police.fa',
    purpose: 'SUPERVISE_CASE',
    valid: { transferUid: 'police:YS-0' },
  },
  'Query.transferInbox': { user: 'proc.intake', purpose: 'HANDLE_CASE' },
  'Query.case': LIN,
  'Query.myCases': LIN,
  'Query.transferStatistics': { user: 'coordinator.wu', purpose: 'STATISTICS', valid: DAYS },
  'Query.ticket': { user: 'party.hua', purpose: 'SERVE_PARTY', valid: { ticketNo: 'PT12309-2025-000001' } },
  'Query.myTickets': { user: 'proc.12309', purpose: 'SERVE_PARTY' },
  'Query.hearingCalendar': { ...LIN, valid: DAYS },
  'Query.legalAidInbox': { user: 'legalaid.sun', purpose: 'LEGAL_AID' },
  'Query.verifyNotarialCertificate': {
    ...LIN,
    valid: { officeUscc: '32379999FAKE6NTY35', number: '（2025）鲁虚构证民字第000001号' },
  },
  'Mutation.requestGrant': {
    ...LIN,
    valid: {
      input: { kind: 'RECORD_CHECK', caseUid: CASE_1, reason: '理由', legalBasis: '法律' },
      idempotencyKey: KEY,
    },
  },
  'Mutation.decideGrant': {
    ...SECURITY,
    valid: { grantUid: NO_GRANT, decision: 'APPROVE', reason: '理由', idempotencyKey: KEY },
  },
  'Mutation.revokeGrant': { ...SECURITY, valid: { grantUid: NO_GRANT, reason: '理由', idempotencyKey: KEY } },
  'Mutation.createTicket': {
    user: 'party.zheng',
    purpose: 'SERVE_PARTY',
    valid: { channel: 'PROC_12309', kind: 'ACCUSATION', text: '事由', idempotencyKey: KEY },
  },
  'Mutation.requestAppointment': {
    user: 'lawyer.he',
    purpose: 'DEFEND',
    valid: { caseUid: CASE_1, kind: 'FILE_READING', slot: '2025-06-15T09:00:00+08:00', idempotencyKey: KEY },
  },
  'Mutation.assignLegalAid': {
    user: 'legalaid.sun',
    purpose: 'LEGAL_AID',
    valid: { legalAidId: 'LA-2024-000009', licenceNo: '13799202010999001', idempotencyKey: KEY },
  },
  'Case.parties': LIN,
  'Case.deadlines': LIN,
  'Case.documents': LIN,
  'Case.transfers': LIN,
};
