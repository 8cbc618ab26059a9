import { fileURLToPath } from 'node:url';
import type { LegacyLimits } from '#adapters/connector/limits.ts';
import type { CallObserver } from '#adapters/connector/observe.ts';
import { createSoapConnector, type SoapLogger } from '#adapters/soap/connector.ts';
import { judgeResult, type ResultRule } from '#adapters/soap/faults/result-rule.ts';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { only, readAnswers } from '#adapters/systems/answers.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { askInLists } from '#adapters/systems/lists.ts';
import { FAILURE, SUCCESS, SYSTEM } from '#adapters/systems/procuratorate-12309/codes.ts';
import { loadDocuments } from '#adapters/systems/procuratorate-12309/documents.ts';
import type { KeyKind } from '#adapters/systems/procuratorate-12309/keys.ts';
import { recordsIn, requiredText } from '#adapters/systems/records/xml-fields.ts';
import { reading, UnreadableField } from '#adapters/systems/unreadable-field.ts';

export interface ProcuratorateSystemSettings {
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

const WSDL = fileURLToPath(new URL('./procuratorate-12309.wsdl', import.meta.url));
/** What an operation takes at most. */
const MAX_KEYS = 50;
const MAX_PAGE = 500;
/** A failure comes inside HTTP 200, under one code for whatever failed. */
const RESULT: ResultRule = {
  codeAt: ['JGM'],
  success: new Set([SUCCESS]),
  retryable: new Set([FAILURE]),
  sentenceAt: ['JGMS'],
};

/** The forms that calls of 12309 have. Nothing is connected before the first. @throws DepartmentError from its methods. */
export async function createExchange(settings: ProcuratorateSystemSettings) {
  const { user, password, ...reached } = settings;
  const documents = await loadDocuments();
  const connector = await createSoapConnector({
    ...SYSTEM,
    ...reached,
    wsdl: WSDL,
    charset: { declared: 'GBK', sent: 'gb18030' },
    isRead: (operation) => operation.startsWith('cx'),
  });

  /** One call: `CS` goes out, `XY` comes back with success. */
  function send(operation: string, CS: XmlRecord, call: LegacyCall): Promise<XmlRecord> {
    const request = documents.write(operation, { YHM: user, KL: password, LSH: call.requestId, CS });
    return connector.call(operation, { in0: request }, call, {
      shareKey: JSON.stringify(CS),
      read: (reply) => judgeResult(documents.read(operation, reply[`${operation}Return`]), RESULT),
    });
  }

  /** What `read` makes of each record that the procuratorate has; a call for every 50 keys. */
  async function ask<Key extends string, Answer>(
    operation: string,
    kind: KeyKind<Key>,
    keys: readonly Key[],
    call: LegacyCall,
    read: (record: XmlRecord) => Answer,
  ): Promise<Map<Key, Answer>> {
    const known = keys.filter((key) => kind.write(key) !== null);
    return askInLists(MAX_KEYS, known, async (asked) => {
      const written = asked.flatMap((key) => kind.write(key) ?? []);
      const reply = await send(operation, { [kind.list]: { [kind.key]: written } }, call);
      const records = reading(SYSTEM, () => countedRecords(reply, kind.record));
      const { key: field, keyOf } = kind;
      return readAnswers(SYSTEM, records, { keys: asked, field, keyOf }, (own) => read(only(field, own)));
    });
  }

  /** The records after a key as it stands, one call. @throws RangeError where `size` is not 1 to 500 */
  async function askPage(
    operation: string,
    { after, size, ...others }: Page,
    call: LegacyCall,
    { record, key }: KeyKind<string>,
  ): Promise<readonly XmlRecord[]> {
    if (!(Number.isInteger(size) && size >= 1 && size <= MAX_PAGE)) throw new RangeError(`a page is 1 to ${MAX_PAGE}`);
    const reply = await send(operation, { ...others, HZ: after ?? '', TS: String(size) }, call);
    return reading(SYSTEM, () => {
      const records = countedRecords(reply, record);
      const seen = new Set([after, ...records.map((each) => requiredText(each, key))]);
      if (records.length > size || seen.size <= records.length) throw new UnreadableField(record, 'is no next page');
      return records;
    });
  }

  return { send, ask, askPage, close: () => connector.close() };
}

/** `after` the last key of the page before, `null` for the first; beside it what else the operation takes. */
type Page = { readonly after: string | null; readonly size: number; readonly DWDM?: string };

/** As many as the reply says that it holds: a list that was cut must not pass for a short one. */
function countedRecords(reply: XmlRecord, item: string): readonly XmlRecord[] {
  const records = recordsIn(reply, 'SJ', item);
  if (requiredText(reply, 'JLS') !== String(records.length)) {
    throw new UnreadableField('JLS', 'is not the number of records');
  }
  return records;
}
