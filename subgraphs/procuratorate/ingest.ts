import type { IngestedReview } from '#adapters/systems/procuratorate-12309/port.ts';
import { isTransferKey, type RecordNo } from '#adapters/systems/procuratorate-12309/record-no.ts';
import type { LinkedNumber } from '#adapters/systems/records/linked-number.ts';
import type { IngestedParty } from '#adapters/systems/records/parties.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { ProsecutionReviewStatus } from '#schema/enums/prosecution-review-status.ts';
import type { Stage } from '#schema/enums/stage.ts';
import type { AcceptanceNo, PoliceCaseNo } from '#schema/identifiers/kinds.ts';
import {
  type IngestedRecord,
  linksAndParties,
  type PagedRecord,
  pagedRecords,
} from '#subgraphs/kit/ingested-record.ts';
import { withTransfers } from '#subgraphs/kit/ingested-transfers.ts';
import type { LinkedNumberKind } from '#subgraphs/kit/linked-number.ts';
import { type ProcuratorateContext, procuratorateFactsOf } from '#subgraphs/procuratorate/context.ts';

/** The procuratorate's records as the registry takes them in: they belong to cases that others began, and begin none. */

/** States of a prosecution review that has not been accepted, or is another procuratorate's by now. */
const NOT_UNDER_REVIEW: ReadonlySet<ProsecutionReviewStatus> = new Set([
  'SUBMITTED',
  'NEEDS_MATERIAL',
  'NOT_ACCEPTED',
  'JURISDICTION_MOVED',
]);

/** Records after one, by key as the procuratorate wrote it. */
export async function ingestedPage(
  after: string | null,
  limit: number,
  context: ProcuratorateContext,
): Promise<readonly PagedRecord[]> {
  const rows = await context.page(after, limit);
  const records = pagedRecords(rows, context, (row) => ({
    ...toIngested(procuratorateFactsOf(row), row, context),
    pageKey: row.recordKey,
    caseUid: row.caseUid,
    stage: row.labelled ? null : stageOf(row),
  }));
  return withTransfers(records, context);
}

/** Reviews of these acceptance numbers, or of these police cases, with all that they link; of a labelled one its facts alone. */
export async function ingestedLinks(
  kind: LinkedNumberKind,
  numbers: readonly string[],
  context: ProcuratorateContext,
): Promise<readonly IngestedRecord[]> {
  const recordNos = await recordNosOf(kind, numbers, context);
  const records = await Promise.all(recordNos.map((recordNo) => ingestedRecord(recordNo, context)));
  return records.filter((record) => record !== null);
}

async function recordNosOf(
  kind: LinkedNumberKind,
  numbers: readonly string[],
  context: ProcuratorateContext,
): Promise<readonly RecordNo[]> {
  if (kind === 'ACCEPTANCE_NO' || kind === 'INCOMING_TRANSFER') return numbers as readonly RecordNo[];
  if (kind !== 'POLICE_CASE_NO') return [];
  const found = await Promise.all(numbers.map((number) => context.reviewsOfPoliceCase.load(number as PoliceCaseNo)));
  return [...new Set<AcceptanceNo>(found.flatMap((reviews) => reviews ?? []))];
}

async function ingestedRecord(recordNo: RecordNo, context: ProcuratorateContext): Promise<IngestedRecord | null> {
  const facts = await context.facts(recordNo);
  if (facts === null) return null;
  if (facts.labelled) return toIngested(facts, { parties: [], linkedNumbers: [] }, context);
  const [parties, linkedNumbers] = await Promise.all([
    context.parties.load(recordNo),
    context.linkedNumbers.load(recordNo),
  ]);
  return toIngested(facts, { parties: parties ?? [], linkedNumbers: linkedNumbers ?? [] }, context);
}

function toIngested(
  facts: RecordFacts,
  content: { readonly parties: readonly IngestedParty[]; readonly linkedNumbers: readonly LinkedNumber[] },
  context: ProcuratorateContext,
): IngestedRecord {
  const { recordNo } = facts;
  return {
    recordNo,
    kind: isTransferKey(recordNo) ? 'INCOMING_TRANSFER' : 'ACCEPTANCE_NO',
    facts,
    caseUid: null,
    caseKind: null,
    stage: null,
    ...linksAndParties(recordNo, content, context),
  };
}

/** Of a review once it is accepted; an arrest review is a part of the investigation. */
function stageOf(row: IngestedReview): Stage | null {
  switch (row.kind) {
    case 'ARREST_REVIEW':
      return 'INVESTIGATION';
    case 'PROSECUTION_REVIEW':
      return NOT_UNDER_REVIEW.has(row.status) ? null : 'PROSECUTION_REVIEW';
    case 'INCOMING_TRANSFER':
      return null;
  }
}
