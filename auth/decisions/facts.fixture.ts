import type { KnownFacts } from '#auth/decisions/facts.ts';
import type { Principal } from '#auth/envelope/envelope.ts';
import type { Purpose } from '#schema/purposes.ts';

/** Who asks, in tests of decisions. Without an override: the presiding judge of the record of {@link courtFacts}. */
export function judge(override: Partial<Principal> = {}, purpose: Purpose | null = 'HANDLE_CASE') {
  const principal: Principal = {
    issuer: 'https://issuer.test/realms/zhengfa',
    username: 'court.lin',
    subject: 'sub-of-lin',
    roles: new Set(['court.judge']),
    agency: 'COURT-379999',
    staffNo: 'FY0001',
    licenceNo: null,
    ...override,
  };
  return { principal, purpose };
}

export function officer(override: Partial<Principal> = {}, purpose: Purpose | null = 'LEGAL_AID') {
  const own = { roles: new Set(['justice.legal_aid_officer']), agency: 'LEGALAID-379999', staffNo: 'FA0001' };
  return judge({ ...own, ...override }, purpose);
}

/** An assignment of a record as a whole, or of one party of it. */
export function held(holder: string, as: string, partyKey: string | null = null) {
  return { holder, function: as, partyKey };
}

export function courtFacts(override: Partial<KnownFacts> = {}): KnownFacts {
  return {
    department: 'COURT',
    agencyCode: 'COURT-379999',
    recordNo: '（2025）鲁9999刑初999901号',
    sealed: false,
    labelled: false,
    assignments: [held('FY0001', 'PRESIDING_JUDGE'), held('FY0003', 'CLERK'), held('FY0005', 'ASSESSOR')],
    recusedStaffNos: [],
    live: true,
    ...override,
  };
}

export function aidFacts(override: Partial<KnownFacts> = {}): KnownFacts {
  const own = {
    department: 'JUSTICE',
    agencyCode: 'LEGALAID-379999',
    recordNo: 'LA-2025-000001',
    assignments: [held('LEGALAID-379999', 'LEGAL_AID_INSTITUTION', 'LA-2025-000001')],
  } as const;
  return courtFacts({ ...own, ...override });
}
