import type { DocumentReference } from '#adapters/systems/records/documents.ts';
import type { ArrestDecision } from '#schema/enums/arrest-decision.ts';
import type { ArrestDecisionStatus } from '#schema/enums/arrest-decision-status.ts';
import type { ArrestReviewStatus } from '#schema/enums/arrest-review-status.ts';
import type { ProsecutionOutcome } from '#schema/enums/prosecution-outcome.ts';
import type { ProsecutionReviewStatus } from '#schema/enums/prosecution-review-status.ts';
import type { AcceptanceNo, UnifiedAcceptanceNo } from '#schema/identifiers/kinds.ts';

/** Records of the two reviews. */

interface ReviewRecord {
  readonly acceptanceNo: AcceptanceNo;
  /** The procuratorate that has the case, as `agencyCode`. */
  readonly agencyCode: string;
  /** The number as the procuratorate wrote it. */
  readonly rawNumber: string;
  readonly unifiedNo: UnifiedAcceptanceNo | null;
  readonly prosecutor: Prosecutor | null;
  /** Last day of the review, as the procuratorate itself states it. */
  readonly limitOn: string | null;
}

export interface Prosecutor {
  readonly staffNo: string;
  readonly displayName: string;
  /** As the procuratorate writes it: 检察官, 检察官助理. */
  readonly title: string;
}

/** 审查逮捕 */
export interface ArrestReviewRecord extends ReviewRecord {
  readonly status: ArrestReviewStatus;
  readonly receivedOn: string;
  readonly decisions: readonly ArrestDecisionRecord[];
}

export interface ArrestDecisionRecord {
  readonly partyKey: string;
  readonly decision: ArrestDecision;
  readonly status: ArrestDecisionStatus;
  readonly decidedOn: string | null;
  /** One of `documentsByCase`. */
  readonly document: DocumentReference | null;
  /** 补充侦查提纲, with a refusal for insufficient evidence. */
  readonly supplementOutline: DocumentReference | null;
  readonly executedAt: string | null;
  /** Last day for the receipt (MPS-Rules 140, 142), as the procuratorate itself states it. */
  readonly receiptDueOn: string | null;
}

/** 审查起诉 */
export interface ProsecutionReviewRecord extends ReviewRecord {
  readonly status: ProsecutionReviewStatus;
  readonly acceptedOn: string | null;
  /** Returns for supplementary investigation: at most two (CPL 175). */
  readonly returnsUsed: number;
  readonly returnsLeft: number;
  readonly returns: readonly ReturnRecord[];
  readonly outcomes: readonly PersonOutcomeRecord[];
}

/** 退回补充侦查. The review's period runs anew from the resubmission. */
export interface ReturnRecord {
  readonly round: number;
  readonly returnedOn: string;
  readonly resubmittedOn: string | null;
  readonly outline: DocumentReference | null;
}

export interface PersonOutcomeRecord {
  readonly partyKey: string;
  readonly outcome: ProsecutionOutcome;
  readonly on: string | null;
  readonly document: DocumentReference | null;
}
