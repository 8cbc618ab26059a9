import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import type { CourtContext } from '#subgraphs/court/context.ts';
import { builder } from '#subgraphs/court/types.ts';
import { addOwnerFields } from '#subgraphs/kit/owner-fields.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';

/** What casework asks of the court. The numbers it sends come from the registry or were parsed there. */
addOwnerFields<CourtContext>(builder, 'court', {
  async facts(recordNos, context) {
    const facts = await Promise.all(recordNos.map((number) => context.facts(number as CourtCaseNo)));
    return facts.filter((found) => found !== null);
  },
  async representations(reference, recordNos, context) {
    const findings = await context.findings(reference);
    const visible = await context.visible(recordNos as CourtCaseNo[], reference.caseUid, findings);
    const filed = await Promise.all(
      visible.map(async (number) =>
        ((await context.representations.load(number)) ?? []).map(({ partyKey, kind, lawyer, from, to }) => ({
          partyKey: partyKeyIn(number, partyKey),
          kind,
          licenceNo: lawyer.licenceNo,
          lawyerName: lawyer.name,
          from,
          to,
        })),
      ),
    );
    return filed.flat();
  },
});
