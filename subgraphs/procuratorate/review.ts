import type {
  ArrestReviewRecord,
  ProsecutionReviewRecord,
} from '#adapters/systems/procuratorate-12309/review-records.ts';
import type { DocumentReference } from '#adapters/systems/records/documents.ts';
import type { CaseView } from '#auth/decisions/views.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { AcceptanceNo } from '#schema/identifiers/kinds.ts';
import { documentUid } from '#subgraphs/kit/document-uid.ts';
import type { VisibleRecord } from '#subgraphs/kit/owner-context.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';
import type { ReferredDocument } from '#subgraphs/kit/shared/legal-document.ts';
import type { SharedOfficer } from '#subgraphs/kit/shared/officer.ts';
import type { ProcuratorateContext } from '#subgraphs/procuratorate/context.ts';
import { toOwnerDocument } from '#subgraphs/procuratorate/documents.ts';

/** A review, and how much of it the caller may see. */
export interface ReviewShown<Record extends ArrestReviewRecord | ProsecutionReviewRecord> {
  readonly record: Record;
  readonly visible: VisibleRecord;
}

/** Views that show what was decided, returned or found; the others show that the review is there and how it stands (WORLD 7). */
const WITH_DECISIONS: ReadonlySet<CaseView> = new Set(['WHOLE', 'POLICE', 'COUNSEL']);

export function showsDecisions({ view }: VisibleRecord): boolean {
  return WITH_DECISIONS.has(view);
}

/** Rows about the persons of a review that the caller may see. */
export function shownRows<Row extends { readonly partyKey: string }>(
  visible: VisibleRecord,
  rows: readonly Row[],
): Row[] {
  if (!showsDecisions(visible)) return [];
  return rows.filter(({ partyKey }) => visible.mayShowParty(partyKeyIn(visible.recordNo, partyKey)));
}

export function prosecutorOf({
  record: { prosecutor, agencyCode },
}: ReviewShown<ArrestReviewRecord | ProsecutionReviewRecord>): SharedOfficer | null {
  return prosecutor && { ...prosecutor, agencyCode };
}

/** A document that a review refers to. Its entry stands in the list of documents, which is asked for where more than the reference is. */
export function documentOf(
  context: ProcuratorateContext,
  visible: VisibleRecord,
  reference: DocumentReference | null,
): ReferredDocument | null {
  if (reference === null) return null;
  const { documentKey, number } = reference;
  const { recordNo, agencyCode: issuer } = visible;
  return {
    documentUid: documentUid('12309', issuer, documentKey),
    number,
    issuer,
    async entry() {
      const documents = (await context.documents.load(recordNo as AcceptanceNo)) ?? [];
      const document = documents.find((each) => each.documentKey === documentKey);
      if (document) return toOwnerDocument(document, visible);
      const cause = new Error('a review refers to a document that is not in the list');
      throw new DepartmentError('DEPARTMENT_DATA_INVALID', { department: 'PROCURATORATE', system: '12309', cause });
    },
  };
}
