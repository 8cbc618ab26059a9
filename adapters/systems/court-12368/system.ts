import { fileURLToPath } from 'node:url';
import type { LegacyLimits } from '#adapters/connector/limits.ts';
import type { CallObserver } from '#adapters/connector/observe.ts';
import { createSoapConnector, type SoapLogger } from '#adapters/soap/connector.ts';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { only, readAnswers, readPage } from '#adapters/systems/answers.ts';
import { COURT_CODES, SYSTEM } from '#adapters/systems/court-12368/codes.ts';
import { toDocuments } from '#adapters/systems/court-12368/document-mapping.ts';
import { toCalendar, toFees, toHearings, toNotices } from '#adapters/systems/court-12368/hearing-mapping.ts';
import { BY_CASE, BY_TICKET, type KeyKind } from '#adapters/systems/court-12368/keys.ts';
import {
  toCaseFacts,
  toCaseRecord,
  toIngestedCase,
  toRecordKey,
  toRepresentations,
} from '#adapters/systems/court-12368/mapping.ts';
import { toParties } from '#adapters/systems/court-12368/party-mapping.ts';
import { type CourtSystem, MOST_HEARINGS } from '#adapters/systems/court-12368/port.ts';
import { countedRecords, nextPage } from '#adapters/systems/court-12368/replies.ts';
import { SERVICE_CODES } from '#adapters/systems/court-12368/ticket-codes.ts';
import { toIssuedTicket, toTicket, toTicketFacts } from '#adapters/systems/court-12368/ticket-mapping.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { askInLists } from '#adapters/systems/lists.ts';
import { reading } from '#adapters/systems/unreadable-field.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

export interface CourtSystemSettings {
  /** Where the service is, as `http(s)://host:port/path`. */
  readonly endpoint: string;
  readonly user: string;
  readonly password: string;
  /** @default 4 MiB */
  readonly maxReplyBytes?: number;
  /** @default `DEFAULT_LIMITS` */
  readonly limits?: Partial<LegacyLimits>;
  readonly logger?: SoapLogger;
  readonly observer?: CallObserver;
}

const WSDL = fileURLToPath(new URL('./court-12368.wsdl', import.meta.url));
/** What an operation takes at most. */
const MAX_KEYS = 50;
const MAX_PAGE = 500;

/** The court's 12368 over SOAP. Nothing is connected before the first call. @throws DepartmentError from its methods. */
export async function createCourtSystem(settings: CourtSystemSettings): Promise<CourtSystem> {
  const { user, password, ...reached } = settings;
  const connector = await createSoapConnector({
    ...SYSTEM,
    ...reached,
    wsdl: WSDL,
    security: [{ kind: 'wsse-digest', user, password }],
    isRead: (operation) => operation.startsWith('cx'),
  });

  /** What `read` makes of each record that the court knows; a call for every 50 keys. */
  async function ask<Key extends string, Answer>(
    operation: string,
    kind: KeyKind<Key>,
    keys: readonly Key[],
    call: LegacyCall,
    read: (record: XmlRecord) => Answer,
  ): Promise<Map<Key, Answer>> {
    return askInLists(MAX_KEYS, keys, async (asked) => {
      const reply = await connector.call(operation, { [kind.asked]: { [kind.key]: asked } }, call);
      const records = reading(SYSTEM, () => countedRecords(reply, kind.list, kind.record));
      const { key: field, keyOf } = kind;
      return readAnswers(SYSTEM, records, { keys: asked, field, keyOf }, (own) => read(only(field, own)));
    });
  }

  return {
    caseFacts: (numbers, call) => ask('cxAjQx', BY_CASE, numbers, call, toCaseFacts),
    casesByNumber: (numbers, call) => ask('cxAjXx', BY_CASE, numbers, call, toCaseRecord),
    partiesByCase: (numbers, call) => ask('cxDsrXx', BY_CASE, numbers, call, toParties),
    hearingsByCase: (numbers, call) => ask('cxKtXx', BY_CASE, numbers, call, toHearings),
    noticesByCase: (numbers, call) => ask('cxKtTz', BY_CASE, numbers, call, toNotices),
    feesByCase: (numbers, call) => ask('cxJfXx', BY_CASE, numbers, call, toFees),
    documentsByCase: (numbers, call) => ask('cxWsXx', BY_CASE, numbers, call, toDocuments),
    representationsByCase: (numbers, call) => ask('cxWtDl', BY_CASE, numbers, call, toRepresentations),
    ticketFacts: (numbers, call) => ask('cxGdQx', BY_TICKET, numbers, call, toTicketFacts),
    ticketsByNumber: (numbers, call) => ask('cxGdXx', BY_TICKET, numbers, call, toTicket),

    async calendar({ agencyCode, staffNo, from, to }, call) {
      const FYDM = COURT_CODES.get(agencyCode);
      if (FYDM === undefined) return [];
      // One more than may be shown tells a full list from a cut one.
      const request = { FYDM, RYBH: staffNo, QSRQ: from, JZRQ: to, ZDTS: String(MOST_HEARINGS + 1) };
      const reply = await connector.call('cxKtRl', request, call);
      return reading(SYSTEM, () => {
        const count = countedRecords(reply, 'KTRLLB', 'KTRL').length;
        if (count > MOST_HEARINGS) throw tooManyHearings();
        return toCalendar(reply);
      });
    },

    async page(after, limit, call) {
      requirePageSize(limit);
      const reply = await connector.call('cxAjFy', { HZAH: after ?? '', MYTS: String(limit) }, call);
      const records = reading(SYSTEM, () => nextPage(reply, BY_CASE, after, limit));
      return readPage(SYSTEM, records, toRecordKey, toIngestedCase);
    },

    async ticketsByOffice({ agencyCode, first, after }, call) {
      requirePageSize(first);
      const FYDM = COURT_CODES.get(agencyCode);
      if (FYDM === undefined) return [];
      const reply = await connector.call('cxGdFy', { FYDM, HZGDBH: after ?? '', MYTS: String(first) }, call);
      return reading(SYSTEM, () => nextPage(reply, BY_TICKET, after, first).map(toTicket));
    },

    async createTicket({ kind, agencyCode, caseNo, text, complainant, idempotencyKey }, call) {
      const request = {
        MDJH: idempotencyKey,
        FYDM: codeOf(COURT_CODES, agencyCode),
        GDSX: codeOf(SERVICE_CODES, kind),
        GLAJAH: caseNo ?? '',
        SQNR: text,
        TJRXM: complainant?.name ?? '',
        TJRZJH: complainant?.idNumber ?? '',
      };
      const reply = await connector.call('tjGd', request, call);
      return reading(SYSTEM, () => toIssuedTicket(reply));
    },

    async ping(call) {
      await connector.call('cxXtSj', {}, call);
    },
    close: () => connector.close(),
  };
}

function requirePageSize(limit: number): void {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE)) throw new RangeError(`a page is 1 to ${MAX_PAGE}`);
}

function tooManyHearings(): GraphError {
  return new GraphError('BAD_USER_INPUT', {
    zh: `该时间段内的开庭超过 ${MOST_HEARINGS} 场，请缩短时间段。`,
    en: `There are more than ${MOST_HEARINGS} hearings in this time: ask for a shorter one.`,
  });
}

/** The system's code of what the caller chose among ours. */
function codeOf<Value>(codes: ReadonlyMap<Value, string>, value: Value): string {
  const code = codes.get(value);
  if (code === undefined) throw new TypeError('12368 has no code for this value');
  return code;
}
