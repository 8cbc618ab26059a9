import type { OwnerSource } from '#subgraphs/kit/owner-source.ts';
import type { ProcuratorateContext } from '#subgraphs/procuratorate/context.ts';
import { deadlines } from '#subgraphs/procuratorate/deadlines.ts';
import { documents } from '#subgraphs/procuratorate/documents.ts';
import { fileReading, readingSlots, requestFileReading } from '#subgraphs/procuratorate/file-reading.ts';
import { identities } from '#subgraphs/procuratorate/identities.ts';
import { inbox } from '#subgraphs/procuratorate/inbox.ts';
import { ingestedLinks, ingestedPage } from '#subgraphs/procuratorate/ingest.ts';
import { representations } from '#subgraphs/procuratorate/representations.ts';
import { tickets } from '#subgraphs/procuratorate/tickets.ts';
import { transfers } from '#subgraphs/procuratorate/transfers.ts';

/** What casework asks of the procuratorate. The numbers it sends come from the registry or were parsed there. */
export const procuratorateOwner: OwnerSource<ProcuratorateContext> = {
  async facts(recordNos, context) {
    const facts = await Promise.all(recordNos.map((number) => context.facts(number)));
    return facts.filter((found) => found !== null);
  },
  page: ingestedPage,
  links: ingestedLinks,
  lists: { representations, documents, transfers, deadlines, fileReading, readingSlots },
  identities,
  inbox,
  tickets,
  requestFileReading,
};
