import type { CourtContext } from '#subgraphs/court/context.ts';
import { ingestedByNumber, ingestedPage } from '#subgraphs/court/ingest.ts';
import { deadlines, documents, identities, persons, representations } from '#subgraphs/court/lists.ts';
import { courtTickets } from '#subgraphs/court/tickets.ts';
import type { OwnerSource } from '#subgraphs/kit/owner-source.ts';

/** What casework asks of the court. The numbers it sends come from the registry or were parsed there. */
export const courtOwner: OwnerSource<CourtContext> = {
  async facts(recordNos, context) {
    const facts = await Promise.all(recordNos.map((number) => context.facts(number)));
    return facts.filter((found) => found !== null);
  },
  page: ingestedPage,
  async links(kind, numbers, context) {
    return kind === 'COURT_CASE_NO' ? ingestedByNumber(numbers, context) : [];
  },
  tickets: courtTickets,
  identities,
  lists: { persons, representations, documents, deadlines },
};
