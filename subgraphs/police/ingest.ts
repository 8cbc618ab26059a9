import type { IngestedPoliceCase } from '#adapters/systems/police/port.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { PoliceCaseStatus } from '#schema/enums/police-case-status.ts';
import type { Stage } from '#schema/enums/stage.ts';
import type { PoliceCaseNo } from '#schema/identifiers/kinds.ts';
import {
  type IngestedRecord,
  linksAndParties,
  type PagedRecord,
  pagedRecords,
} from '#subgraphs/kit/ingested-record.ts';
import { withTransfers } from '#subgraphs/kit/ingested-transfers.ts';
import { type PoliceContext, policeFactsOf } from '#subgraphs/police/context.ts';

/** What stage a police case bears witness to; one that went to another agency says nothing of how far it is there. */
const STAGES: Readonly<Record<PoliceCaseStatus, Stage>> = {
  ACCEPTED: 'ACCEPTANCE',
  NOT_FILED: 'CLOSED',
  REFERRED_OUT: 'ACCEPTANCE',
  ADMIN_CASE: 'CLOSED',
  FILED: 'INVESTIGATION',
  INVESTIGATING: 'INVESTIGATION',
  TRANSFERRED_FOR_PROSECUTION: 'INVESTIGATION',
  SUPPLEMENTING: 'INVESTIGATION',
  WITHDRAWN: 'CLOSED',
};

/** Records after one, by number; of a labelled record its flags alone. */
export async function ingestedPage(
  after: string | null,
  limit: number,
  context: PoliceContext,
): Promise<readonly PagedRecord[]> {
  const rows = await context.page(after, limit);
  const records = pagedRecords(rows, context, (row) => toIngested(policeFactsOf(row), row, context));
  return withTransfers(records, context);
}

/** The records of these numbers, those that there are and that bear no label. */
export async function ingestedByNumber(
  numbers: readonly string[],
  context: PoliceContext,
): Promise<readonly IngestedRecord[]> {
  const found = await Promise.all(
    (numbers as readonly PoliceCaseNo[]).map(async (number) => {
      const [facts, record, parties] = await Promise.all([
        context.facts(number),
        context.cases.load(number),
        context.parties.load(number),
      ]);
      if (facts === null || record === null) return null;
      const { status, linkedNumbers } = record;
      return toIngested(facts, { caseUid: null, status, linkedNumbers, parties: parties ?? [] }, context);
    }),
  );
  return found.filter((each) => each !== null);
}

function toIngested(
  facts: RecordFacts,
  content: Pick<IngestedPoliceCase, 'caseUid' | 'status' | 'linkedNumbers' | 'parties'>,
  context: PoliceContext,
): IngestedRecord {
  const { recordNo } = facts;
  const { caseUid, status } = content;
  return {
    recordNo,
    kind: 'POLICE_CASE_NO',
    facts,
    caseUid,
    caseKind: status && 'CRIMINAL',
    stage: status && STAGES[status],
    ...linksAndParties(recordNo, content, context),
  };
}
