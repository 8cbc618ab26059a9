import { PROCURATORATE_SERVICE, type ProcuratorateService } from '#schema/enums/procuratorate-service.ts';
import type { AcceptanceNo } from '#schema/identifiers/kinds.ts';
import { createTicketSource } from '#subgraphs/kit/tickets.ts';
import type { ProcuratorateContext } from '#subgraphs/procuratorate/context.ts';

/** Tickets of the hotline 12309. */
export const tickets = createTicketSource<ProcuratorateContext, ProcuratorateService, AcceptanceNo>({
  department: 'PROCURATORATE',
  staff: 'procuratorate.hotline_12309',
  kinds: PROCURATORATE_SERVICE,
  caseNumberKind: 'ACCEPTANCE_NO',
  port: ({ system }) => system,
});
