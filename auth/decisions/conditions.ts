import type { Asker } from '#auth/decisions/asker.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import { holderOf, type Rule } from '#auth/decisions/rules.ts';
import { areaOfAgency, departmentOfAgency } from '#schema/agencies.ts';

/** What a decision, and its explanation, ask of a caller and a record. */

export function isRecused({ principal: { staffNo } }: Asker, { recusedStaffNos }: RecordFacts): boolean {
  return staffNo !== null && recusedStaffNos.includes(staffNo);
}

/**
 * Whether the record's agency is no obstacle to a rule. Each agency numbers its own staff: what another agency's record calls by a staff
 * number is somebody of its own area, and not whoever has that number elsewhere.
 */
export function isOfAgency({ ownAgency, holder }: Rule, { principal }: Asker, { agencyCode }: RecordFacts): boolean {
  if (ownAgency) return principal.agency === agencyCode;
  if (holder !== 'staffNo') return true;
  const area = areaOfAgency(agencyCode);
  return area !== null && area === areaOfAgency(principal.agency ?? '');
}

/** Whether the record names the caller as the rule wants it. */
export function ties(rule: Rule, { principal }: Asker, { assignments, agencyCode }: RecordFacts): boolean {
  const holder = holderOf(rule, principal);
  if (holder === null) return false;
  if (rule.functions === null) return holder === agencyCode;
  return assignments.some((each) => each.holder === holder && rule.functions?.includes(each.function));
}

/** Whether the record is at another agency of the caller’s own department. */
export function isElsewhere({ principal: { agency } }: Asker, { agencyCode, department }: RecordFacts): boolean {
  return agency !== null && agency !== agencyCode && departmentOfAgency(agency) === department;
}

/** Agencies with a sealed record among these. */
export function sealersOf(records: readonly RecordFacts[]): ReadonlySet<string> {
  return new Set(records.flatMap(({ sealed, agencyCode }) => (sealed ? agencyCode : [])));
}
