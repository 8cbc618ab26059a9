import type { CourtService } from '#schema/enums/court-service.ts';
import type { TicketChannel } from '#schema/enums/ticket-channel.ts';
import type { TicketReplyKind } from '#schema/enums/ticket-reply-kind.ts';
import type { TicketStatus } from '#schema/enums/ticket-status.ts';

/** GDQD 工单渠道 */
export const CHANNELS: ReadonlyMap<string, TicketChannel> = new Map([
  ['02', 'COURT_12368'],
  ['04', 'COUNTER'],
  ['05', 'ONLINE'],
  ['06', 'TERMINAL'],
]);

/** GDSX 工单事项 */
export const SERVICES: ReadonlyMap<string, CourtService> = new Map([
  ['01', 'CASE_QUERY'],
  ['02', 'CONTACT_JUDGE'],
  ['03', 'CONSULTATION'],
  ['04', 'BOOKING'],
  ['05', 'COMPLAINT'],
  ['06', 'OPINION'],
]);

/** GDSX 工单事项 of a service. */
export const SERVICE_CODES: ReadonlyMap<CourtService, string> = new Map(
  [...SERVICES].map(([code, service]) => [service, code]),
);

/** GDZT 工单状态 */
export const TICKET_STATUSES: ReadonlyMap<string, TicketStatus> = new Map([
  ['10', 'SUBMITTED'],
  ['11', 'IDENTITY_CHECKED'],
  ['12', 'NEEDS_MATERIAL'],
  ['13', 'NOT_COMPETENT'],
  ['20', 'ACCEPTED'],
  ['30', 'IN_PROGRESS'],
  ['31', 'REPLIED_PROCEDURAL'],
  ['32', 'REPLIED_RESULT'],
  ['90', 'CLOSED'],
]);

/** DFLX 答复类型 */
export const REPLY_KINDS: ReadonlyMap<string, TicketReplyKind> = new Map([
  ['1', 'PROCEDURAL'],
  ['2', 'PROGRESS'],
  ['3', 'RESULT'],
]);

/** SLJG 受理结果 of a request */
export const REQUEST_RESULTS: ReadonlyMap<string, 'MADE' | 'REPEATED' | 'KEY_IN_USE' | 'NO_SUCH_CASE'> = new Map([
  ['1', 'MADE'],
  ['2', 'REPEATED'],
  ['3', 'KEY_IN_USE'],
  ['4', 'NO_SUCH_CASE'],
]);
