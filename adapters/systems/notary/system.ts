import { fileURLToPath } from 'node:url';
import type { LegacyLimits } from '#adapters/connector/limits.ts';
import type { CallObserver } from '#adapters/connector/observe.ts';
import { createSoapConnector, type SoapLogger } from '#adapters/soap/connector.ts';
import type { TlsIdentity } from '#adapters/soap/security/tls.ts';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { only, readAnswers, readPage } from '#adapters/systems/answers.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { askInLists } from '#adapters/systems/lists.ts';
import { NOT_FOUND, SYSTEM } from '#adapters/systems/notary/codes.ts';
import { countedRecords } from '#adapters/systems/notary/fields.ts';
import { toFacts, toIngested, toRecordKey, toVerification } from '#adapters/systems/notary/mapping.ts';
import { toKey, toOffice, toParts } from '#adapters/systems/notary/numbers.ts';
import {
  type CertificateKey,
  certificateKey,
  type NotarySystem,
  UNKNOWN_CERTIFICATE,
} from '#adapters/systems/notary/port.ts';
import { reading, UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { inChinaTime } from '#schema/calendar.ts';
import type { UnifiedSocialCreditCode } from '#schema/identifiers/kinds.ts';

export interface NotarySystemSettings {
  /** Where the service is, as `https://host:port/path`: the address that its WSDL gives cannot be reached. */
  readonly endpoint: string;
  /** Our client certificate, and the authority of the platform's. */
  readonly tls: TlsIdentity;
  /** @default 4 MiB */
  readonly maxReplyBytes?: number;
  /** @default `DEFAULT_LIMITS` */
  readonly limits?: Partial<LegacyLimits>;
  /** DateTime for `checkedAt`. @default the real time */
  readonly now?: () => string;
  readonly logger?: SoapLogger;
  readonly observer?: CallObserver;
}

const WSDL = fileURLToPath(new URL('./notary.wsdl', import.meta.url));
/** What the facts operation takes at most. */
const MAX_KEYS = 50;
const MAX_PAGE = 500;
/** What a call gives where the fault says that there is no such certificate. */
const NOTHING: XmlRecord = {};
const chinaTime = () => inChinaTime(Date.now());

/** 公证云 over SOAP 1.2. Nothing is connected before the first call. @throws DepartmentError from its methods. */
export async function createNotarySystem(settings: NotarySystemSettings): Promise<NotarySystem> {
  const { tls, now = chinaTime, ...reached } = settings;
  const connector = await createSoapConnector({
    ...SYSTEM,
    ...reached,
    wsdl: WSDL,
    security: [{ kind: 'mtls', ...tls }],
    faultDetail: { codeAt: ['FuwuCuowu', 'cuowuDaima'], answers: new Map([[NOT_FOUND, NOTHING]]) },
    isRead: () => true,
  });

  async function factsOf(keys: readonly CertificateKey[], call: LegacyCall) {
    const reply = await connector.call('quanxian', { gongzhengshu: keys.map(toParts) }, call);
    const records = reading(SYSTEM, () => countedRecords(reply, 'zongshu', 'gongzhengshu'));
    const asked = { keys, field: 'liushuiHao', keyOf: toKey };
    return readAnswers(SYSTEM, records, asked, (own) => toFacts(only(asked.field, own)));
  }

  return {
    async verify(officeUscc, number, digest, call) {
      const key = certificateKey(officeUscc, number);
      // Never the answer to somebody who asked before: a certificate may be revoked in between.
      const reply = await connector.call('hecha', toParts(key), call, { read: (record) => record, shareKey: null });
      const checkedAt = now();
      return reading(SYSTEM, () => {
        const known = reply !== NOTHING;
        if (known && toKey(reply) !== key) throw new UnreadableField('liushuiHao', 'is not the one that was asked for');
        const looked = { officeUscc, number, checkedAt };
        return known ? toVerification(reply, digest, looked) : { ...looked, ...UNKNOWN_CERTIFICATE };
      });
    },
    certificateFacts: (keys, call) => askInLists(MAX_KEYS, keys, (list) => factsOf(list, call)),
    async page(officeUscc, after, limit, call) {
      if (!(Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE))
        throw new RangeError('a page has 1 to 500 rows');
      const request = { jigouDaima: officeUscc, ...(after !== null && { qishiHao: after }), tiaoshu: String(limit) };
      const reply = await connector.call('mulu', request, call);
      const records = reading(SYSTEM, () => pageIn(reply, officeUscc, after, limit));
      return readPage(SYSTEM, records, toRecordKey, toIngested);
    },
    async ping(call) {
      await connector.call('shijian', {}, call);
    },
    close: () => connector.close(),
  };
}

/** Another office's, or one that does not come after the one before it, would make paging skip or repeat. */
function pageIn(
  reply: XmlRecord,
  office: UnifiedSocialCreditCode,
  after: string | null,
  limit: number,
): readonly XmlRecord[] {
  const page = countedRecords(reply, 'zongshu', 'gongzhengshu');
  if (page.length > limit) throw new UnreadableField('zongshu', 'is more than was asked for');
  let before = BigInt(after ?? -1);
  for (const record of page) {
    const key = BigInt(toRecordKey(record));
    if (toOffice(record) !== office || key <= before) throw new UnreadableField('pingtaiHao', 'is out of place');
    before = key;
  }
  return page;
}
