import type { LegalAidId } from '#schema/identifiers/kinds.ts';
import { addOwnerFields } from '#subgraphs/kit/owner-fields.ts';
import { factsOf, type LegalAidContext } from '#subgraphs/legal-aid/context.ts';
import { builder } from '#subgraphs/legal-aid/types.ts';

/** What casework asks of the legal aid institution. A legal aid case has one beneficiary, so its id is the party's key. */
addOwnerFields<LegalAidContext>(builder, 'legalAid', {
  facts: (recordNos, context) => context.facts(recordNos as LegalAidId[]),
  async representations(reference, recordNos, context) {
    const findings = await context.findings(reference);
    const assigned = await Promise.all(
      (recordNos as LegalAidId[]).map(async (id) =>
        ((await context.assignments.load(id)) ?? [])
          .filter((row) => context.mayShow('Representation', reference.caseUid, factsOf(row), findings))
          .map(({ kind, lawyer, from, to }) => ({
            partyKey: id,
            kind,
            licenceNo: lawyer.licenceNo,
            lawyerName: lawyer.name,
            from,
            to,
          })),
      ),
    );
    return assigned.flat();
  },
});
