import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { EnvelopeContent } from '#auth/envelope/envelope.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { isObject } from '#service/http/post-json.ts';
import type { Owner } from '#subgraphs/casework/owners/owner.ts';
import type { OwnerClient } from '#subgraphs/casework/owners/owner-client.ts';
import type { OwnerRepresentation } from '#subgraphs/kit/owner-fields.ts';

/** The two questions that casework puts to a department (`subgraphs/kit/owner-fields.ts`). */
export interface Asking {
  readonly client: OwnerClient;
  readonly caller: EnvelopeContent;
  readonly signal?: AbortSignal;
}

/** Facts about these records. An owner's word counts for its own records and for what it was asked: anything else is DEPARTMENT_DATA_INVALID. */
export async function askFacts(
  { client, caller, signal }: Asking,
  owner: Owner,
  recordNos: readonly string[],
): Promise<RecordFacts[]> {
  const data = await client.ask(
    owner,
    `query CaseFacts($recordNos: [ID!]!) { facts: ${owner.prefix}Facts(recordNos: $recordNos) {
      department agencyCode recordNo sealed labelled assignments { staffNo function } recusedStaffNos } }`,
    { recordNos },
    caller,
    signal,
  );
  const facts = listOf<RecordFacts>(owner, data.facts);
  if (!facts.every(({ department, recordNo }) => department === owner.department && recordNos.includes(recordNo)))
    throw invalid(owner, 'it stated facts about records of which it was not asked');
  return facts;
}

export async function askRepresentations(
  { client, caller, signal }: Asking,
  owner: Owner,
  reference: { readonly caseUid: string; readonly statement: string; readonly recordNos: readonly string[] },
): Promise<OwnerRepresentation[]> {
  const data = await client.ask(
    owner,
    `query CaseRepresentations($caseUid: ID!, $statement: String!, $recordNos: [ID!]!) {
      rows: ${owner.prefix}Representations(caseUid: $caseUid, statement: $statement, recordNos: $recordNos) {
        partyKey kind licenceNo lawyerName from to } }`,
    { ...reference },
    caller,
    signal,
  );
  return listOf<OwnerRepresentation>(owner, data.rows);
}

function listOf<Row>(owner: Owner, rows: unknown): Row[] {
  if (Array.isArray(rows) && rows.every(isObject)) return rows as Row[];
  throw invalid(owner, 'it answered without a list');
}

function invalid({ department, system }: Owner, why: string): DepartmentError {
  return new DepartmentError('DEPARTMENT_DATA_INVALID', { department, system, cause: new Error(why) });
}
