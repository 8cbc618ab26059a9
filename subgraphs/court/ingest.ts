import type { CourtCaseRecord, IngestedCourtCase } from '#adapters/systems/court-12368/port.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { CourtCaseStatus } from '#schema/enums/court-case-status.ts';
import type { Stage } from '#schema/enums/stage.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import { numberedAs } from '#subgraphs/court/case-number.ts';
import type { CourtContext } from '#subgraphs/court/context.ts';
import {
  type IngestedRecord,
  linksAndParties,
  type PagedRecord,
  pagedRecords,
} from '#subgraphs/kit/ingested-record.ts';
import { recordFactsOf } from '#subgraphs/kit/record-facts.ts';

/** Records after one, by number as the court wrote it; of a labelled record its flags alone. */
export async function ingestedPage(
  after: string | null,
  limit: number,
  context: CourtContext,
): Promise<readonly PagedRecord[]> {
  const { scope, system, legacyCall } = context;
  const rows = await scope.guard(() => system.page(after, limit, legacyCall));
  return pagedRecords(rows, context, (row) => ({
    ...toIngested(recordFactsOf('COURT', row.courtCaseNo, row), row, context),
    pageKey: row.recordKey,
  }));
}

/** The records of these numbers, those that there are; the court names only the case before each. */
export async function ingestedByNumber(
  numbers: readonly string[],
  context: CourtContext,
): Promise<readonly IngestedRecord[]> {
  const found = await Promise.all(
    (numbers as readonly CourtCaseNo[]).map(async (number) => {
      const facts = await context.facts(number);
      if (facts === null || facts.labelled) return null;
      const [record, parties] = await Promise.all([context.cases.load(number), context.parties.load(number)]);
      return record && toIngested(facts, { ...asListed(record), parties: parties ?? [] }, context);
    }),
  );
  return found.filter((each) => each !== null);
}

type Content = Pick<IngestedCourtCase, 'courtCaseNo' | 'caseUid' | 'status' | 'linkedNumbers' | 'parties'>;

function asListed({ courtCaseNo, status, precededBy }: CourtCaseRecord): Omit<Content, 'parties'> {
  const preceding = { kind: 'COURT_CASE_NO', number: precededBy, raw: precededBy ?? '' } as const;
  return { courtCaseNo, status, caseUid: null, linkedNumbers: [preceding] };
}

function toIngested(
  facts: RecordFacts,
  { courtCaseNo, caseUid, status, linkedNumbers, parties }: Content,
  context: CourtContext,
): IngestedRecord {
  return {
    recordNo: courtCaseNo,
    kind: 'COURT_CASE_NO',
    facts,
    caseUid,
    caseKind: numberedAs(courtCaseNo).kind,
    stage: stageOf(courtCaseNo, status),
    ...linksAndParties(courtCaseNo, { linkedNumbers, parties }, context),
  };
}

const NOT_DOCKETED: ReadonlySet<CourtCaseStatus> = new Set(['RECEIVED', 'AWAITING_MATERIAL', 'RETURNED']);
const OVER: ReadonlySet<CourtCaseStatus> = new Set(['WITHDRAWAL_PERMITTED', 'TERMINATED']);

/** The stage to which a record bears witness: what is not docketed yet, or was delegated for mediation, is at acceptance. */
export function stageOf(number: CourtCaseNo, status: CourtCaseStatus): Stage {
  const { kind, instance } = numberedAs(number);
  if (kind === 'MEDIATION' || NOT_DOCKETED.has(status)) return 'ACCEPTANCE';
  if (OVER.has(status)) return 'CLOSED';
  if (instance === 'ENFORCEMENT') return status === 'EFFECTIVE' ? 'CLOSED' : 'EXECUTION';
  if (status === 'EFFECTIVE') return kind === 'CRIMINAL' ? 'EXECUTION' : 'CLOSED';
  if (instance === 'SECOND') return 'SECOND_INSTANCE';
  return instance === 'RETRIAL' ? 'RETRIAL' : 'FIRST_INSTANCE';
}
