import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type { Code } from '#schema/codes.ts';
import type { CourtCaseStatus } from '#schema/enums/court-case-status.ts';
import type { TrialProcedure } from '#schema/enums/trial-procedure.ts';
import type { CourtCaseNo, LawyerLicenceNo } from '#schema/identifiers/kinds.ts';

/** What 12368 gives, in the words of the graph. Dates are `yyyy-MM-dd`, date-times carry `+08:00`. Absent is `null`. */
export interface CourtSystem {
  /** Facts for decisions, one call a list of at most 50; a number that the court does not know is not in the map. */
  caseFacts(numbers: readonly CourtCaseNo[], call: LegacyCall): Promise<Map<CourtCaseNo, CourtCaseFacts>>;
  casesByNumber(numbers: readonly CourtCaseNo[], call: LegacyCall): Promise<Map<CourtCaseNo, CourtCaseRecord>>;
  hearingsByCase(
    numbers: readonly CourtCaseNo[],
    call: LegacyCall,
  ): Promise<Map<CourtCaseNo, readonly HearingRecord[]>>;
  representationsByCase(
    numbers: readonly CourtCaseNo[],
    call: LegacyCall,
  ): Promise<Map<CourtCaseNo, readonly FiledRepresentation[]>>;
  /** Resolves when the system answers at all; for readiness. */
  ping(call: LegacyCall): Promise<void>;
  close(): Promise<void>;
}

export const COURT_FUNCTIONS = ['PRESIDING_JUDGE', 'JUDGE', 'ASSESSOR', 'CLERK'] as const;
export type CourtFunction = (typeof COURT_FUNCTIONS)[number];

export interface CourtCaseFacts {
  readonly courtCaseNo: CourtCaseNo;
  /** The court that has the case, as `agencyCode` (the system writes its own court code). */
  readonly agencyCode: string;
  readonly sealed: boolean;
  /** A state-secrecy label (密级) on the record, which must never have come here; such a case is absent. */
  readonly labelled: boolean;
  readonly assignments: readonly { readonly staffNo: string; readonly function: CourtFunction }[];
  /** Staff whose recusal (回避) was decided. */
  readonly recusedStaffNos: readonly string[];
}

export type { CourtCaseStatus, TrialProcedure };

export interface CourtCaseRecord {
  readonly courtCaseNo: CourtCaseNo;
  /** The number as the court wrote it. */
  readonly rawNumber: string;
  readonly status: CourtCaseStatus;
  readonly procedure: TrialProcedure | null;
  readonly cause: Code | null;
  readonly docketedOn: string | null;
  readonly trialLimitOn: string | null;
  readonly effectiveOn: string | null;
  readonly panel: readonly CourtOfficer[];
  readonly clerk: CourtOfficer | null;
}

export interface CourtOfficer {
  readonly staffNo: string;
  readonly displayName: string;
  /** As the court writes it: 审判长, 审判员, 人民陪审员, 书记员. */
  readonly title: string;
}

export interface HearingRecord {
  readonly hearingUid: string;
  readonly startsAt: string;
  readonly room: string | null;
  readonly open: boolean;
}

/** A power of attorney (委托手续) that was filed with the court. */
export interface FiledRepresentation {
  /** The court's own key of the party within the case (opaque here). */
  readonly partyKey: string;
  readonly kind: 'RETAINED' | 'AGENT';
  readonly lawyer: { readonly licenceNo: LawyerLicenceNo; readonly name: string };
  readonly from: string;
  readonly to: string | null;
}
