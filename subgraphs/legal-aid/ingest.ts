import type { IngestedLegalAidCase } from '#adapters/systems/legal-aid/port.ts';
import { type IngestedRecord, type PagedRecord, pagedRecords } from '#subgraphs/kit/ingested-record.ts';
import { type LegalAidContext, legalAidFactsOf } from '#subgraphs/legal-aid/context.ts';

/** Records after one, by id; of a labelled record its flags alone. */
export async function ingestedPage(
  after: string | null,
  limit: number,
  context: LegalAidContext,
): Promise<readonly PagedRecord[]> {
  const { scope, system, legacyCall } = context;
  const rows = await scope.guard(() => system.page(after, limit, legacyCall));
  return pagedRecords(rows, context, (row) => toIngested(row, context));
}

/** A row of the system's page as the registry takes it in: it makes no case of its own and bears witness to no stage. */
function toIngested(row: IngestedLegalAidCase, context: LegalAidContext): IngestedRecord {
  return {
    recordNo: row.legalAidId,
    kind: 'LEGAL_AID_ID',
    facts: legalAidFactsOf(row),
    caseUid: row.caseUid,
    caseKind: null,
    stage: null,
    linkedNumbers: row.linkedNumbers.flatMap(({ kind, number }) => (number === null ? [] : { kind, number })),
    parties: row.parties.map(({ idNumber, ...party }) => ({
      partyKey: party.partyKey,
      personUid: context.personUid(idNumber, row.legalAidId, party.partyKey),
      role: party.role,
      legalStatus: party.legalStatus,
      minorAtOffence: party.minorAtOffence,
      protectedIdentity: party.protectedIdentity,
      displayName: party.displayName,
    })),
  };
}
