import type { LawyerLicenceNo } from '#schema/identifiers/kinds.ts';

/** What a decision about a case's record needs of its owner. */
export interface CaseFacts<Function extends string> {
  /** The agency that has the case, as `agencyCode`. */
  readonly agencyCode: string;
  readonly sealed: boolean;
  /** A state-secrecy label (密级) on the record, which must never have come here; such a case is absent. */
  readonly labelled: boolean;
  readonly assignments: readonly { readonly staffNo: string; readonly function: Function }[];
  /** Staff whose recusal (回避) was decided. */
  readonly recusedStaffNos: readonly string[];
  readonly counsel: readonly Counsel[];
}

/** A power of attorney (委托手续) that is filed with this department and in force. */
export interface Counsel {
  readonly licenceNo: LawyerLicenceNo;
  /** The client, by the system's own key of the person in the case. */
  readonly partyKey: string;
}

/** The same with what is shown of it. A decision does not need that: it may be missing, and what cannot be read throws where it is asked for. */
export interface FiledCounsel extends Counsel {
  readonly name: string | null;
  /** LegalDate of the power of attorney. */
  readonly from: string | null;
}
