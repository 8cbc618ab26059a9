import type { GrantKind } from '#auth/grants/live-grant.ts';
import type { GrantAct } from '#schema/enums/grant-act.ts';
import type { GrantStatus } from '#schema/enums/grant-status.ts';
import type { Purpose } from '#schema/purposes.ts';

/** An account as a grant remembers it: who applied or decided, as of then. */
export interface Party {
  readonly issuer: string;
  readonly subject: string;
  readonly username: string;
  readonly agency: string | null;
  readonly staffNo: string | null;
}

/** One line of a grant's history: who did what, when and why. */
export interface GrantEntry {
  readonly act: GrantAct;
  readonly at: Date;
  readonly by: Party;
  /** Redacted. */
  readonly reason: string;
}

/** A grant as the store keeps it. Times are security time. */
export interface Grant {
  readonly grantUid: string;
  readonly kind: GrantKind;
  /** As the applicant gave it: whether there is such a case, nobody has asked. */
  readonly caseUid: string;
  /** Coordinates; UNMASK only. */
  readonly fields: readonly string[];
  /** Whose matter it is: the applicant's own agency, or the organ that sealed the record. */
  readonly agency: string;
  readonly purpose: Purpose;
  /** Redacted. */
  readonly reason: string;
  /** Redacted. A record check names the law that allows it (SPP-Rules 484). */
  readonly legalBasis: string | null;
  readonly applicant: Party;
  /** Expiry is not a state of the store's: see {@link statusOf}. */
  readonly state: Exclude<GrantStatus, 'EXPIRED'>;
  readonly requestedAt: Date;
  /** When it lapses by itself, undecided or live. */
  readonly until: Date;
  readonly liveFrom: Date | null;
  /** In the order in which it happened; the application is the first. */
  readonly history: readonly GrantEntry[];
}

/** The status at an instant: what nobody ended lapses at `until`, to the millisecond. */
export function statusOf({ state, until }: Pick<Grant, 'state' | 'until'>, now: Date): GrantStatus {
  const isOpen = state === 'REQUESTED' || state === 'LIVE';
  return isOpen && until <= now ? 'EXPIRED' : state;
}

export function isSameAccount(
  one: Pick<Party, 'issuer' | 'subject'>,
  other: Pick<Party, 'issuer' | 'subject'>,
): boolean {
  return one.issuer === other.issuer && one.subject === other.subject;
}

/** The same account, or another one of the same officer. */
export function isSamePerson(one: Party, other: Party): boolean {
  return (
    isSameAccount(one, other) || (one.staffNo !== null && one.staffNo === other.staffNo && one.agency === other.agency)
  );
}
