import type { OracleRow } from '#adapters/oracle/statement.ts';
import { documentCode, FLAGS } from '#adapters/systems/codes.ts';
import { DOCUMENT_SCHEME, DOCUMENTS, TRANSFER_KINDS, TRANSFER_STATUSES } from '#adapters/systems/police/codes.ts';
import {
  count,
  dateTime,
  groupedBy,
  legalDate,
  listed,
  once,
  requiredAgency,
} from '#adapters/systems/police/fields.ts';
import type { DocumentRecord, TransferredDocument } from '#adapters/systems/records/documents.ts';
import { readable } from '#adapters/systems/records/needed.ts';
import { coded, requiredCode, requiredText, text } from '#adapters/systems/records/oracle-fields.ts';
import type { ChecklistItem, TransferRecord } from '#adapters/systems/records/transfers.ts';

/** Documents and hand-overs in the words of the port. All throw UnreadableField. */

/** V_WSQD. */
export function toDocuments(rows: readonly OracleRow[]): readonly DocumentRecord[] {
  return once('WSBH', rows).map((row) => ({
    ...toDocument(row),
    issuer: requiredAgency(row, 'ZZJG'),
    sealed: requiredCode(row, 'QZBZ', FLAGS),
    deliveries: [],
  }));
}

/** V_YSCL: a row for each item of the checklist, with the document that answers it, or one without. */
export function toTransfers(rows: readonly OracleRow[]): readonly TransferRecord[] {
  return groupedBy('YSBH', rows).map(([first, items]) => ({
    transferKey: requiredText(first, 'YSBH'),
    kind: requiredCode(first, 'YSLX', TRANSFER_KINDS),
    status: requiredCode(first, 'YSZT', TRANSFER_STATUSES),
    round: count(first, 'YSCS'),
    from: requiredAgency(first, 'FCJG'),
    to: requiredAgency(first, 'JSJG'),
    sentAt: dateTime(first, 'FCSJ'),
    receivedAt: dateTime(first, 'JSSJ'),
    partyKeys: listed(first, 'SARYBH'),
    documents: documentsOf(items),
    checklist: text(first, 'XH') === null ? [] : once('XH', items).map(toChecklistItem),
    replaces: text(first, 'THYSBH'),
  }));
}

/** One document may answer several items. */
function documentsOf(items: readonly OracleRow[]): readonly TransferredDocument[] {
  const answered = items.filter((row) => text(row, 'WSBH') !== null);
  return groupedBy('WSBH', answered).map(([row]) => toDocument(row));
}

function toDocument(row: OracleRow): TransferredDocument {
  return {
    documentKey: requiredText(row, 'WSBH'),
    code: documentCode(DOCUMENT_SCHEME, requiredText(row, 'WSDM'), DOCUMENTS),
    title: requiredText(row, 'WSMC'),
    number: text(row, 'WH'),
    issuedOn: legalDate(row, 'ZZSJ'),
    signatureValid: coded(row, 'YQJG', FLAGS),
    digest: toDigest(row),
  };
}

/** ZYZ holds bare hexadecimal digits, in whatever case. */
function toDigest(row: OracleRow): string | null {
  const digits = text(row, 'ZYZ');
  return digits === null ? null : readable('ZYZ', /^[\da-f]{64}$/i.test(digits) ? `sm3:${digits.toLowerCase()}` : null);
}

function toChecklistItem(row: OracleRow): ChecklistItem {
  return {
    code: requiredText(row, 'CLDM'),
    label: requiredText(row, 'CLMC'),
    required: requiredCode(row, 'BBBZ', FLAGS),
    present: requiredCode(row, 'YBBZ', FLAGS),
    note: text(row, 'BZ'),
    documentKey: text(row, 'WSBH'),
  };
}
