import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { EnvelopeContent } from '#auth/envelope/envelope.ts';
import type { Department } from '#schema/departments.ts';
import { isObject } from '#service/http/post-json.ts';
import type { Owner } from '#subgraphs/casework/owners/owner.ts';
import { type AskedOwner, type OwnerClient, ownerFailure } from '#subgraphs/casework/owners/owner-client.ts';
import type { IngestedRecord, PagedRecord } from '#subgraphs/kit/ingested-record.ts';
import type { LinkedNumberKind } from '#subgraphs/kit/linked-number.ts';
import type { CaseReference } from '#subgraphs/kit/owner-context.ts';
import type {
  ListName,
  OwnerAnswer,
  OwnerIdentity,
  OwnerInboxEntry,
  OwnerLedgerEntry,
  OwnerRows,
  UnstatedFacts,
} from '#subgraphs/kit/owner-rows.ts';
import {
  type IdentitiesAsked,
  INGEST_ROLE,
  type InboxPage,
  type LedgerPage,
  type OwnerCase,
} from '#subgraphs/kit/owner-source.ts';

/** The questions that casework puts to a department (`subgraphs/kit/owner-source.ts`). */
export interface Asking {
  readonly client: OwnerClient;
  readonly caller: EnvelopeContent;
  readonly signal?: AbortSignal;
}

/**
 * Facts about these records, or how the owner failed for one of them. An owner's word counts for its own records and for what it was
 * asked: anything else is DEPARTMENT_DATA_INVALID.
 */
export async function askFacts(
  { client, caller, signal }: Asking,
  owner: Owner,
  recordNos: readonly string[],
): Promise<readonly (RecordFacts | UnstatedFacts)[]> {
  const answer = await client.ask(owner, { ask: 'facts', recordNos }, caller, signal);
  const facts = answer as readonly unknown[] as (RecordFacts | UnstatedFacts)[];
  if (!facts.every((each) => departmentOf(each) === owner.department && recordNos.includes(each.recordNo)))
    throw ownerFailure(
      owner,
      'DEPARTMENT_DATA_INVALID',
      new Error('it stated facts about records of which it was not asked'),
    );
  return facts;
}

function departmentOf(facts: RecordFacts | UnstatedFacts): Department {
  return 'failure' in facts ? facts.failure.department : facts.department;
}

/** Rows of one list, for each case in its place. */
export async function askRows<List extends ListName>(
  { client, caller, signal }: Asking,
  owner: Owner,
  list: List,
  cases: readonly OwnerCase[],
): Promise<readonly OwnerAnswer<OwnerRows[List]>[]> {
  const answer = await client.ask(owner, { ask: 'rows', list, cases }, caller, signal);
  if (answer.length !== cases.length || !answer.every(isOwnerAnswer))
    throw ownerFailure(owner, 'DEPARTMENT_DATA_INVALID', new Error('it did not answer for each case'));
  return answer as readonly unknown[] as OwnerAnswer<OwnerRows[List]>[];
}

/** Whole numbers of persons, for each case in its place: the owner verifies the grants that the statement carries. */
export async function askIdentities(
  { client, caller, signal }: Asking,
  owner: Owner,
  cases: readonly (CaseReference & IdentitiesAsked)[],
): Promise<readonly OwnerAnswer<OwnerIdentity>[]> {
  const answer = await client.ask(owner, { ask: 'identities', cases }, caller, signal);
  if (answer.length !== cases.length || !answer.every(isOwnerAnswer))
    throw ownerFailure(owner, 'DEPARTMENT_DATA_INVALID', new Error('it did not answer for each case'));
  return answer as readonly unknown[] as OwnerAnswer<OwnerIdentity>[];
}

/** Neither rows nor a failure must not pass for a case without rows. */
function isOwnerAnswer({ rows, failure }: Readonly<Record<string, unknown>>): boolean {
  return (Array.isArray(rows) && rows.every(isObject)) || isObject(failure);
}

export async function askLinks(
  { client, caller, signal }: Asking,
  owner: Owner,
  kind: LinkedNumberKind,
  numbers: readonly string[],
): Promise<readonly IngestedRecord[]> {
  const answer = await client.ask(owner, { ask: 'links', kind, numbers }, caller, signal);
  const records = answer as readonly unknown[] as IngestedRecord[];
  if (
    !records.every(
      ({ kind: own, facts }) =>
        owner.numberKinds.includes(own) && isObject(facts) && facts.department === owner.department,
    )
  )
    throw ownerFailure(owner, 'DEPARTMENT_DATA_INVALID', new Error('it named records that are not its own'));
  return records;
}

/** A page of the ledger of the caller's own detention centre, decided by its owner. */
export async function askHandovers(
  { client, caller, signal }: Asking,
  owner: Owner,
  page: LedgerPage,
): Promise<readonly OwnerLedgerEntry[]> {
  const answer = await client.ask(owner, { ask: 'handovers', ...page }, caller, signal);
  return answer as readonly unknown[] as OwnerLedgerEntry[];
}

/** A page of what was delivered to the caller's own office, decided by its owner. */
export async function askInbox(
  { client, caller, signal }: Asking,
  owner: Owner,
  page: InboxPage,
): Promise<readonly OwnerInboxEntry[]> {
  const answer = await client.ask(owner, { ask: 'inbox', ...page }, caller, signal);
  return answer as readonly unknown[] as OwnerInboxEntry[];
}

/** A page of records for the registry's ingest, asked in the platform's own name. */
export async function askPage(
  client: OwnerClient,
  owner: AskedOwner,
  after: string | null,
  limit: number,
  requestId: string,
): Promise<readonly PagedRecord[]> {
  const answer = await client.ask(owner, { ask: 'page', after, limit }, ingestCaller(requestId));
  return answer as readonly unknown[] as PagedRecord[];
}

function ingestCaller(requestId: string): EnvelopeContent {
  return {
    principal: {
      issuer: 'zhengfa-graph',
      username: 'registry-ingest',
      subject: 'registry-ingest',
      roles: new Set([INGEST_ROLE]),
      agency: null,
      staffNo: null,
      licenceNo: null,
    },
    purpose: null,
    onlyCase: null,
    requestId,
    operation: null,
  };
}
