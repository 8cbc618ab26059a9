import type { CustodyHandover, CustodyRecord, MeasureRecord } from '#adapters/systems/police/port.ts';
import type { DocumentRecord, TransferredDocument } from '#adapters/systems/records/documents.ts';
import type { TransferRecord } from '#adapters/systems/records/transfers.ts';
import { documentUid } from '#subgraphs/kit/document-uid.ts';
import type {
  OwnerCustody,
  OwnerDocument,
  OwnerHandover,
  OwnerMeasure,
  OwnerTransfer,
} from '#subgraphs/kit/owner-rows.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';

/** The port's records as rows for casework: parties by the keys that casework keeps, everything else by uids. */

export function toMeasure(recordNo: string, { measureKey, documentKey, ...measure }: MeasureRecord): OwnerMeasure {
  return {
    ...measure,
    measureUid: `police:${measureKey}`,
    partyKey: partyKeyIn(recordNo, measure.partyKey),
    documentUid: documentKey === null ? null : documentUid('police', measure.decidedBy, documentKey),
  };
}

/** Hand-overs by time; those not sent yet last. */
export function toCustody(recordNo: string, { policeCaseNo: _number, ...custody }: CustodyRecord): OwnerCustody {
  const handovers = custody.handovers.map(toHandover);
  return {
    ...custody,
    partyKey: partyKeyIn(recordNo, custody.partyKey),
    handovers: handovers.sort((a, b) => compareTimes(a.sentAt ?? '9999', b.sentAt ?? '9999')),
  };
}

export function toHandover({ handoverKey, ...handover }: CustodyHandover): OwnerHandover {
  return { ...handover, handoverUid: `police:${handoverKey}` };
}

/** The police record no service. */
export function toDocument({ documentKey, ...document }: DocumentRecord): OwnerDocument {
  return { ...document, documentUid: documentUid('police', document.issuer, documentKey), deliveries: [] };
}

export function toTransfer(recordNo: string, { transferKey, ...transfer }: TransferRecord): OwnerTransfer {
  return {
    ...transfer,
    transferUid: `police:${transferKey}`,
    partyKeys: transfer.partyKeys.map((key) => partyKeyIn(recordNo, key)),
    documents: transfer.documents.map((document) => toTransferred(transfer.from, document)),
    checklist: transfer.checklist.map(({ documentKey: _key, ...item }) => item),
    replaces: transfer.replaces === null ? null : `police:${transfer.replaces}`,
  };
}

/** A package's list does not name the issuer, who is taken to be the sender. */
function toTransferred(issuer: string, { documentKey, ...document }: TransferredDocument): OwnerDocument {
  return { ...document, documentUid: documentUid('police', issuer, documentKey), issuer, sealed: null, deliveries: [] };
}

export function compareTimes(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
