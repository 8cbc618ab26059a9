import type { LiveGrant } from '#auth/grants/live-grant.ts';
import type { CaseView, ConditionId } from '#auth/policies/vocabulary.ts';
import type { Purpose } from '#schema/purposes.ts';

/** What access asks at casework's `POST /explain`, as JSON. */
export interface ExplainQuestion {
  readonly askers: readonly ExplainedAsker[];
  /** A number of the case, of any kind; `null` for what is decided without one. */
  readonly number: string | null;
  /** Coordinates (`Type.field`); or the text of a document, all of whose fields are explained, and no coordinates. */
  readonly fields: readonly string[];
  readonly operation: string | null;
  /** Security time at which grants are looked at, ISO 8601; `null` is now. */
  readonly at: string | null;
  /** Leaves out what is denied: a list of those who may see. */
  readonly permittedOnly: boolean;
}

/** An account as its token would tell of it, the purpose it would state, and its grants in force then. */
export interface ExplainedAsker {
  readonly issuer: string;
  readonly subject: string;
  readonly username: string;
  readonly roles: readonly string[];
  readonly agency: string | null;
  readonly staffNo: string | null;
  readonly licenceNo: string | null;
  readonly purpose: Purpose | null;
  readonly grants: readonly LiveGrant[];
}

/** Why one account may or may not see one field. Rules are named by id: their texts stand in the policy. */
export interface FieldExplanation {
  /** Which of the askers, by place. */
  readonly asker: number;
  /** `Type.field`. */
  readonly field: string;
  readonly allowed: boolean;
  readonly rule: string;
  /** How much of the case it is seen in; `null` where that is nothing, or where it is about no case. */
  readonly view: CaseView | null;
  readonly grant: string | null;
  /** What was looked at, in order, and how it stands. Their texts stand in the policy too. */
  readonly conditions: readonly ConditionState[];
}

/** `null` where the rule does not ask for it, it was not reached, or nothing may be said of it. */
export type ConditionState = readonly [id: ConditionId, holds: boolean | null];
