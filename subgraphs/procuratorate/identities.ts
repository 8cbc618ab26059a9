import type { RecordNo } from '#adapters/systems/procuratorate-12309/record-no.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';
import { wholeNumbers } from '#subgraphs/kit/persons.ts';
import type { ProcuratorateContext } from '#subgraphs/procuratorate/context.ts';

/** Of the procuratorate's persons the police show the masked numbers; the whole ones are its own to show, by grants of its own head. */
export const identities = wholeNumbers(async (recordNo: string, context: ProcuratorateContext) => {
  const parties = (await context.parties.load(recordNo as RecordNo)) ?? [];
  return parties.map((party) => ({ ...party, partyKey: partyKeyIn(recordNo, party.partyKey) }));
});
