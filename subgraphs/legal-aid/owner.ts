import type { Facet } from '#auth/decisions/views.ts';
import type { LegalAidId } from '#schema/identifiers/kinds.ts';
import type { VisibleRecord } from '#subgraphs/kit/owner-context.ts';
import { ownerList } from '#subgraphs/kit/owner-list.ts';
import type { OwnerSource } from '#subgraphs/kit/owner-source.ts';
import { maskedPersons } from '#subgraphs/kit/persons.ts';
import type { LegalAidContext } from '#subgraphs/legal-aid/context.ts';
import { assignmentDeadline } from '#subgraphs/legal-aid/deadline-row.ts';
import { ingestedPage } from '#subgraphs/legal-aid/ingest.ts';
import { representationRow } from '#subgraphs/legal-aid/representation-row.ts';

/** What casework asks of the legal aid institution. A legal aid case has one beneficiary, so its id is the party's key. */
export const legalAidOwner: OwnerSource<LegalAidContext> = {
  async facts(recordNos, context) {
    const facts = await Promise.all(recordNos.map((id) => context.facts(id)));
    return facts.filter((found) => found !== null);
  },
  page: ingestedPage,
  lists: {
    persons: maskedPersons(async (recordNo, context: LegalAidContext) => {
      const beneficiary = await context.beneficiaries.load(recordNo as LegalAidId);
      return beneficiary ? [{ ...beneficiary, partyKey: recordNo }] : [];
    }),
    representations: listOfBeneficiaries('Representation', 'REPRESENTATIONS', async (id, context) => {
      const assigned = await context.assignments.load(id);
      return assigned?.map(representationRow) ?? [];
    }),
    deadlines: listOfBeneficiaries('Deadline', 'DEADLINES', async (id, context, { agencyCode }) => {
      context.takeAssignmentsAlong(id);
      const record = await context.cases.load(id);
      const deadline = record && (await assignmentDeadline(record, context));
      return deadline ? [{ ...deadline, agencyCode }] : [];
    }),
  },
};

/** Every row is about its record's beneficiary. */
function listOfBeneficiaries<Row>(
  subject: string,
  facet: Facet,
  rowsOf: (id: LegalAidId, context: LegalAidContext, visible: VisibleRecord) => Promise<readonly Row[]>,
) {
  return ownerList<Row, LegalAidContext>(subject, facet, async (visible, context) =>
    visible.mayShowParty(visible.recordNo) ? rowsOf(visible.recordNo as LegalAidId, context, visible) : [],
  );
}
