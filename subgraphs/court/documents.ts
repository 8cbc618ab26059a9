import type { HearingNoticeRecord } from '#adapters/systems/court-12368/port.ts';
import type { DeliveryRecord, DocumentRecord } from '#adapters/systems/records/documents.ts';
import { showsOwnRowsOnly } from '#auth/decisions/views.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import type { CourtContext } from '#subgraphs/court/context.ts';
import { documentUid } from '#subgraphs/kit/document-uid.ts';
import type { VisibleRecord } from '#subgraphs/kit/owner-context.ts';
import type { OwnerDocument } from '#subgraphs/kit/owner-rows.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';
import type { ReferredDocument } from '#subgraphs/kit/shared/legal-document.ts';

/** A document as the caller may see it: where only the caller's own rows are shown, with the services on the caller's own side. */
export function toOwnerDocument(document: DocumentRecord, visible: VisibleRecord): OwnerDocument {
  const { documentKey, deliveries, ...described } = document;
  return {
    ...described,
    documentUid: documentUid('12368', document.issuer, documentKey),
    deliveries: deliveries
      .filter((delivery) => mayShow(delivery, visible))
      .map(({ to, method, servedAt, ok }) => ({ to, method: method.name, servedAt, ok })),
  };
}

/** A document of the court's own, to which a notice refers: its entry in the list is asked for where more than the notice tells is. */
export function referredDocument(
  context: CourtContext,
  visible: VisibleRecord,
  { documentKey, ...told }: NonNullable<HearingNoticeRecord['document']>,
): ReferredDocument {
  const { recordNo, agencyCode: issuer } = visible;
  return {
    ...told,
    documentUid: documentUid('12368', issuer, documentKey),
    issuer,
    async entry() {
      const documents = (await context.documents.load(recordNo as CourtCaseNo)) ?? [];
      const document = documents.find((each) => each.documentKey === documentKey);
      if (document) return toOwnerDocument(document, visible);
      const cause = new Error('a notice refers to a document that is not in the list');
      throw new DepartmentError('DEPARTMENT_DATA_INVALID', { department: 'COURT', system: '12368', cause });
    },
  };
}

/** Counsel reads the whole file (CPL 40); a party sees what was served on the party's own side (DOMAIN 5.2). */
export function mayShowDocument({ deliveries }: DocumentRecord, visible: VisibleRecord): boolean {
  return visible.view !== 'PARTY' || deliveries.some((delivery) => mayShow(delivery, visible));
}

function mayShow({ partyKey }: DeliveryRecord, { recordNo, view, mayShowParty }: VisibleRecord): boolean {
  return partyKey === null ? !showsOwnRowsOnly(view) : mayShowParty(partyKeyIn(recordNo, partyKey));
}
