import type {
  ArrestDecisionRecord,
  ArrestReviewRecord,
  ProsecutionReviewRecord,
} from '#adapters/systems/procuratorate-12309/review-records.ts';
import type { TransferRecord } from '#adapters/systems/records/transfers.ts';
import type { DeadlineCircumstances } from '#schema/deadlines/compute.ts';
import type { DeadlineRun } from '#subgraphs/kit/owner-deadline.ts';

/** The periods that a review shows to have begun, and what it tells of their end. Parties stand by their keys in the record. */

/** A period, and the circumstances under which it may run: 12309 does not tell which of them hold, its own last day does. */
export interface ReviewClock extends DeadlineRun {
  readonly may: readonly DeadlineCircumstances[];
}

const EXTENDED = { extensions: [{ extension: 'MAJOR_COMPLEX' }] };
const FAST = { period: 'FAST_TRACK' };
const OVER_ONE_YEAR = { ...FAST, extensions: [{ extension: 'OVER_ONE_YEAR' }] };
/** Where its last day fits either, somebody is meant to be held: custody is due soon the earlier. Without one nothing speaks for custody. */
const REVIEW = [{}, EXTENDED, FAST, OVER_ONE_YEAR].flatMap((each) => [{ ...each, held: true }, each]);
const ARREST_REVIEW = [{ period: 'DETAINED' }, { period: 'NOT_DETAINED' }, { period: 'NOT_DETAINED', ...EXTENDED }];

/** CR-ARREST-REVIEW. How long it is depends on whether the suspects are held: without the procuratorate's own last day that is not known. */
export function arrestReviewClock(review: ArrestReviewRecord): ReviewClock[] {
  const { status, receivedOn, limitOn, decisions } = review;
  const metOn = status === 'DECIDED' ? latest(decisions.map(({ decidedOn }) => decidedOn)) : null;
  if (limitOn === null || (status === 'DECIDED' && metOn === null)) return [];
  return [
    { code: 'CR-ARREST-REVIEW', start: receivedOn, partyKey: null, ownersDate: limitOn, metOn, may: ARREST_REVIEW },
  ];
}

/** CR-REVIEW, which runs anew from each resubmission and stands still while the case is out. */
export function prosecutionReviewClock(review: ProsecutionReviewRecord): ReviewClock[] {
  const { status, acceptedOn, limitOn, returns, outcomes } = review;
  const metOn = status === 'DECIDED' ? latest(outcomes.map(({ on }) => on)) : null;
  if (acceptedOn === null || status === 'JURISDICTION_MOVED' || (status === 'DECIDED' && metOn === null)) return [];
  const restarts = returns.flatMap(({ resubmittedOn: on }) => (on === null ? [] : { reason: 'SUPPLEMENTED', on }));
  const out = returns.find(({ resubmittedOn }) => resubmittedOn === null);
  return [
    {
      ...{ code: 'CR-REVIEW', start: acceptedOn, partyKey: null, ownersDate: limitOn, restarts, metOn },
      stoppedOn: out?.returnedOn ?? null,
      may: limitOn === null ? [{}] : REVIEW,
    },
  ];
}

/** What shows that a receipt has come back, or that nobody waits for it any more. */
export interface AfterDecision {
  readonly transfers: readonly TransferRecord[];
  /** When the police referred the case for prosecution, as the procuratorate accepted it. */
  readonly referredOn: string | null;
}

/** CR-RECEIPT, for each suspect of whom the procuratorate waits for one (MPS-Rules 140, 142). */
export function receiptClocks(
  { decisions }: ArrestReviewRecord,
  { transfers, referredOn }: AfterDecision,
): ReviewClock[] {
  return decisions.flatMap((decision) => {
    const start = startOfReceipt(decision);
    if (start === null || decision.receiptDueOn === null) return [];
    const { partyKey, receiptDueOn: ownersDate } = decision;
    const metOn = receivedOn(transfers, partyKey);
    return [{ code: 'CR-RECEIPT' as const, start, partyKey, ownersDate, metOn, stoppedOn: referredOn, may: [{}] }];
  });
}

/** Whether receipts are to be looked for among the hand-overs: as long as somebody waits for one. */
export function awaitsReceipts({ decisions }: ArrestReviewRecord, referredOn: string | null): boolean {
  return referredOn === null && decisions.some(({ receiptDueOn }) => receiptDueOn !== null);
}

/** Execution of the arrest, or the refusal. */
function startOfReceipt({ decision, decidedOn, executedAt }: ArrestDecisionRecord): string | null {
  return decision === 'APPROVED' ? executedAt : decidedOn;
}

function receivedOn(transfers: readonly TransferRecord[], partyKey: string): string | null {
  const receipt = transfers.find(
    ({ kind, partyKeys, receivedAt }) =>
      kind === 'ARREST_EXECUTION_RECEIPT' && receivedAt !== null && partyKeys.includes(partyKey),
  );
  return receipt?.receivedAt?.slice(0, 'yyyy-MM-dd'.length) ?? null;
}

function latest(dates: readonly (string | null)[]): string | null {
  return dates.reduce((last, date) => (date !== null && (last === null || date > last) ? date : last), null);
}
