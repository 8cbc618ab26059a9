import { COURT_SERVICE } from '#schema/enums/court-service.ts';
import type { CourtContext } from '#subgraphs/court/context.ts';
import { createTicketSource } from '#subgraphs/kit/tickets.ts';

/** 12368 诉讼服务热线 */
export const courtTickets = createTicketSource({
  department: 'COURT',
  staff: 'court.hotline_12368',
  kinds: COURT_SERVICE,
  caseNumberKind: 'COURT_CASE_NO',
  port: ({ system }: CourtContext) => system,
});
