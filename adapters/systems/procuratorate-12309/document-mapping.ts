import type { XmlRecord } from '#adapters/soap/value.ts';
import { documentCode, FLAGS, openCode } from '#adapters/systems/codes.ts';
import {
  DELIVERY_METHODS,
  DELIVERY_SCHEME,
  DOCUMENT_SCHEME,
  DOCUMENTS,
  TRANSFER_KINDS,
  TRANSFER_STATUSES,
} from '#adapters/systems/procuratorate-12309/codes.ts';
import { agency, count, dateTime, legalDate, requiredAgency } from '#adapters/systems/procuratorate-12309/fields.ts';
import { toLinkedNumbers } from '#adapters/systems/procuratorate-12309/mapping.ts';
import type { IncomingTransferRecord } from '#adapters/systems/procuratorate-12309/port.ts';
import type { DeliveryRecord, DocumentRecord, TransferredDocument } from '#adapters/systems/records/documents.ts';
import { readable } from '#adapters/systems/records/needed.ts';
import type { ChecklistItem, TransferRecord } from '#adapters/systems/records/transfers.ts';
import {
  coded,
  keyedRecords,
  recordsIn,
  requiredCode,
  requiredText,
  text,
  textsIn,
} from '#adapters/systems/records/xml-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

/** Documents and transfers in the words of the port. All throw {@link UnreadableField}. */

/** `cxWsXx`. */
export function toDocuments(record: XmlRecord): readonly DocumentRecord[] {
  return keyedRecords(record, 'WSLB', 'WS', 'WSBH').map((document) => ({
    ...toDocument(document),
    issuer: requiredAgency(document, 'ZZDW'),
    sealed: requiredCode(document, 'SFQZ', FLAGS),
    deliveries: recordsIn(document, 'SDLB', 'SD').map(toDelivery),
  }));
}

/** `cxYsXx`, by the time of sending: the texts are all of one form and one zone, so they sort as they are. */
export function toTransfers(record: XmlRecord): readonly TransferRecord[] {
  return keyedRecords(record, 'YSLB', 'YS', 'YSBH').map(toTransfer).sort(bySending);
}

/** One `<DW>` of `cxSjx`. */
export function toInbox(record: XmlRecord): readonly IncomingTransferRecord[] {
  return keyedRecords(record, 'YSLB', 'YS', 'YSBH')
    .map((transfer) => ({
      ...toTransfer(transfer),
      linkedNumbers: toLinkedNumbers({ GALB: transfer.GALB ?? null, SAHLB: { BMSAH: [] } }),
    }))
    .sort(bySending);
}

function bySending(a: TransferRecord, b: TransferRecord): number {
  const [first, second] = [a.sentAt ?? '', b.sentAt ?? ''];
  return Number(first > second) - Number(first < second);
}

function toTransfer(record: XmlRecord): TransferRecord {
  return {
    transferKey: requiredText(record, 'YSBH'),
    kind: requiredCode(record, 'YSLX', TRANSFER_KINDS),
    status: requiredCode(record, 'YSZT', TRANSFER_STATUSES),
    round: count(record, 'LC'),
    from: requiredAgency(record, 'FCDW'),
    to: requiredAgency(record, 'JSDW'),
    sentAt: dateTime(record, 'FCSJ'),
    receivedAt: dateTime(record, 'JSSJ'),
    partyKeys: textsIn(record, 'RYLB', 'RYXH'),
    documents: keyedRecords(record, 'WSLB', 'WS', 'WSBH').map(toDocument),
    checklist: recordsIn(record, 'CLLB', 'CL').map(toChecklistItem),
    replaces: text(record, 'THBH'),
  };
}

function toDocument(record: XmlRecord): TransferredDocument {
  return {
    documentKey: requiredText(record, 'WSBH'),
    code: documentCode(DOCUMENT_SCHEME, requiredText(record, 'WSDM'), DOCUMENTS),
    title: requiredText(record, 'WSMC'),
    number: text(record, 'WH'),
    issuedOn: legalDate(record, 'QFRQ'),
    signatureValid: coded(record, 'YQJG', FLAGS),
    digest: toDigest(record),
  };
}

/** ZYZ holds bare hexadecimal digits, in whatever case. */
function toDigest(record: XmlRecord): string | null {
  const digits = text(record, 'ZYZ');
  return digits === null ? null : readable('ZYZ', /^[\da-f]{64}$/i.test(digits) ? `sm3:${digits.toLowerCase()}` : null);
}

function toDelivery(record: XmlRecord): DeliveryRecord {
  const agencyCode = agency(record, 'SSDDW');
  const partyKey = text(record, 'SSDRXH');
  if ((agencyCode === null) === (partyKey === null)) throw new UnreadableField('SD', 'is to nobody, or to two');
  return {
    agencyCode,
    partyKey,
    to: requiredText(record, 'SSDMC'),
    method: openCode(DELIVERY_SCHEME, requiredText(record, 'SDFS'), DELIVERY_METHODS),
    servedAt: dateTime(record, 'SDSJ'),
    ok: requiredCode(record, 'SFSD', FLAGS),
  };
}

/** The intake desk does not say which document answers an item. */
function toChecklistItem(record: XmlRecord): ChecklistItem {
  return {
    code: requiredText(record, 'CLDM'),
    label: requiredText(record, 'CLMC'),
    required: requiredCode(record, 'SFBX', FLAGS),
    present: requiredCode(record, 'SFYF', FLAGS),
    note: text(record, 'BZ'),
    documentKey: null,
  };
}
