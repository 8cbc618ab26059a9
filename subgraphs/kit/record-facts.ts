import type { CaseFacts } from '#adapters/systems/records/facts.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { Department } from '#schema/departments.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';

/** What a department's system says of its record for decisions, in the shape that decisions take: its staff hold the record, counsel one party of it. */
export function recordFactsOf(department: Department, recordNo: string, facts: CaseFacts<string>): RecordFacts {
  const { agencyCode, sealed, labelled, assignments, counsel, recusedStaffNos } = facts;
  return {
    department,
    agencyCode,
    recordNo,
    sealed,
    labelled,
    assignments: [
      ...assignments.map(({ staffNo, function: title }) => ({ holder: staffNo, function: title, partyKey: null })),
      ...counsel.map(({ licenceNo, partyKey }) => ({
        holder: licenceNo,
        function: 'COUNSEL',
        partyKey: partyKeyIn(recordNo, partyKey),
      })),
    ],
    recusedStaffNos,
  };
}
