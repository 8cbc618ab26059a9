import type { DeliveryRecord, DocumentRecord } from '#adapters/systems/records/documents.ts';
import { showsOwnRowsOnly } from '#auth/decisions/views.ts';
import { documentUid } from '#subgraphs/kit/document-uid.ts';
import type { VisibleRecord } from '#subgraphs/kit/owner-context.ts';
import type { OwnerDocument } from '#subgraphs/kit/owner-rows.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';

/** A document as the caller may see it: where only the caller's own rows are shown, with the services on the caller's own side. */
export function toOwnerDocument(document: DocumentRecord, visible: VisibleRecord): OwnerDocument {
  const { documentKey, deliveries, ...described } = document;
  return {
    ...described,
    documentUid: documentUid(document.issuer, documentKey),
    deliveries: deliveries
      .filter((delivery) => mayShow(delivery, visible))
      .map(({ to, method, servedAt, ok }) => ({ to, method: method.name, servedAt, ok })),
  };
}

/** Counsel reads the whole file (CPL 40); a party sees what was served on the party's own side (DOMAIN 5.2). */
export function mayShowDocument({ deliveries }: DocumentRecord, visible: VisibleRecord): boolean {
  return visible.view !== 'PARTY' || deliveries.some((delivery) => mayShow(delivery, visible));
}

function mayShow({ partyKey }: DeliveryRecord, { recordNo, view, mayShowParty }: VisibleRecord): boolean {
  return partyKey === null ? !showsOwnRowsOnly(view) : mayShowParty(partyKeyIn(recordNo, partyKey));
}
