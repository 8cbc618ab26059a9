import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type { LegalAidGround } from '#schema/enums/legal-aid-ground.ts';
import type { LegalAidStatus } from '#schema/enums/legal-aid-status.ts';
import type { LawyerLicenceNo, LegalAidId } from '#schema/identifiers/kinds.ts';

/** What 法援在线 gives, in the words of the graph. Dates are `yyyy-MM-dd`, date-times carry `+08:00`. Absent is `null`. */
export interface LegalAidSystem {
  /** Facts for decisions, one statement a list of at most 50; an id that the system does not know is not in the map. */
  caseFacts(ids: readonly LegalAidId[], call: LegacyCall): Promise<Map<LegalAidId, LegalAidFacts>>;
  casesById(ids: readonly LegalAidId[], call: LegacyCall): Promise<Map<LegalAidId, LegalAidRecord>>;
  /** Lawyers assigned by the legal aid institution, through the PL/SQL package. */
  assignmentsByCase(ids: readonly LegalAidId[], call: LegacyCall): Promise<Map<LegalAidId, readonly AssignedLawyer[]>>;
  /** The register of lawyers (律师执业登记), one statement a list of at most 50. */
  lawyersByLicence(
    licenceNos: readonly LawyerLicenceNo[],
    call: LegacyCall,
  ): Promise<Map<LawyerLicenceNo, LegalAidLawyer>>;
  ping(call: LegacyCall): Promise<void>;
  close(): Promise<void>;
}

/** What every row says for a decision about itself. */
export interface LegalAidFacts {
  readonly legalAidId: LegalAidId;
  /** The institution (法律援助机构) whose officers handle it, as `agencyCode`. */
  readonly agencyCode: string;
  readonly sealed: boolean;
}

export type { LegalAidGround, LegalAidStatus };

export interface LegalAidRecord extends LegalAidFacts {
  /** 法律援助案号 as written; its format differs from place to place, so it is never a key. */
  readonly rawNumber: string;
  readonly ground: LegalAidGround;
  readonly status: LegalAidStatus;
  readonly notifiedAt: string | null;
  /** Last day for the assignment, as the system itself states it (LAL 36). */
  readonly assignBy: string | null;
  readonly lawyer: LegalAidLawyer | null;
}

export interface LegalAidLawyer {
  readonly licenceNo: LawyerLicenceNo;
  readonly name: string;
  /** 律师事务所: unified social credit code and name. */
  readonly firm: { readonly uscc: string; readonly name: string } | null;
}

export interface AssignedLawyer extends LegalAidFacts {
  readonly kind: 'NOTIFIED_AID' | 'APPLIED_AID' | 'DUTY_LAWYER';
  readonly lawyer: { readonly licenceNo: LawyerLicenceNo; readonly name: string };
  readonly from: string;
  readonly to: string | null;
}
