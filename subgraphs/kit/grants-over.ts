import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { LiveGrant } from '#auth/grants/live-grant.ts';

/**
 * The grants that can count in a case with these records. Nothing is looked up when a grant is given: that the organ which let a sealed
 * record be checked is the one that sealed it shows here (SPP-Rules 482–487).
 */
export function grantsOver(grants: readonly LiveGrant[], records: readonly RecordFacts[]): readonly LiveGrant[] {
  return grants.filter(
    ({ kind, agency }) =>
      kind !== 'RECORD_CHECK' || records.some(({ sealed, agencyCode }) => sealed && agencyCode === agency),
  );
}
