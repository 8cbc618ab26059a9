import type { TransferredDocument } from '#adapters/systems/records/documents.ts';
import type { TransferKind } from '#schema/enums/transfer-kind.ts';
import type { TransferStatus } from '#schema/enums/transfer-status.ts';

/** A hand-over between two agencies (移送), as one of them recorded it. */
export interface TransferRecord {
  readonly transferKey: string;
  readonly kind: TransferKind;
  readonly status: TransferStatus;
  /** Of a return or a resubmission: 1 or 2. */
  readonly round: number | null;
  /** Agencies, as `agencyCode`. */
  readonly from: string;
  readonly to: string;
  readonly sentAt: string | null;
  readonly receivedAt: string | null;
  /** Persons of the case, by the system's own keys. */
  readonly partyKeys: readonly string[];
  /** What the package holds, as this department found it. */
  readonly documents: readonly TransferredDocument[];
  readonly checklist: readonly ChecklistItem[];
  /** The transfer that this one takes the place of, after a rejection for its form. */
  readonly replaces: string | null;
}

export interface ChecklistItem {
  readonly code: string;
  readonly label: string;
  readonly required: boolean;
  readonly present: boolean;
  readonly note: string | null;
  /** The document that answers the item, where the system says which. */
  readonly documentKey: string | null;
}
