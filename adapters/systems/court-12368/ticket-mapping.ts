import type { XmlRecord } from '#adapters/soap/value.ts';
import { COURTS } from '#adapters/systems/court-12368/codes.ts';
import { legalDate, requiredDateTime } from '#adapters/systems/court-12368/fields.ts';
import type { CourtTicketRecord } from '#adapters/systems/court-12368/port.ts';
import {
  CHANNELS,
  REPLY_KINDS,
  REQUEST_RESULTS,
  SERVICES,
  TICKET_STATUSES,
} from '#adapters/systems/court-12368/ticket-codes.ts';
import { QueryCode } from '#adapters/systems/records/query-code.ts';
import type { Complainant, IssuedTicket, Requested, TicketFacts } from '#adapters/systems/records/tickets.ts';
import { recordsIn, requiredCode, requiredText, text } from '#adapters/systems/records/xml-fields.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { citizenId } from '#schema/identifiers/citizen-id.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';

/** Tickets (工单) in the words of the port. All throw UnreadableField. */

/** One `<GD>` of `cxGdQx`. */
export function toTicketFacts(record: XmlRecord): TicketFacts {
  return {
    ticketNo: requiredText(record, 'GDBH'),
    agencyCode: requiredCode(record, 'FYDM', COURTS),
    queryCode: new QueryCode(requiredText(record, 'GDCXM')),
  };
}

/** One `<GD>` of `cxGdXx` and `cxGdFy`. Whoever takes a ticket down types what it is about: what is no case number names no case. */
export function toTicket(record: XmlRecord): CourtTicketRecord {
  return {
    ticketNo: requiredText(record, 'GDBH'),
    agencyCode: requiredCode(record, 'FYDM', COURTS),
    channel: requiredCode(record, 'GDQD', CHANNELS),
    kind: requiredCode(record, 'GDSX', SERVICES),
    status: requiredCode(record, 'GDZT', TICKET_STATUSES),
    caseNo: courtCaseNo.parse(text(record, 'GLAJAH') ?? ''),
    submittedAt: requiredDateTime(record, 'TJSJ'),
    nextReplyDueOn: legalDate(record, 'DFQXRQ'),
    complainant: toComplainant(record),
    replies: recordsIn(record, 'DFJLLB', 'DFJL')
      .map((reply) => ({
        at: requiredDateTime(reply, 'DFSJ'),
        kind: requiredCode(reply, 'DFLX', REPLY_KINDS),
        text: requiredText(reply, 'DFNR'),
      }))
      .sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at)),
  };
}

/** The reply of `tjGd`. @throws GraphError where the request was refused. */
export function toIssuedTicket(reply: XmlRecord): Requested<IssuedTicket> {
  const result = requiredCode(reply, 'SLJG', REQUEST_RESULTS);
  switch (result) {
    case 'MADE':
    case 'REPEATED': {
      const outcome = { ticketNo: requiredText(reply, 'GDBH'), queryCode: requiredText(reply, 'GDCXM') };
      return { outcome, repeated: result === 'REPEATED' };
    }
    case 'NO_SUCH_CASE':
      throw new GraphError('NOT_FOUND');
    case 'KEY_IN_USE':
      throw new GraphError('CONFLICT', {
        zh: '该幂等键已用于内容不同的请求。',
        en: 'This idempotency key was used for a request with other content.',
      });
  }
}

function toComplainant(record: XmlRecord): Complainant | null {
  const name = text(record, 'TJRXM');
  return name === null ? null : { name, idNumber: citizenId.parse(text(record, 'TJRZJH') ?? '') };
}
