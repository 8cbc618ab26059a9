import type { XmlRecord } from '#adapters/soap/value.ts';
import { FLAGS } from '#adapters/systems/codes.ts';
import {
  AGENCIES,
  APPOINTMENT_STATUSES,
  CHANNELS,
  REPLY_KINDS,
  REQUEST_RESULTS,
  SERVICES,
  TICKET_STATUSES,
} from '#adapters/systems/procuratorate-12309/codes.ts';
import { dateTime, legalDate, requiredDateTime } from '#adapters/systems/procuratorate-12309/fields.ts';
import { toAcceptanceNo } from '#adapters/systems/procuratorate-12309/review-mapping.ts';
import type {
  Appointment,
  EarliestSlot,
  ServiceTicket,
} from '#adapters/systems/procuratorate-12309/service-records.ts';
import { readable } from '#adapters/systems/records/needed.ts';
import { QueryCode } from '#adapters/systems/records/query-code.ts';
import type { Complainant, IssuedTicket, Requested, TicketFacts } from '#adapters/systems/records/tickets.ts';
import {
  keyedRecords,
  recordsIn,
  requiredCode,
  requiredRecord,
  requiredText,
  text,
} from '#adapters/systems/records/xml-fields.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { citizenId } from '#schema/identifiers/citizen-id.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';

/** Tickets and appointments in the words of the port. All throw UnreadableField. */

/** One `<GD>` of `cxGdQx`. */
export function toTicketFacts(record: XmlRecord): TicketFacts {
  return {
    ticketNo: requiredText(record, 'GDH'),
    agencyCode: requiredCode(record, 'DWDM', AGENCIES),
    queryCode: new QueryCode(requiredText(record, 'CXM')),
  };
}

/** `<GD>` of `tjGd`. */
export function toIssuedTicket(record: XmlRecord): IssuedTicket {
  return { ticketNo: requiredText(record, 'GDH'), queryCode: requiredText(record, 'CXM') };
}

/** One `<GD>` of `cxGdXx` and `cxGdFy`. Whoever takes a ticket down types what it is about: what is no number of a review names none. */
export function toTicket(record: XmlRecord): ServiceTicket {
  return {
    ticketNo: requiredText(record, 'GDH'),
    agencyCode: requiredCode(record, 'DWDM', AGENCIES),
    channel: requiredCode(record, 'QD', CHANNELS),
    kind: requiredCode(record, 'SXLB', SERVICES),
    status: requiredCode(record, 'GDZT', TICKET_STATUSES),
    caseNo: acceptanceNo.parse(text(record, 'BMSAH') ?? ''),
    submittedAt: requiredDateTime(record, 'TJSJ'),
    nextReplyDueOn: legalDate(record, 'DFQX'),
    complainant: toComplainant(requiredRecord(record, 'TJR')),
    replies: recordsIn(record, 'DFLB', 'DF')
      .map((reply) => ({
        at: requiredDateTime(reply, 'DFSJ'),
        kind: requiredCode(reply, 'DFLB', REPLY_KINDS),
        text: requiredText(reply, 'DFNR'),
      }))
      .sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at)),
  };
}

function toComplainant(record: XmlRecord): Complainant | null {
  const name = text(record, 'XM');
  return name === null ? null : { name, idNumber: citizenId.parse(text(record, 'SFZHM') ?? '') };
}

/** One `<AJ>` of `cxKyZq`. */
export function toEarliestSlot(record: XmlRecord): EarliestSlot {
  return {
    acceptanceNo: toAcceptanceNo(record),
    open: requiredCode(record, 'SFKF', FLAGS),
    startsAt: dateTime(record, 'KSSJ'),
    latestBy: legalDate(record, 'ZWRQ'),
    place: text(record, 'DD'),
  };
}

/** One `<AJ>` of `cxYjYy`. */
export function toAppointments(record: XmlRecord): readonly Appointment[] {
  return keyedRecords(record, 'YYLB', 'YY', 'YYBH').map(toAppointment);
}

export function toAppointment(record: XmlRecord): Appointment {
  return {
    appointmentKey: requiredText(record, 'YYBH'),
    acceptanceNo: toAcceptanceNo(record),
    licenceNo: readable('LSZYZH', lawyerLicenceNo.parse(requiredText(record, 'LSZYZH'))),
    status: requiredCode(record, 'YYZT', APPOINTMENT_STATUSES),
    startsAt: dateTime(record, 'KSSJ'),
    latestBy: legalDate(record, 'ZWRQ'),
    place: text(record, 'DD'),
  };
}

/** `SJ` of `tjGd` and `tjYjYy`. @throws GraphError where the request was refused. */
export function toRequested<Outcome>(data: XmlRecord, outcome: () => Outcome): Requested<Outcome> {
  const result = requiredCode(data, 'SLJG', REQUEST_RESULTS);
  switch (result) {
    case 'MADE':
    case 'REPEATED':
      return { outcome: outcome(), repeated: result === 'REPEATED' };
    case 'NO_SUCH_CASE':
      throw new GraphError('NOT_FOUND');
    default:
      throw new GraphError('CONFLICT', REFUSALS[result]);
  }
}

const REFUSALS = {
  KEY_IN_USE: {
    zh: '该幂等键已用于内容不同的请求。',
    en: 'This idempotency key was used for a request with other content.',
  },
  NOT_OPEN: {
    zh: '该案件尚未移送审查起诉，不能阅卷。',
    en: 'The case is not under prosecution review: its file cannot be read yet.',
  },
  NOT_FREE: {
    zh: '该时段不可预约，或已无可约的时段；最早的可约时段见 fileReadingRight。',
    en: 'This time is not free, or none is: fileReadingRight tells the earliest that is.',
  },
};
