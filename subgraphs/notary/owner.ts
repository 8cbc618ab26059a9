import type { OwnerSource } from '#subgraphs/kit/owner-source.ts';
import type { NotaryContext } from '#subgraphs/notary/context.ts';
import { ingestedPage } from '#subgraphs/notary/ingest.ts';

/** What casework asks of the notary offices: which certificates there are for which case, and nothing of what is in them. */
export const notaryOwner: OwnerSource<NotaryContext> = {
  async facts(recordNos, context) {
    const facts = await Promise.all(recordNos.map((recordNo) => context.facts(recordNo)));
    return facts.filter((found) => found !== null);
  },
  page: ingestedPage,
  lists: {},
};
