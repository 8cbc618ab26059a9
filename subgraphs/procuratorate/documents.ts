import { isTransferKey, type RecordNo } from '#adapters/systems/procuratorate-12309/record-no.ts';
import type { DeliveryRecord, DocumentRecord } from '#adapters/systems/records/documents.ts';
import { departmentOfAgency } from '#schema/agencies.ts';
import { documentUid } from '#subgraphs/kit/document-uid.ts';
import type { VisibleRecord } from '#subgraphs/kit/owner-context.ts';
import { ownerList } from '#subgraphs/kit/owner-list.ts';
import type { OwnerDocument } from '#subgraphs/kit/owner-rows.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';
import type { ProcuratorateContext } from '#subgraphs/procuratorate/context.ts';

/**
 * Issued documents of the reviews. The police see what is addressed to them, the desk that receives packages (案管) what came in and so
 * nothing of what was decided; whoever reads the file reads all of it (CPL 40).
 */
export const documents = ownerList<OwnerDocument, ProcuratorateContext>(
  'LegalDocument',
  'DOCUMENTS',
  async (visible, context) => {
    const recordNo = visible.recordNo as RecordNo;
    if (isTransferKey(recordNo)) return [];
    return ((await context.documents.load(recordNo)) ?? [])
      .filter((document) => isOpen(document, visible))
      .map((document) => toOwnerDocument(document, visible));
  },
);

export function toOwnerDocument(
  { documentKey, deliveries, ...document }: DocumentRecord,
  visible: VisibleRecord,
): OwnerDocument {
  return {
    ...document,
    documentUid: documentUid('12309', document.issuer, documentKey),
    deliveries: deliveries
      .filter((delivery) => isShown(delivery, visible))
      .map(({ to, method, servedAt, ok }) => ({ to, method: method.name, servedAt, ok })),
  };
}

function isOpen(document: DocumentRecord, { view, agencyCode }: VisibleRecord): boolean {
  if (view === 'POLICE') return isForPolice(document);
  return view !== 'INTAKE' || document.issuer !== agencyCode;
}

/** Deliveries to agencies, and to the persons whose rows the caller sees; the desk that receives packages sees no names. */
function isShown({ partyKey }: DeliveryRecord, { recordNo, view, mayShowParty }: VisibleRecord): boolean {
  if (partyKey === null) return true;
  return view !== 'INTAKE' && mayShowParty(partyKeyIn(recordNo, partyKey));
}

function isForPolice({ issuer, deliveries }: DocumentRecord): boolean {
  return [issuer, ...deliveries.map(({ agencyCode }) => agencyCode ?? '')].some(isPolice);
}

export function isPolice(agencyCode: string): boolean {
  const department = departmentOfAgency(agencyCode);
  return department === 'POLICE' || department === 'DETENTION_CENTRE';
}
