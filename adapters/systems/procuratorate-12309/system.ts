import type { XmlRecord } from '#adapters/soap/value.ts';
import { readPage } from '#adapters/systems/answers.ts';
import { OFFICES, SERVICE_CODES, SYSTEM } from '#adapters/systems/procuratorate-12309/codes.ts';
import { toDocuments, toInbox, toTransfers } from '#adapters/systems/procuratorate-12309/document-mapping.ts';
import { createExchange, type ProcuratorateSystemSettings } from '#adapters/systems/procuratorate-12309/exchange.ts';
import { compact } from '#adapters/systems/procuratorate-12309/fields.ts';
import {
  BY_CASE,
  BY_OFFICE,
  BY_POLICE_CASE,
  BY_RECORD,
  BY_TICKET,
} from '#adapters/systems/procuratorate-12309/keys.ts';
import {
  toAcceptanceNos,
  toIngestedReview,
  toLinkedNumbers,
  toRecordKey,
  toReviewFacts,
} from '#adapters/systems/procuratorate-12309/mapping.ts';
import { toParties } from '#adapters/systems/procuratorate-12309/party-mapping.ts';
import type { ProcuratorateSystem } from '#adapters/systems/procuratorate-12309/port.ts';
import { toArrestReview, toProsecutionReview } from '#adapters/systems/procuratorate-12309/review-mapping.ts';
import {
  toAppointment,
  toAppointments,
  toEarliestSlot,
  toIssuedTicket,
  toRequested,
  toTicket,
  toTicketFacts,
} from '#adapters/systems/procuratorate-12309/service-mapping.ts';
import type { Requested } from '#adapters/systems/records/tickets.ts';
import { requiredRecord, requiredText } from '#adapters/systems/records/xml-fields.ts';
import { reading } from '#adapters/systems/unreadable-field.ts';

export type { ProcuratorateSystemSettings } from '#adapters/systems/procuratorate-12309/exchange.ts';

/** The procuratorate's 12309 over SOAP. Nothing is connected before the first call. @throws DepartmentError from its methods. */
export async function createProcuratorateSystem(settings: ProcuratorateSystemSettings): Promise<ProcuratorateSystem> {
  const { send, ask, askPage, close } = await createExchange(settings);
  return {
    caseFacts: (numbers, call) => ask('cxAjQx', BY_RECORD, numbers, call, toReviewFacts),
    arrestReviewsByNumber: (numbers, call) => ask('cxBlXx', BY_CASE, numbers, call, toArrestReview),
    prosecutionReviewsByNumber: (numbers, call) => ask('cxQsXx', BY_CASE, numbers, call, toProsecutionReview),
    partiesByCase: (numbers, call) => ask('cxRyXx', BY_RECORD, numbers, call, toParties),
    documentsByCase: (numbers, call) => ask('cxWsXx', BY_CASE, numbers, call, toDocuments),
    transfersByCase: (numbers, call) => ask('cxYsXx', BY_RECORD, numbers, call, toTransfers),
    transferInbox: (agencyCodes, call) => ask('cxSjx', BY_OFFICE, agencyCodes, call, toInbox),
    linkedNumbersByCase: (numbers, call) => ask('cxGlAh', BY_RECORD, numbers, call, toLinkedNumbers),
    acceptanceNosByPoliceCase: (numbers, call) => ask('cxGaAj', BY_POLICE_CASE, numbers, call, toAcceptanceNos),
    async page(after, limit, call) {
      const records = await askPage('cxAjFy', { after, size: limit }, call, BY_RECORD);
      return readPage(SYSTEM, records, toRecordKey, toIngestedReview);
    },

    ticketFacts: (numbers, call) => ask('cxGdQx', BY_TICKET, numbers, call, toTicketFacts),
    ticketsByNumber: (numbers, call) => ask('cxGdXx', BY_TICKET, numbers, call, toTicket),
    async ticketsByOffice({ agencyCode, first, after }, call) {
      const DWDM = OFFICES.get(agencyCode);
      if (DWDM === undefined) return [];
      const records = await askPage('cxGdFy', { DWDM, after, size: first }, call, BY_TICKET);
      return reading(SYSTEM, () => records.map(toTicket));
    },
    async createTicket({ kind, agencyCode, caseNo, text, complainant, idempotencyKey }, call) {
      const request = {
        MDH: idempotencyKey,
        DWDM: codeOf(OFFICES, agencyCode),
        SXLB: codeOf(SERVICE_CODES, kind),
        BMSAH: caseNo ?? '',
        SQNR: text,
        XM: complainant?.name ?? '',
        SFZHM: complainant?.idNumber ?? '',
      };
      return requested(await send('tjGd', request, call), 'GD', toIssuedTicket);
    },

    earliestSlotsByCase: (numbers, call) => ask('cxKyZq', BY_CASE, numbers, call, toEarliestSlot),
    appointmentsByCase: (numbers, call) => ask('cxYjYy', BY_CASE, numbers, call, toAppointments),
    async requestFileReading({ acceptanceNo, licenceNo, startsAt, idempotencyKey }, call) {
      const KSSJ = startsAt === null ? '' : compact(startsAt);
      const request = { MDH: idempotencyKey, BMSAH: acceptanceNo, LSZYZH: licenceNo, KSSJ };
      return requested(await send('tjYjYy', request, call), 'YY', toAppointment);
    },

    async ping(call) {
      const reply = await send('cxXtSj', {}, call);
      reading(SYSTEM, () => requiredText(requiredRecord(reply, 'SJ'), 'XTSJ'));
    },
    close,
  };
}

/** What a request led to: `read` makes it of the reply's `element`. */
function requested<Outcome>(
  reply: XmlRecord,
  element: string,
  read: (record: XmlRecord) => Outcome,
): Requested<Outcome> {
  return reading(SYSTEM, () => {
    const data = requiredRecord(reply, 'SJ');
    return toRequested(data, () => read(requiredRecord(data, element)));
  });
}

/** The system's code of what the caller chose among ours. */
function codeOf<Value>(codes: ReadonlyMap<Value, string>, value: Value): string {
  const code = codes.get(value);
  if (code === undefined) throw new TypeError('12309 has no code for this value');
  return code;
}
