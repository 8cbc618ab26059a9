import { fileURLToPath } from 'node:url';
import { unavailable, unreadable } from '#adapters/connector/failures.ts';
import type { SoapLogger } from '#adapters/soap/connector.ts';
import { createRpcConnector } from '#adapters/soap/rpc-connector.ts';
import { readXmlText, writeXmlText } from '#adapters/soap/xml-text.ts';
import type { XmlArguments, XmlRecord } from '#adapters/soap/xml-value.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { inListsOf } from '#adapters/systems/lists.ts';
import { FAILURE, OFFICES, SERVICE_CODES, SUCCESS } from '#adapters/systems/procuratorate-12309/codes.ts';
import { toDocuments, toInbox, toTransfers } from '#adapters/systems/procuratorate-12309/document-mapping.ts';
import { type Operation, replyDocument, requestDocument } from '#adapters/systems/procuratorate-12309/documents.ts';
import { compact, recordsIn, requiredRecord, requiredText } from '#adapters/systems/procuratorate-12309/fields.ts';
import {
  BY_CASE,
  BY_OFFICE,
  BY_POLICE_CASE,
  BY_TICKET,
  type KeyKind,
} from '#adapters/systems/procuratorate-12309/keys.ts';
import {
  toAcceptanceNos,
  toArrestReview,
  toIngestedReview,
  toLinkedNumbers,
  toParties,
  toProsecutionReview,
  toReviewFacts,
} from '#adapters/systems/procuratorate-12309/mapping.ts';
import type { ProcuratorateSystem } from '#adapters/systems/procuratorate-12309/port.ts';
import {
  toAppointment,
  toAppointments,
  toEarliestSlot,
  toRequested,
  toTicket,
  toTicketFacts,
} from '#adapters/systems/procuratorate-12309/service-mapping.ts';
import { reading, UnreadableField } from '#adapters/systems/unreadable-field.ts';

export interface ProcuratorateSystemSettings {
  /** Where the service is, as `http(s)://host:port/path`. */
  readonly endpoint: string;
  readonly user: string;
  readonly password: string;
  /** For one call. @default 5000 */
  readonly timeoutMs?: number;
  /** @default 4 MiB */
  readonly maxReplyBytes?: number;
  /** Calls at once. @default 8 */
  readonly maxConcurrent?: number;
  readonly logger?: SoapLogger;
}

const SYSTEM = { department: 'PROCURATORATE', system: '12309' } as const;
const WSDL = fileURLToPath(new URL('./procuratorate-12309.wsdl', import.meta.url));
const DECLARED_CHARSET = 'GBK';
/** What an operation takes at most. */
const MAX_KEYS = 50;
const MAX_PAGE = 500;

/** The procuratorate's 12309 over SOAP. Nothing is connected before the first call. @throws DepartmentError from its methods. */
export async function createProcuratorateSystem(settings: ProcuratorateSystemSettings): Promise<ProcuratorateSystem> {
  const { endpoint, user, password, logger } = settings;
  const connector = await createRpcConnector({
    ...SYSTEM,
    wsdl: WSDL,
    endpoint,
    charset: { declared: DECLARED_CHARSET, sent: 'gb18030' },
    timeoutMs: settings.timeoutMs ?? 5000,
    maxReplyBytes: settings.maxReplyBytes ?? 4 * 1024 * 1024,
    maxConcurrent: settings.maxConcurrent ?? 8,
    ...(logger && { logger }),
  });

  /** One call: `CS` goes out, `XY` comes back with success. */
  async function exchange(operation: Operation, CS: XmlArguments, call: LegacyCall): Promise<XmlRecord> {
    const content = { YHM: user, KL: password, LSH: call.requestId, CS };
    const request = writeXmlText('QQ', content, requestDocument(operation), DECLARED_CHARSET);
    return connector.call(operation, request, call, (reply) =>
      succeeded(readXmlText(reply, 'XY', replyDocument(operation))),
    );
  }

  /** What `read` makes of each record that the procuratorate has; a call for every 50 keys. */
  async function ask<Key extends string, Answer>(
    operation: Operation,
    kind: KeyKind<Key>,
    keys: readonly Key[],
    call: LegacyCall,
    read: (record: XmlRecord) => Answer,
  ): Promise<Map<Key, Answer>> {
    const known = [...new Set(keys)].filter((key) => kind.write(key) !== null);
    const answers = await Promise.all(
      inListsOf(MAX_KEYS, known).map(async (asked) => {
        const written = asked.flatMap((key) => kind.write(key) ?? []);
        const reply = await exchange(operation, { [kind.list]: { [kind.key]: written } }, call);
        return readRecords(reply, kind, asked, read);
      }),
    );
    return new Map(answers.flat());
  }

  return {
    caseFacts: (numbers, call) => ask('cxAjQx', BY_CASE, numbers, call, toReviewFacts),
    arrestReviewsByNumber: (numbers, call) => ask('cxBlXx', BY_CASE, numbers, call, toArrestReview),
    prosecutionReviewsByNumber: (numbers, call) => ask('cxQsXx', BY_CASE, numbers, call, toProsecutionReview),
    partiesByCase: (numbers, call) => ask('cxRyXx', BY_CASE, numbers, call, toParties),
    documentsByCase: (numbers, call) => ask('cxWsXx', BY_CASE, numbers, call, toDocuments),
    transfersByCase: (numbers, call) => ask('cxYsXx', BY_CASE, numbers, call, toTransfers),
    transferInbox: (agencyCodes, call) => ask('cxSjx', BY_OFFICE, agencyCodes, call, toInbox),
    linkedNumbersByCase: (numbers, call) => ask('cxGlAh', BY_CASE, numbers, call, toLinkedNumbers),
    acceptanceNosByPoliceCase: (numbers, call) => ask('cxGaAj', BY_POLICE_CASE, numbers, call, toAcceptanceNos),
    ticketFacts: (numbers, call) => ask('cxGdQx', BY_TICKET, numbers, call, toTicketFacts),
    ticketsByNumber: (numbers, call) => ask('cxGdXx', BY_TICKET, numbers, call, toTicket),
    earliestSlotsByCase: (numbers, call) => ask('cxKyZq', BY_CASE, numbers, call, toEarliestSlot),
    appointmentsByCase: (numbers, call) => ask('cxYjYy', BY_CASE, numbers, call, toAppointments),

    async page(after, limit, call) {
      if (!(Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE))
        throw new RangeError(`limit is 1 to ${MAX_PAGE}`);
      const reply = await exchange('cxAjFy', { HZ: after ?? '', TS: String(limit) }, call);
      return reading(SYSTEM, () => {
        const reviews = countedRecords(reply, BY_CASE.record).map(toIngestedReview);
        const seen = new Set([after, ...reviews.map((review) => review.acceptanceNo)]);
        if (reviews.length > limit || seen.size <= reviews.length) throw new UnreadableField('AJ', 'is no next page');
        return reviews;
      });
    },

    async createTicket({ kind, agencyCode, acceptanceNo, text, complainant, idempotencyKey }, call) {
      const request = {
        MDH: idempotencyKey,
        DWDM: codeOf(OFFICES, agencyCode),
        SXLB: codeOf(SERVICE_CODES, kind),
        BMSAH: acceptanceNo ?? '',
        SQNR: text,
        XM: complainant.name,
        SFZHM: complainant.idNumber ?? '',
        WBBS: complainant.personUid ?? '',
      };
      const reply = await exchange('tjGd', request, call);
      return reading(SYSTEM, () => {
        const data = requiredRecord(reply, 'SJ');
        return toRequested(data, () => toTicketFacts(requiredRecord(data, 'GD')));
      });
    },

    async requestFileReading({ acceptanceNo, licenceNo, startsAt, idempotencyKey }, call) {
      const request = {
        MDH: idempotencyKey,
        BMSAH: acceptanceNo,
        LSZYZH: licenceNo,
        KSSJ: startsAt === null ? '' : compact(startsAt),
      };
      const reply = await exchange('tjYjYy', request, call);
      return reading(SYSTEM, () => {
        const data = requiredRecord(reply, 'SJ');
        return toRequested(data, () => toAppointment(requiredRecord(data, 'YY')));
      });
    },

    async ping(call) {
      const reply = await exchange('cxXtSj', {}, call);
      reading(SYSTEM, () => requiredText(requiredRecord(reply, 'SJ'), 'XTSJ'));
    },
    close: () => connector.close(),
  };
}

/** @throws LegacyFailure for a failure, which comes inside HTTP 200, and for a code that is neither. */
function succeeded(reply: XmlRecord): XmlRecord {
  if (reply.JGM === SUCCESS) return reply;
  if (reply.JGM === FAILURE) throw unavailable('the system answered that it failed', true, { resultCode: FAILURE });
  throw unreadable('the reply has no result code that we know');
}

/**
 * The records of one reply by their keys. One that was not asked for, one that comes twice or a count that differs means
 * that the reply is not what it seems.
 */
function readRecords<Key extends string, Answer>(
  reply: XmlRecord,
  kind: KeyKind<Key>,
  asked: readonly Key[],
  read: (record: XmlRecord) => Answer,
): [Key, Answer][] {
  return reading(SYSTEM, () => {
    const missing = new Set(asked);
    return countedRecords(reply, kind.record).map((record) => {
      const key = kind.read(requiredText(record, kind.key));
      if (key === null || !missing.delete(key)) throw new UnreadableField(kind.key, 'is not one that was asked for');
      return [key, read(record)];
    });
  });
}

/** As many as the reply says that it holds: a list that was cut must not pass for a short one. */
function countedRecords(reply: XmlRecord, item: string): readonly XmlRecord[] {
  const records = recordsIn(reply, 'SJ', item);
  if (requiredText(reply, 'JLS') !== String(records.length)) {
    throw new UnreadableField('JLS', 'is not the number of records');
  }
  return records;
}

/** The system's code of what the caller chose among ours. */
function codeOf<Value>(codes: ReadonlyMap<Value, string>, value: Value): string {
  const code = codes.get(value);
  if (code === undefined) throw new TypeError('12309 has no code for this value');
  return code;
}
