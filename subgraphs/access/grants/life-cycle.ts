import type { Principal } from '#auth/envelope/envelope.ts';
import type { GrantAct } from '#schema/enums/grant-act.ts';
import type { GrantDecision } from '#schema/enums/grant-decision.ts';
import { isHeadOf, isSecurityOfficer } from '#subgraphs/access/grants/deciders.ts';
import { type Grant, isSameAccount, isSamePerson, statusOf } from '#subgraphs/access/grants/grant.ts';
import { BREAK_GLASS_MINUTES, MINUTE_MS } from '#subgraphs/access/grants/limits.ts';

/** What becomes of a grant by one act: the line in its history, and what of it changes. */
export interface Change {
  readonly act: GrantAct;
  readonly state: Grant['state'];
  readonly until: Date;
  readonly liveFrom: Date | null;
  readonly endedAt: Date | null;
  /** The rule that permitted the act, for the log. */
  readonly rule: string;
}

/** Why an act is not done: who may not see the grant is told that there is none, and nobody decides what is decided. */
export interface Refusal {
  readonly code: 'NOT_FOUND' | 'FORBIDDEN' | 'CONFLICT';
  readonly rule:
    | 'deny.absent'
    | 'deny.own-grant'
    | 'deny.not-decider'
    | 'deny.not-security-officer'
    | 'deny.same-approver'
    | 'deny.grant-state';
}

export type Outcome = Change | Refusal;

export function isRefusal(outcome: Outcome): outcome is Refusal {
  return 'code' in outcome;
}

/** Whose list shows a grant: the applicant's, the agency's whose matter it is, every security officer's. */
export function maySee(grant: Grant, caller: Principal): boolean {
  return isSecurityOfficer(caller) || isHeadOf(grant.agency, caller) || isSameAccount(grant.applicant, caller);
}

/**
 * Decides an application, for the one who may: a head of the agency whose matter it is, or for break-glass a security officer, of whom
 * it takes two; never the applicant. Security officers give nothing over business data alone (DOMAIN 5.3).
 */
export function decided(grant: Grant, caller: Principal, decision: GrantDecision, now: Date): Outcome {
  if (!maySee(grant, caller)) return { code: 'NOT_FOUND', rule: 'deny.absent' };
  if (isSamePerson(grant.applicant, caller)) return { code: 'FORBIDDEN', rule: 'deny.own-grant' };
  const isDecider = grant.kind === 'BREAK_GLASS' ? isSecurityOfficer(caller) : isHeadOf(grant.agency, caller);
  if (!isDecider) return { code: 'FORBIDDEN', rule: 'deny.not-decider' };
  if (statusOf(grant, now) !== 'REQUESTED') return { code: 'CONFLICT', rule: 'deny.grant-state' };
  if (decision === 'REFUSE') return ended(grant, 'REFUSED', 'permit.grant-refused', now);
  const approvals = grant.history.filter(({ act }) => act === 'APPROVED');
  if (approvals.some(({ by }) => isSamePerson(by, caller))) return { code: 'CONFLICT', rule: 'deny.same-approver' };
  const approval = { act: 'APPROVED', endedAt: null } as const;
  if (grant.kind === 'BREAK_GLASS' && approvals.length === 0)
    return { ...approval, state: 'REQUESTED', until: grant.until, liveFrom: null, rule: 'permit.grant-approved' };
  const live = { ...approval, state: 'LIVE', liveFrom: now } as const;
  if (grant.kind !== 'BREAK_GLASS') return { ...live, until: grant.until, rule: 'permit.grant-approved' };
  const until = new Date(now.getTime() + BREAK_GLASS_MINUTES * MINUTE_MS);
  return { ...live, until, rule: 'permit.break-glass' };
}

/** Ends a grant, or an application, at once: any, for a security officer. */
export function revoked(grant: Grant, caller: Principal, now: Date): Outcome {
  if (!maySee(grant, caller)) return { code: 'NOT_FOUND', rule: 'deny.absent' };
  if (!isSecurityOfficer(caller)) return { code: 'FORBIDDEN', rule: 'deny.not-security-officer' };
  const status = statusOf(grant, now);
  if (status !== 'REQUESTED' && status !== 'LIVE') return { code: 'CONFLICT', rule: 'deny.grant-state' };
  return ended(grant, 'REVOKED', 'permit.grant-revoked', now);
}

function ended({ until, liveFrom }: Grant, state: 'REFUSED' | 'REVOKED', rule: string, now: Date): Change {
  return { act: state, state, until, liveFrom, endedAt: now, rule };
}
