import type { UnreadableRecord } from '#adapters/systems/answers.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type { CaseFacts } from '#adapters/systems/records/facts.ts';
import type { LinkedNumber } from '#adapters/systems/records/linked-number.ts';
import type { IngestedParty, PartyRecord } from '#adapters/systems/records/parties.ts';
import type { Code } from '#schema/codes.ts';
import type { LegalAidGround } from '#schema/enums/legal-aid-ground.ts';
import type { LegalAidStatus } from '#schema/enums/legal-aid-status.ts';
import type { LegalStatus } from '#schema/enums/legal-status.ts';
import type { Stage } from '#schema/enums/stage.ts';
import type { CaseUid, LawyerLicenceNo, LegalAidId } from '#schema/identifiers/kinds.ts';

/**
 * What 法援在线 gives, in the words of the graph. Dates are `yyyy-MM-dd`, date-times carry `+08:00`. Absent is `null`. A key that
 * the system does not know, or has nothing of this kind for, is not in the map, and a record that cannot be read is an error in its
 * place. A record with a secrecy label (密级) has facts
 * only. Sealed records are given; the facts say that they are sealed.
 */
export interface LegalAidSystem {
  /** Facts for decisions, one statement a list of at most 50. */
  caseFacts(ids: readonly LegalAidId[], call: LegacyCall): Promise<Map<LegalAidId, LegalAidFacts>>;
  casesById(ids: readonly LegalAidId[], call: LegacyCall): Promise<Map<LegalAidId, LegalAidRecord>>;
  /** 受援人, each with the numbers that never leave the owner's process unmasked. */
  beneficiariesByCase(ids: readonly LegalAidId[], call: LegacyCall): Promise<Map<LegalAidId, BeneficiaryRecord>>;
  /** Lawyers assigned by the legal aid institution, in the order of assignment, through the PL/SQL package. */
  assignmentsByCase(ids: readonly LegalAidId[], call: LegacyCall): Promise<Map<LegalAidId, readonly AssignedLawyer[]>>;
  /** The register of lawyers (律师执业登记), one statement a list of at most 50. */
  lawyersByLicence(
    licenceNos: readonly LawyerLicenceNo[],
    call: LegacyCall,
  ): Promise<Map<LawyerLicenceNo, LegalAidLawyer>>;
  /**
   * An institution's cases by `legalAidId`, a page of them, one statement; sealed and labelled ones are not in it. Fewer than
   * `first` means that there are no more. @throws RangeError where `first` is not 1 to 500
   */
  inbox(page: LegalAidInboxPage, call: LegacyCall): Promise<readonly (LegalAidRecord | UnreadableRecord)[]>;
  /**
   * 指派, through the PL/SQL package; what it answers was read again once the assignment stood. The same request again assigns
   * nobody again and gives the same assignment: a call whose answer was lost may be repeated.
   * @throws GraphError NOT_FOUND for an id that the system does not know, or only as sealed or labelled; CONFLICT where the case
   * cannot be assigned, or the idempotency key was used for another assignment; BAD_USER_INPUT for a lawyer who is not in the
   * register or not practising, and for an idempotency key of another form
   */
  assign(request: AssignmentRequest, call: LegacyCall): Promise<AssignedCase>;
  /**
   * For the registry's ingest only: the records after a key, by key, sealed and labelled ones among them and flagged.
   * Fewer than `limit` means that there are no more. One statement.
   * @param after the last key of the page before, as it stands there; `null` for the first page
   * @param limit 1 to 500 @throws RangeError
   */
  page(
    after: string | null,
    limit: number,
    call: LegacyCall,
  ): Promise<readonly (IngestedLegalAidCase | UnreadableRecord)[]>;
  ping(call: LegacyCall): Promise<void>;
  close(): Promise<void>;
}

/**
 * What every row says for a decision about itself. The agency is the institution (法律援助机构) whose officers handle it. It
 * knows no recusals, and no powers of attorney: whom it assigned is among the assigned lawyers.
 */
export interface LegalAidFacts extends CaseFacts<'LEGAL_AID_OFFICER'> {
  readonly legalAidId: LegalAidId;
}

export type { LegalAidGround, LegalAidStatus };

export interface LegalAidRecord extends LegalAidFacts {
  /** 法律援助案号 as written; its format differs from place to place, so it is never a key. */
  readonly rawNumber: string;
  readonly ground: LegalAidGround;
  /** One legal aid case a stage (DOMAIN 2.8); `null` where it is of no procedure. */
  readonly stage: Stage | null;
  readonly status: LegalAidStatus;
  readonly beneficiary: Beneficiary | null;
  /** The organ (办案机关) whose notice it is, as `agencyCode`; `null` on an application. */
  readonly notifiedBy: string | null;
  readonly notifiedAt: string | null;
  /** Last day for the assignment, as the system itself states it (LAL 36). */
  readonly assignBy: string | null;
  /** The number that the case has at the organ, as its notice writes it. */
  readonly linkedNumbers: readonly LinkedNumber[];
  readonly lawyer: LegalAidLawyer | null;
}

/** A person is what the stage makes of those whom the organs accuse: the institution hears no more of it. */
export type BeneficiaryStatus = Extract<LegalStatus, 'SUSPECT' | 'DEFENDANT' | 'NOT_APPLICABLE'>;

/** 受援人: a legal aid case has one, so its id is the party's key. */
export type Beneficiary = Omit<BeneficiaryRecord, 'idNumber' | 'phone'>;
export type BeneficiaryRecord = PartyRecord<BeneficiaryStatus>;

export interface LegalAidLawyer {
  readonly licenceNo: LawyerLicenceNo;
  readonly name: string;
  /** 律师事务所: unified social credit code and name. */
  readonly firm: { readonly uscc: string; readonly name: string } | null;
  /** 执业类别, the licence number's tenth digit (DOMAIN 3.9). */
  readonly category: Code;
  /** Year of first approval, by the licence number. */
  readonly firstLicensedYear: number;
  /** Whether practising now (执业). */
  readonly active: boolean;
}

export interface AssignedLawyer extends LegalAidFacts {
  readonly kind: 'NOTIFIED_AID' | 'APPLIED_AID' | 'DUTY_LAWYER';
  readonly lawyer: { readonly licenceNo: LawyerLicenceNo; readonly name: string };
  readonly from: string;
  readonly to: string | null;
  /** Of the letter (公函) that tells the organ of the assignment, as written; `null` before it is issued. */
  readonly letterNumber: string | null;
}

export interface LegalAidInboxPage {
  readonly agencyCode: string;
  /** `null`: whatever the status. */
  readonly status: LegalAidStatus | null;
  /** 1 to 500. */
  readonly first: number;
  /** The last key of the page before; `null` for the first page. */
  readonly after: LegalAidId | null;
}

export interface AssignmentRequest {
  readonly legalAidId: LegalAidId;
  readonly licenceNo: LawyerLicenceNo;
  /** The officer who assigns. */
  readonly staffNo: string;
  /** 1 to 64 characters of ASCII, no blanks; unlike any other caller's. */
  readonly idempotencyKey: string;
}

/** The assignment that a request led to, and the case as it stands now. */
export interface AssignedCase {
  /** 指派序号 within the case, from 1. */
  readonly assignmentNo: number;
  readonly record: LegalAidRecord;
}

/** A record as the registry takes it in: the facts, and what links it. Of a labelled one there is nothing but its flags. */
export interface IngestedLegalAidCase extends LegalAidFacts {
  /** 平台统一案号, where the platform has told the institution. */
  readonly caseUid: CaseUid | null;
  /** `null` of a labelled record only. */
  readonly status: LegalAidStatus | null;
  readonly linkedNumbers: readonly LinkedNumber[];
  readonly parties: readonly IngestedParty<BeneficiaryStatus>[];
}
