import type { XmlRecord } from '#adapters/soap/value.ts';
import { documentCode, FLAGS, openAgency, openCode } from '#adapters/systems/codes.ts';
import { AGENCIES, AGENCY_SCHEME } from '#adapters/systems/court-12368/codes.ts';
import {
  DELIVERY_METHODS,
  DELIVERY_SCHEME,
  DOCUMENT_SCHEME,
  DOCUMENTS,
} from '#adapters/systems/court-12368/document-codes.ts';
import { dateTime, legalDate } from '#adapters/systems/court-12368/fields.ts';
import type { HearingNoticeRecord } from '#adapters/systems/court-12368/port.ts';
import type { DeliveryRecord, DocumentRecord } from '#adapters/systems/records/documents.ts';
import { readable } from '#adapters/systems/records/needed.ts';
import {
  coded,
  keyedRecords,
  recordsIn,
  requiredCode,
  requiredText,
  text,
} from '#adapters/systems/records/xml-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

/** Documents (文书) in the words of the port. All throw {@link UnreadableField}. */

/** `cxWsXx`. */
export function toDocuments(record: XmlRecord): readonly DocumentRecord[] {
  return keyedRecords(record, 'JZWSLB', 'JZWS', 'WSBH').map((document) => ({
    ...toDocumentOf(document),
    issuer: agencyOf('ZZDW', requiredText(document, 'ZZDW')),
    issuedOn: legalDate(document, 'QFRQ'),
    sealed: requiredCode(document, 'SFQZ', FLAGS),
    signatureValid: coded(document, 'YQJG', FLAGS),
    digest: toDigest(document),
    deliveries: recordsIn(document, 'SDJLLB', 'SDJL').map(toDelivery),
  }));
}

/** What names a document, in its own record and beside what refers to it. */
export function toDocumentOf(record: XmlRecord): NonNullable<HearingNoticeRecord['document']> {
  return {
    documentKey: requiredText(record, 'WSBH'),
    code: documentCode(DOCUMENT_SCHEME, requiredText(record, 'WSDM'), DOCUMENTS),
    title: requiredText(record, 'WSMC'),
    number: text(record, 'WSWH'),
  };
}

/** WSZYZ holds bare hexadecimal digits, in whatever case. */
function toDigest(record: XmlRecord): string | null {
  const digits = text(record, 'WSZYZ');
  if (digits === null) return null;
  return readable('WSZYZ', /^[\da-f]{64}$/i.test(digits) ? `sm3:${digits.toLowerCase()}` : null);
}

function agencyOf(element: string, local: string): string {
  return openAgency(element, local, AGENCY_SCHEME, AGENCIES);
}

function toDelivery(record: XmlRecord): DeliveryRecord {
  const servedAgency = text(record, 'SSDDW');
  const partyKey = text(record, 'SSDRXH');
  if ((servedAgency === null) === (partyKey === null)) throw new UnreadableField('SDJL', 'is to nobody, or to two');
  return {
    agencyCode: servedAgency && agencyOf('SSDDW', servedAgency),
    partyKey,
    to: requiredText(record, 'SSDMC'),
    method: openCode(DELIVERY_SCHEME, requiredText(record, 'SDFS'), DELIVERY_METHODS),
    servedAt: dateTime(record, 'SDSJ'),
    ok: requiredCode(record, 'SFSD', FLAGS),
  };
}
