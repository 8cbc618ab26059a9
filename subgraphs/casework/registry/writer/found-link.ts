import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { Department, SystemName } from '#schema/departments.ts';
import { raiseAlert } from '#subgraphs/casework/registry/writer/alerts.ts';
import { deriveCases } from '#subgraphs/casework/registry/writer/derive.ts';
import { writePlaced } from '#subgraphs/casework/registry/writer/ingest-records.ts';
import { forgetLeftOut } from '#subgraphs/casework/registry/writer/left-out.ts';
import {
  knownLinks,
  LABELLED,
  lockLinks,
  noteConflicts,
  withdrawLinks,
  writeLinks,
} from '#subgraphs/casework/registry/writer/links.ts';
import type { PartyKeys } from '#subgraphs/casework/registry/writer/party-keys.ts';
import type { LinkedNumber } from '#subgraphs/casework/registry/writer/place-records.ts';
import type { IngestedParty } from '#subgraphs/kit/ingested-record.ts';
import type { LinkedNumberKind } from '#subgraphs/kit/linked-number.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** A number that the departments were found to link to a case and, where they told, what its record states. */
export interface FoundLink extends LinkedNumber {
  readonly facts: RecordFacts | null;
  readonly parties: readonly IngestedParty[];
}

const ISSUERS: Readonly<Record<LinkedNumberKind, { readonly department: Department; readonly system: SystemName }>> = {
  POLICE_CASE_NO: { department: 'POLICE', system: 'police' },
  ACCEPTANCE_NO: { department: 'PROCURATORATE', system: '12309' },
  INCOMING_TRANSFER: { department: 'PROCURATORATE', system: '12309' },
  COURT_CASE_NO: { department: 'COURT', system: '12368' },
  LEGAL_AID_ID: { department: 'JUSTICE', system: 'legal-aid' },
  NOTARIAL_CERTIFICATE: { department: 'NOTARY', system: 'notary' },
};

/**
 * Links a number to a case that is there. Resolves to false, having linked nothing, where the record is labelled, the number belongs to
 * another case (which is noted), or the link was withdrawn.
 */
export async function attachFoundLink(
  statements: Statements,
  keys: PartyKeys,
  caseUid: string,
  { kind, number, facts, parties }: FoundLink,
  provenance: string,
): Promise<boolean> {
  const { department, system } = ISSUERS[kind];
  await lockLinks(statements);
  await forgetLeftOut(statements, [{ kind, number }]);
  if (facts?.labelled) {
    await raiseAlert(statements, { rule: 'ingest.labelled', department, system, count: 1 });
    await deriveCases(statements, await withdrawLinks(statements, [{ kind, number }], LABELLED));
    return false;
  }
  const { links, withdrawn } = await knownLinks(statements, [{ kind, number }], []);
  if (withdrawn.some((link) => link.caseUid === caseUid)) return false;
  const [known] = links;
  if (known !== undefined && known.caseUid !== caseUid) {
    await noteConflicts(statements, system, [{ claimed: known, department, agencyCode: facts?.agencyCode ?? null }]);
    return false;
  }
  if (known === undefined) await writeLinks(statements, provenance, [{ kind, number, caseUid }]);
  if (facts === null) return true;
  const record = { recordNo: number, kind, facts, caseUid, caseKind: null, stage: null, linkedNumbers: [], parties };
  await writePlaced(statements, keys, system, [{ caseUid, record }]);
  await deriveCases(statements, [caseUid]);
  return true;
}

/** A record that was found and that the database cannot hold: the security officer is told, as of one that ingest passes over. */
export function alertUnwritable(statements: Statements, kind: LinkedNumberKind): Promise<void> {
  return raiseAlert(statements, { rule: 'ingest.unreadable', ...ISSUERS[kind], count: 1 });
}
