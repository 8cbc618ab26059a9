import { fileURLToPath } from 'node:url';
import { type LegacyFailure, unavailable, unreadable } from '#adapters/connector/failures.ts';
import type { SoapLogger } from '#adapters/soap/connector.ts';
import { createRpcConnector } from '#adapters/soap/rpc-connector.ts';
import { readXmlText, writeXmlText } from '#adapters/soap/xml-text.ts';
import type { XmlArguments, XmlRecord } from '#adapters/soap/xml-value.ts';
import { answersOf, only, readAnswers } from '#adapters/systems/answers.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { inListsOf } from '#adapters/systems/lists.ts';
import { FAILURE, SUCCESS } from '#adapters/systems/procuratorate-12309/codes.ts';
import { type Operation, replyDocument, requestDocument } from '#adapters/systems/procuratorate-12309/documents.ts';
import type { KeyKind } from '#adapters/systems/procuratorate-12309/keys.ts';
import { recordsIn, requiredText } from '#adapters/systems/records/xml-fields.ts';
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

export const SYSTEM = { department: 'PROCURATORATE', system: '12309' } as const;
const WSDL = fileURLToPath(new URL('./procuratorate-12309.wsdl', import.meta.url));
const DECLARED_CHARSET = 'GBK';
/** What an operation takes at most. */
const MAX_KEYS = 50;
const MAX_PAGE = 500;

/** The forms that calls of 12309 have. Nothing is connected before the first. @throws DepartmentError from its methods. */
export async function createExchange(settings: ProcuratorateSystemSettings) {
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
  async function send(operation: Operation, CS: XmlArguments, call: LegacyCall): Promise<XmlRecord> {
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
        const reply = await send(operation, { [kind.list]: { [kind.key]: written } }, call);
        const records = reading(SYSTEM, () => countedRecords(reply, kind.record));
        const { key: field, keyOf } = kind;
        return readAnswers(SYSTEM, records, { keys: asked, field, keyOf }, (own) => read(only(field, own)));
      }),
    );
    return answersOf(answers.flat());
  }

  /** The records after a key, one call. @throws RangeError where `size` is not 1 to 500 */
  async function askPage<Key extends string>(
    operation: Operation,
    { after, size, ...others }: Page,
    call: LegacyCall,
    { record, keyOf }: KeyKind<Key>,
  ): Promise<readonly XmlRecord[]> {
    if (!(Number.isInteger(size) && size >= 1 && size <= MAX_PAGE)) throw new RangeError(`a page is 1 to ${MAX_PAGE}`);
    const reply = await send(operation, { ...others, HZ: after ?? '', TS: String(size) }, call);
    return reading(SYSTEM, () => {
      const records = countedRecords(reply, record);
      const seen = new Set<string | null>([after, ...records.map(keyOf)]);
      if (records.length > size || seen.size <= records.length) throw new UnreadableField(record, 'is no next page');
      return records;
    });
  }

  return { send, ask, askPage, close: () => connector.close() };
}

/** `after` the last key of the page before, `null` for the first; beside it what else the operation takes. */
type Page = { readonly after: string | null; readonly size: number; readonly DWDM?: string };

/** @throws LegacyFailure for a failure, which comes inside HTTP 200, and for a code that is neither. */
function succeeded(reply: XmlRecord): XmlRecord {
  if (reply.JGM === SUCCESS) return reply;
  if (reply.JGM === FAILURE) throw failureSaid(String(reply.JGMS), { resultCode: FAILURE });
  throw unreadable('the reply has no result code that we know');
}

/** The code is the same for whatever failed. */
function failureSaid(text: string, facts: { resultCode: string }): LegacyFailure {
  if (/口令.*过期/.test(text)) return unavailable('the password of our account has expired', false, facts);
  if (/用户名|口令|账号/.test(text)) return unavailable('the system refuses our account', false, facts);
  return unavailable('the system answered that it failed', true, facts);
}

/** As many as the reply says that it holds: a list that was cut must not pass for a short one. */
function countedRecords(reply: XmlRecord, item: string): readonly XmlRecord[] {
  const records = recordsIn(reply, 'SJ', item);
  if (requiredText(reply, 'JLS') !== String(records.length)) {
    throw new UnreadableField('JLS', 'is not the number of records');
  }
  return records;
}
