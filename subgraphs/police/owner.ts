import type { OwnerSource } from '#subgraphs/kit/owner-source.ts';
import type { PoliceContext } from '#subgraphs/police/context.ts';
import { deadlines } from '#subgraphs/police/deadlines.ts';
import { handoversAtCentre } from '#subgraphs/police/handovers.ts';
import { ingestedByNumber, ingestedPage } from '#subgraphs/police/ingest.ts';
import {
  custody,
  documents,
  identities,
  measures,
  persons,
  representations,
  transfers,
} from '#subgraphs/police/lists.ts';

/** What casework asks of the police. The numbers it sends come from the registry or were parsed there. */
export const policeOwner: OwnerSource<PoliceContext> = {
  async facts(recordNos, context) {
    const facts = await Promise.all(recordNos.map((number) => context.facts(number)));
    return facts.filter((found) => found !== null);
  },
  page: ingestedPage,
  async links(kind, numbers, context) {
    return kind === 'POLICE_CASE_NO' ? ingestedByNumber(numbers, context) : [];
  },
  lists: { persons, representations, measures, custody, documents, transfers, deadlines },
  identities,
  handovers: handoversAtCentre,
};
