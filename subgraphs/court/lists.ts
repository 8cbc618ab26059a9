import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import type { CourtContext } from '#subgraphs/court/context.ts';
import { deadlineRuns } from '#subgraphs/court/deadlines/runs.ts';
import { mayShowDocument, toOwnerDocument } from '#subgraphs/court/documents.ts';
import type { VisibleRecord } from '#subgraphs/kit/owner-context.ts';
import { ownerDeadline } from '#subgraphs/kit/owner-deadline.ts';
import { ownerList } from '#subgraphs/kit/owner-list.ts';
import type { OwnerDeadline, OwnerDocument, OwnerRepresentation } from '#subgraphs/kit/owner-rows.ts';
import type { OwnerList } from '#subgraphs/kit/owner-source.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';
import { maskedPersons, wholeNumbers } from '#subgraphs/kit/persons.ts';

export const persons = maskedPersons(partiesOf);
export const identities = wholeNumbers(partiesOf);

async function partiesOf(recordNo: string, context: CourtContext) {
  const parties = (await context.parties.load(recordNo as CourtCaseNo)) ?? [];
  return parties.map((party) => ({ ...party, partyKey: partyKeyIn(recordNo, party.partyKey) }));
}

export const representations = ownerList<OwnerRepresentation, CourtContext>(
  'Representation',
  'REPRESENTATIONS',
  async (visible, context) => {
    const filed = (await context.representations.load(numberOf(visible))) ?? [];
    return filed
      .map(({ partyKey, kind, lawyer, from, to }) => ({
        partyKey: partyKeyIn(visible.recordNo, partyKey),
        kind,
        licenceNo: lawyer.licenceNo,
        lawyerName: lawyer.name,
        from,
        to,
        letterNumber: null,
      }))
      .filter(({ partyKey }) => visible.mayShowParty(partyKey));
  },
);

export const documents = ownerList<OwnerDocument, CourtContext>(
  'LegalDocument',
  'DOCUMENTS',
  async (visible, context) => {
    const kept = (await context.documents.load(numberOf(visible))) ?? [];
    return kept
      .filter((document) => mayShowDocument(document, visible))
      .map((document) => toOwnerDocument(document, visible));
  },
);

/** Those of the whole case, and those of the parties that the caller may see. */
const deadlineRows = ownerList<OwnerDeadline, CourtContext>('Deadline', 'DEADLINES', async (visible, context) => {
  const runs = await deadlineRuns(numberOf(visible), context);
  return runs
    .filter(({ partyKey }) => partyKey === null || visible.mayShowParty(partyKey))
    .flatMap((run) => ownerDeadline(run, context.clock.today()) ?? [])
    .map((deadline) => ({ ...deadline, agencyCode: visible.agencyCode }));
});

/** Of some records of a case only the header is shown, and no period told: they go along with those from which periods are. */
export const deadlines: OwnerList<OwnerDeadline, CourtContext> = async (recordNos, found, context) => {
  const [rows] = await Promise.all([
    deadlineRows(recordNos, found, context),
    context.courtCases({ found, numbers: recordNos }).then((shown) => {
      for (const { courtCaseNo } of shown) context.takeAlong(courtCaseNo, ['cases']);
    }),
  ]);
  return rows;
};

function numberOf({ recordNo }: VisibleRecord): CourtCaseNo {
  return recordNo as CourtCaseNo;
}
