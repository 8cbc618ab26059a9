import type { Principal } from '#auth/envelope/envelope.ts';
import { POLICY } from '#auth/policies/current.ts';
import { departmentOfAgency } from '#schema/agencies.ts';
import type { Department } from '#schema/departments.ts';

/** The heads (负责人、检察长、院长) who decide for their agency, by its department. Agencies of other departments have none in the graph. */
const HEADS: Readonly<Partial<Record<Department, string>>> = {
  POLICE: 'police.head',
  PROCURATORATE: 'procuratorate.head',
  COURT: 'court.head',
};
const SECURITY_OFFICER = 'platform.security_officer';

/** Whether there is an office in the graph that decides for an agency: those that keep and seal criminal records (DOMAIN 5.6) have one. */
export function hasHead(agency: string): boolean {
  return headRoleOf(agency) !== null;
}

/** Whether the caller is a head of this very agency; a head's role at an agency of another department counts for nothing. */
export function isHeadOf(agency: string, { roles, agency: own }: Principal): boolean {
  const role = headRoleOf(agency);
  return role !== null && own === agency && roles.has(role);
}

export function isSecurityOfficer({ roles }: Principal): boolean {
  return roles.has(SECURITY_OFFICER);
}

/** Whether an account has one of the three offices that run the platform (三员), whatever else it has. */
export function holdsPlatformRole({ roles }: Principal): boolean {
  return [...roles].some((role) => POLICY.separation.has(role));
}

function headRoleOf(agency: string): string | null {
  const department = departmentOfAgency(agency);
  return department === null ? null : (HEADS[department] ?? null);
}
