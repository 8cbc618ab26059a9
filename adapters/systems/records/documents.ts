import type { Code } from '#schema/codes.ts';

/** A document by the key that its issuer has for it. */
export interface DocumentReference {
  readonly documentKey: string;
  /** 文书号 as written. */
  readonly number: string | null;
}

interface DescribedDocument extends DocumentReference {
  /** Of the catalogue (DOMAIN 2.13) where the kind is known, else the system's own code. */
  readonly code: Code;
  readonly title: string;
  readonly issuedOn: string | null;
  readonly signatureValid: boolean | null;
  /** `sm3:` and 64 hexadecimal digits. */
  readonly digest: string | null;
}

export interface DocumentRecord extends DescribedDocument {
  /** Issuing agency, as `agencyCode`. */
  readonly issuer: string;
  /** Whether it bears an electronic seal (签章). */
  readonly sealed: boolean;
  /** Where this department itself served it. */
  readonly deliveries: readonly DeliveryRecord[];
}

/** A document of either agency, as a package's list names it. */
export type TransferredDocument = DescribedDocument;

/** 送达, to an agency or to a party of the case: one of the two keys is there. */
export interface DeliveryRecord {
  readonly agencyCode: string | null;
  readonly partyKey: string | null;
  /** Name of the agency or person as this system shows it; of a protected person the alias. */
  readonly to: string;
  readonly method: Code;
  readonly servedAt: string | null;
  readonly ok: boolean;
}
