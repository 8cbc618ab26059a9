import type { Principal } from '#auth/envelope/envelope.ts';
import type { GrantKind } from '#auth/grants/live-grant.ts';
import type { Grant } from '#subgraphs/access/grants/grant.ts';

export const ISSUER = 'https://issuer.test/realms/zhengfa';
export const NOW = new Date('2026-01-05T09:00:00+08:00');
export const minutesLater = (minutes: number, from = NOW) => new Date(from.getTime() + minutes * 60_000);

const account = (username: string, role: string, agency: string, staffNo: string): Principal => ({
  issuer: ISSUER,
  subject: `sub-${username}`,
  username,
  roles: new Set([role]),
  agency,
  staffNo,
  licenceNo: null,
});

/** Who meets over a grant of the procuratorate’s: the applicant, and those who may, or may not, have a say. */
export const PEOPLE = {
  'proc.li': account('proc.li', 'procuratorate.prosecutor', 'PROC-379999', 'JC0001'),
  'proc.chen': account('proc.chen', 'procuratorate.prosecutor', 'PROC-379999', 'JC0002'),
  'proc.head': account('proc.head', 'procuratorate.head', 'PROC-379999', 'JC0010'),
  // The applicant’s second account: the same staff number.
  'proc.li.head': account('proc.li.head', 'procuratorate.head', 'PROC-379999', 'JC0001'),
  // Another agency’s staff numbers are its own.
  'court.head': account('court.head', 'court.head', 'COURT-379999', 'JC0001'),
  'proc.head.439999': account('proc.head.439999', 'procuratorate.head', 'PROC-439999', 'JB0010'),
  // A head’s role of another department than the agency’s.
  'police.head.here': account('police.head.here', 'police.head', 'PROC-379999', 'JC0011'),
  'officer.security': account('officer.security', 'platform.security_officer', 'platform', 'PT0001'),
  'officer.security2': account('officer.security2', 'platform.security_officer', 'platform', 'PT0002'),
  'officer.audit': account('officer.audit', 'platform.auditor', 'platform', 'PT0003'),
  'officer.system': account('officer.system', 'platform.system_administrator', 'platform', 'PT0004'),
} as const satisfies Record<string, Principal>;
export type Person = keyof typeof PEOPLE;

/** proc.li’s application of a kind, an hour from its end. */
export function application(kind: GrantKind, override: Partial<Grant> = {}): Grant {
  const applicant = PEOPLE['proc.li'];
  return {
    grantUid: 'G-1',
    kind,
    caseUid: 'ZF-2025-000001',
    fields: kind === 'UNMASK' ? ['Person.idNumber'] : [],
    agency: 'PROC-379999',
    purpose: 'HANDLE_CASE',
    reason: '核对身份',
    legalBasis: null,
    applicant,
    state: 'REQUESTED',
    requestedAt: NOW,
    until: minutesLater(60),
    liveFrom: null,
    history: [{ act: 'REQUESTED', at: NOW, by: applicant, reason: '核对身份' }],
    ...override,
  };
}
