import type { KnownFacts } from '#auth/decisions/facts.ts';
import type { Principal } from '#auth/envelope/envelope.ts';
import type { Purpose } from '#schema/purposes.ts';

/** Who asks, in tests of decisions. Without an override: the presiding judge of the record of {@link courtFacts}. */
export function judge(override: Partial<Principal> = {}, purpose: Purpose | null = 'HANDLE_CASE') {
  const principal: Principal = {
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

export function courtFacts(override: Partial<KnownFacts> = {}): KnownFacts {
  return {
    department: 'COURT',
    agencyCode: 'COURT-379999',
    recordNo: '（2025）鲁9999刑初999901号',
    sealed: false,
    labelled: false,
    assignments: [
      { staffNo: 'FY0001', function: 'PRESIDING_JUDGE' },
      { staffNo: 'FY0003', function: 'CLERK' },
      { staffNo: 'FY0005', function: 'ASSESSOR' },
    ],
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
    assignments: [],
  } as const;
  return courtFacts({ ...own, ...override });
}
