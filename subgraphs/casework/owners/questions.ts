import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { EnvelopeContent } from '#auth/envelope/envelope.ts';
import type { Owner } from '#subgraphs/casework/owners/owner.ts';
import type { OwnerClient } from '#subgraphs/casework/owners/owner-client.ts';
import type { OwnerRepresentation } from '#subgraphs/kit/owner-fields.ts';

/** The two questions that casework puts to a department (`subgraphs/kit/owner-fields.ts`). */
export interface Asking {
  readonly client: OwnerClient;
  readonly caller: EnvelopeContent;
  readonly signal?: AbortSignal;
}

export async function askFacts(
  { client, caller, signal }: Asking,
  owner: Owner,
  recordNos: readonly string[],
): Promise<RecordFacts[]> {
  const data = await client.ask<{ facts: RecordFacts[] }>(
    owner,
    `query CaseFacts($recordNos: [ID!]!) { facts: ${owner.prefix}Facts(recordNos: $recordNos) {
      department agencyCode recordNo sealed labelled assignments { staffNo function } recusedStaffNos } }`,
    { recordNos },
    caller,
    signal,
  );
  return data.facts;
}

export async function askRepresentations(
  { client, caller, signal }: Asking,
  owner: Owner,
  reference: { readonly caseUid: string; readonly statement: string; readonly recordNos: readonly string[] },
): Promise<OwnerRepresentation[]> {
  const data = await client.ask<{ rows: OwnerRepresentation[] }>(
    owner,
    `query CaseRepresentations($caseUid: ID!, $statement: String!, $recordNos: [ID!]!) {
      rows: ${owner.prefix}Representations(caseUid: $caseUid, statement: $statement, recordNos: $recordNos) {
        partyKey kind licenceNo lawyerName from to } }`,
    { ...reference },
    caller,
    signal,
  );
  return data.rows;
}
