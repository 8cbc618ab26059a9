import type { Code } from '#schema/codes.ts';
import type { DepartmentFailure } from '#schema/errors/graph-error.ts';

/**
 * Rows of the lists that several departments feed, as an owner's subgraph gives them to casework: decided and masked by the owner.
 * Agencies are `agencyCode`, parties the keys that casework keeps, dates `yyyy-MM-dd`, date-times carry `+08:00`.
 */
export interface OwnerRows {
  readonly representations: OwnerRepresentation;
  readonly persons: OwnerPerson;
  readonly measures: OwnerMeasure;
  readonly custody: OwnerCustody;
  readonly documents: OwnerDocument;
  readonly transfers: OwnerTransfer;
  readonly deadlines: OwnerDeadline;
  readonly fileReading: OwnerFileReading;
  readonly readingSlots: OwnerReadingSlot;
}
export type ListName = keyof OwnerRows;

/** What an owner answers for one case: its rows, or how it failed. */
export type OwnerAnswer<Row> = { readonly rows: readonly Row[] } | { readonly failure: OwnerFailure };

/** What stands for the facts of a record about which the owner cannot say them. */
export interface UnstatedFacts {
  readonly recordNo: string;
  readonly failure: OwnerFailure;
}

export interface OwnerFailure extends DepartmentFailure {
  /** One record could not be read; the department answered. */
  readonly ofRecord?: true;
}

/** A lawyer who stands for a party. */
export interface OwnerRepresentation {
  readonly partyKey: string;
  readonly kind: string;
  readonly licenceNo: string;
  readonly lawyerName: string;
  readonly from: string;
  readonly to: string | null;
  /** Number of the letter (公函) or power of attorney that shows it. */
  readonly letterNumber: string | null;
}

/** Of a person, masked; nothing of a minor's number, nothing at all of a protected person. */
export interface OwnerPerson {
  readonly partyKey: string;
  readonly sexCode: string | null;
  readonly idNumberMasked: string | null;
  /** The department has an identity number that cannot be read. */
  readonly idNumberUnreadable?: true;
  readonly phoneMasked: string | null;
}

/** The fields of a person that are null without a live grant (WORLD 7). */
export const WHOLE_NUMBERS = ['Person.idNumber', 'Person.phone'] as const;
export type WholeNumber = (typeof WHOLE_NUMBERS)[number];

/** A person's own numbers, whole, under a grant that the owner itself has verified. They go to the one answer that asked, and are kept nowhere. */
export interface OwnerIdentity {
  readonly partyKey: string;
  readonly numbers: Readonly<Partial<Record<WholeNumber, string>>>;
}

export interface OwnerMeasure {
  readonly measureUid: string;
  readonly partyKey: string;
  readonly kind: string;
  readonly decidedBy: string;
  readonly approvedBy: string | null;
  readonly executedBy: string | null;
  readonly from: string | null;
  readonly limitOn: string | null;
  readonly endedOn: string | null;
  readonly familyNotifiedAt: string | null;
  readonly documentUid: string | null;
}

export interface OwnerCustody {
  readonly partyKey: string;
  readonly detentionCentre: string;
  readonly heldFor: string;
  readonly limitFrom: string;
  readonly limitTo: string;
  readonly handovers: readonly OwnerHandover[];
}

export interface OwnerHandover {
  readonly handoverUid: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly sentAt: string | null;
  readonly takenOverAt: string | null;
  readonly receiptAt: string | null;
}

/** A hand-over of the ledger of a detention centre, and whom it is about. */
export interface OwnerLedgerEntry {
  readonly partyKey: string;
  readonly handover: OwnerHandover;
}

export interface OwnerDocument {
  readonly documentUid: string;
  readonly code: Code;
  readonly title: string;
  readonly number: string | null;
  readonly issuer: string;
  readonly issuedOn: string | null;
  readonly sealed: boolean | null;
  readonly signatureValid: boolean | null;
  readonly digest: string | null;
  readonly deliveries: readonly OwnerDelivery[];
}

export interface OwnerDelivery {
  /** Name of the agency or person, as the owner shows it to this caller. */
  readonly to: string;
  readonly method: string | null;
  readonly servedAt: string | null;
  readonly ok: boolean;
}

export interface OwnerTransfer {
  readonly transferUid: string;
  readonly kind: string;
  readonly status: string;
  readonly round: number | null;
  readonly from: string;
  readonly to: string;
  readonly sentAt: string | null;
  readonly receivedAt: string | null;
  readonly partyKeys: readonly string[];
  readonly documents: readonly OwnerDocument[];
  readonly checklist: readonly OwnerChecklistItem[];
  readonly replaces: string | null;
}

/** A package of the inbox of an office, and the number by which its owner knows it. */
export interface OwnerInboxEntry {
  readonly recordNo: string;
  readonly transfer: OwnerTransfer;
}

export interface OwnerChecklistItem {
  readonly code: string;
  readonly label: string;
  readonly required: boolean;
  readonly present: boolean;
  readonly note: string | null;
}

export interface OwnerDeadline extends ReckonedDeadline {
  /** The agency whose record it is of. */
  readonly agencyCode: string;
}

export interface ReckonedDeadline {
  /** Of DOMAIN 2.7. */
  readonly code: string;
  /** Law article. */
  readonly basis: string;
  readonly partyKey: string | null;
  readonly startsOn: string;
  readonly dueOn: string;
  /** The last day may still move: the holidays of its year are not yet ordered. */
  readonly provisional: boolean;
  readonly state: string;
  /** The owner's own date stands here and differs from the computed one. */
  readonly differs: boolean;
}

/** That file reading is open in a case (CPL 40). */
export interface OwnerFileReading {
  readonly recordNo: string;
  /** The day on which the prosecution review was accepted. */
  readonly since: string;
}

/** The first free time for reading a file (SPP-Rules 49). */
export interface OwnerReadingSlot {
  readonly recordNo: string;
  readonly startsAt: string;
  readonly place: string | null;
}
