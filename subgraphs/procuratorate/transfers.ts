import type { RecordNo } from '#adapters/systems/procuratorate-12309/record-no.ts';
import type { TransferredDocument } from '#adapters/systems/records/documents.ts';
import type { TransferRecord } from '#adapters/systems/records/transfers.ts';
import type { TransferStatus } from '#schema/enums/transfer-status.ts';
import { documentUid } from '#subgraphs/kit/document-uid.ts';
import { ownerList } from '#subgraphs/kit/owner-list.ts';
import type { OwnerDocument, OwnerTransfer } from '#subgraphs/kit/owner-rows.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';
import type { ProcuratorateContext } from '#subgraphs/procuratorate/context.ts';
import { isPolice } from '#subgraphs/procuratorate/documents.ts';

/** What is not sent yet is the procuratorate's own work, and shown to its own staff alone. */
const UNSENT: ReadonlySet<TransferStatus> = new Set(['DRAFT', 'SIGNED']);

/**
 * Hand-overs as the procuratorate recorded them, of reviews and of what is not accepted yet. The police see those in which they have a
 * part, the desk that receives packages (案管) those that came in.
 */
export const transfers = ownerList<OwnerTransfer, ProcuratorateContext>(
  'Transfer',
  'TRANSFERS',
  async ({ recordNo, agencyCode, view }, context) => {
    const isOwn = context.envelope.principal.agency === agencyCode;
    return ((await context.transfers.load(recordNo as RecordNo)) ?? [])
      .filter(({ status }) => isOwn || !UNSENT.has(status))
      .filter(({ from, to }) => view !== 'POLICE' || isPolice(from) || isPolice(to))
      .filter(({ to }) => view !== 'INTAKE' || to === agencyCode)
      .map((transfer) => toOwnerTransfer(recordNo, transfer));
  },
);

export function toOwnerTransfer(recordNo: string, { transferKey, ...transfer }: TransferRecord): OwnerTransfer {
  return {
    ...transfer,
    transferUid: transferUid(transferKey),
    partyKeys: transfer.partyKeys.map((key) => partyKeyIn(recordNo, key)),
    documents: transfer.documents.map((document) => toPacked(transfer.from, document)),
    checklist: transfer.checklist.map(({ documentKey: _key, ...item }) => item),
    replaces: transfer.replaces === null ? null : transferUid(transfer.replaces),
  };
}

export function transferUid(transferKey: string): string {
  return `12309:${transferKey}`;
}

/** A package's list does not name the issuer: it is taken to be the sender. */
function toPacked(issuer: string, { documentKey, ...document }: TransferredDocument): OwnerDocument {
  return { ...document, documentUid: documentUid('12309', issuer, documentKey), issuer, sealed: null, deliveries: [] };
}
