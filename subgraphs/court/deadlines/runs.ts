import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import { numberedAs } from '#subgraphs/court/case-number.ts';
import type { CourtContext } from '#subgraphs/court/context.ts';
import { appealRuns } from '#subgraphs/court/deadlines/appeal.ts';
import { copyRuns } from '#subgraphs/court/deadlines/copy.ts';
import { feeRuns } from '#subgraphs/court/deadlines/fee.ts';
import type { CaseMaterial } from '#subgraphs/court/deadlines/material.ts';
import { noticeRuns } from '#subgraphs/court/deadlines/notice.ts';
import { trialRuns } from '#subgraphs/court/deadlines/trial.ts';
import type { DeadlineRun } from '#subgraphs/kit/owner-deadline.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';

/** The periods of one record, with the parties' keys as casework keeps them. What is no trial, such as a 诉前调, has none. */
export async function deadlineRuns(number: CourtCaseNo, context: CourtContext): Promise<readonly DeadlineRun[]> {
  const { kind, instance } = numberedAs(number);
  context.takeAlong(number);
  if ((kind !== 'CRIMINAL' && kind !== 'CIVIL') || instance === null) return [];
  const [record, parties, hearings, notices, documents, fees] = await Promise.all([
    context.cases.load(number),
    context.parties.load(number),
    context.hearings.load(number),
    context.notices.load(number),
    context.documents.load(number),
    kind === 'CIVIL' ? context.fees.load(number) : [],
  ]);
  if (record === null) return [];
  const material: CaseMaterial = {
    record,
    parties: parties ?? [],
    hearings: hearings ?? [],
    notices: notices ?? [],
    documents: documents ?? [],
    fees: fees ?? [],
  };
  const runs = [trialRuns, copyRuns, noticeRuns, appealRuns, feeRuns].flatMap((runsOf) =>
    runsOf(material, context.clock.today()),
  );
  return runs.map((run) => ({ ...run, partyKey: run.partyKey && partyKeyIn(number, run.partyKey) }));
}
