import type { CrimeName, Dispute } from '#demo/bulk/causes.ts';
import { civilPlan } from '#demo/bulk/civil.ts';
import { criminalPlan } from '#demo/bulk/criminal.ts';
import type { Day } from '#demo/bulk/days.ts';
import type { PlannedDocument } from '#demo/bulk/documents.ts';
import type { BulkPerson } from '#demo/bulk/people.ts';
import { PROFILES, type ProfileName, profileOf } from '#demo/bulk/profiles.ts';
import type { Timeline } from '#demo/bulk/timeline.ts';
import type { Lawyer } from '#demo/world/staff.ts';
import type { ArrestDecision } from '#schema/enums/arrest-decision.ts';
import type { MeasureKind } from '#schema/enums/measure-kind.ts';
import type { TransferKind } from '#schema/enums/transfer-kind.ts';

/** What happened in a generated case, in the words of the graph. Times are `yyyy-MM-dd HH:mm:ss` of China. */
export type Plan = CriminalPlan | CivilPlan;

interface CasePlan {
  readonly index: number;
  readonly caseUid: string;
  readonly profile: ProfileName;
  readonly title: string;
  readonly times: Timeline;
  /** 09:00 or 14:30 of the day of the hearing. */
  readonly hearing: { readonly at: string; readonly room: string; readonly open: boolean } | null;
}

export interface CriminalPlan extends CasePlan {
  readonly kind: 'CRIMINAL';
  readonly crime: CrimeName;
  readonly policeCaseNo: string;
  /** Numbers in canonical form; null where the case has not come so far. */
  readonly arrestNo: string | null;
  readonly prosecutionNo: string | null;
  readonly unifiedNo: string | null;
  readonly courtNo: string | null;
  readonly appealNo: string | null;
  readonly suspects: readonly Suspect[];
  readonly victims: readonly Victim[];
  readonly documents: readonly PlannedDocument[];
  readonly transfers: readonly PlannedTransfer[];
  readonly legalAid: PlannedLegalAid | null;
}

export interface Suspect extends BulkPerson {
  readonly place: number;
  /** Null where no arrest was asked for. */
  readonly decision: PlannedDecision | null;
  readonly measures: readonly PlannedMeasure[];
  /** 委托辩护, from the referral for prosecution on. */
  readonly retained: { readonly lawyer: Lawyer; readonly from: Day } | null;
}

export interface PlannedDecision {
  readonly decision: ArrestDecision;
  readonly document: PlannedDocument | null;
  readonly outline: PlannedDocument | null;
  /** Of an arrest. */
  readonly executedAt: string | null;
}

export interface PlannedMeasure {
  readonly kind: MeasureKind;
  readonly from: string;
  readonly limitOn: Day;
  readonly endedAt: string | null;
  readonly document: PlannedDocument | null;
}

export interface Victim extends BulkPerson {
  readonly place: number;
  /** Of a protected person (CPL 64). */
  readonly alias: string | null;
}

/** Always completed: what waits is in the lists of users who may not see a generated case. */
export interface PlannedTransfer {
  readonly kind: TransferKind;
  readonly record: 'ARREST_REVIEW' | 'PROSECUTION_REVIEW';
  readonly round: number | null;
  readonly from: string;
  readonly to: string;
  readonly sentAt: string;
  readonly receivedAt: string;
  readonly documents: readonly PlannedDocument[];
}

export interface PlannedLegalAid {
  readonly legalAidId: string;
  readonly number: string;
  readonly letter: string;
  /** The suspect, by place. */
  readonly beneficiary: number;
  readonly stage: 'PROSECUTION_REVIEW' | 'FIRST_INSTANCE';
  readonly ground: 'MINOR' | 'ORDINARY_PROCEDURE_NO_DEFENDER';
  readonly notifiedAt: string;
  readonly assignBy: Day;
  readonly assignedOn: Day;
  readonly closedOn: Day | null;
  readonly lawyer: Lawyer;
}

export interface CivilPlan extends CasePlan {
  readonly kind: 'CIVIL' | 'MEDIATION';
  readonly dispute: Dispute;
  readonly courtNo: string | null;
  readonly mediationNo: string | null;
  readonly plaintiff: BulkPerson;
  readonly defendant: BulkPerson;
  /** 诉讼代理人 of the plaintiff. */
  readonly agent: Lawyer | null;
  /** 标的额, in yuan. */
  readonly claim: number;
  /** In yuan; null before a case is docketed. */
  readonly fee: {
    readonly amount: number;
    readonly noticedOn: Day;
    readonly dueOn: Day;
    readonly paid: boolean;
  } | null;
}

/** What happened in the case of this index: a pure function of the two. */
export function planOf(seed: number, index: number): Plan {
  return PROFILES[profileOf(index)].kind === 'CRIMINAL' ? criminalPlan(seed, index) : civilPlan(seed, index);
}
