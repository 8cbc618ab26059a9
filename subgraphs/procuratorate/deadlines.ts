import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { VisibleRecord } from '#subgraphs/kit/owner-context.ts';
import { ownerDeadline } from '#subgraphs/kit/owner-deadline.ts';
import type { OwnerDeadline, ReckonedDeadline } from '#subgraphs/kit/owner-rows.ts';
import type { OwnerList } from '#subgraphs/kit/owner-source.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';
import {
  arrestReviewClock,
  awaitsReceipts,
  prosecutionReviewClock,
  type ReviewClock,
  receiptClocks,
} from '#subgraphs/procuratorate/clocks.ts';
import type { ProcuratorateContext } from '#subgraphs/procuratorate/context.ts';
import { showsDecisions } from '#subgraphs/procuratorate/review.ts';

/** The periods of the reviews of a case, and of the receipts that the procuratorate waits for. */
export const deadlines: OwnerList<OwnerDeadline, ProcuratorateContext> = async (recordNos, found, context) => {
  const visible = await context.visible('Deadline', 'DEADLINES', recordNos, found);
  const [arrests, prosecutions] = await Promise.all([
    context.loadArrestReviews(visible),
    context.loadProsecutionReviews(visible),
  ]);
  const referredOn = prosecutions.map(({ record }) => record.acceptedOn).find((on) => on !== null) ?? null;
  const today = context.clock.today();
  const ofArrests = await Promise.all(
    arrests.map(async ({ record, visible: seen }) => {
      const waits = showsDecisions(seen) && awaitsReceipts(record, referredOn);
      const transfers = waits ? ((await context.transfers.load(record.acceptanceNo)) ?? []) : [];
      const receipts = showsDecisions(seen) ? receiptClocks(record, { transfers, referredOn }) : [];
      return rowsOf([...arrestReviewClock(record), ...receipts], seen, today);
    }),
  );
  const ofProsecutions = prosecutions.map(({ record, visible: seen }) =>
    rowsOf(prosecutionReviewClock(record), seen, today),
  );
  return [...ofArrests, ...ofProsecutions].flat();
};

function rowsOf(clocks: readonly ReviewClock[], { recordNo, agencyCode, mayShowParty }: VisibleRecord, today: string) {
  const rows = clocks.flatMap((clock) => deadlineOf(clock, today) ?? []);
  return rows
    .map((row) => ({ ...row, agencyCode, partyKey: row.partyKey === null ? null : partyKeyIn(recordNo, row.partyKey) }))
    .filter(({ partyKey }) => partyKey === null || mayShowParty(partyKey));
}

/** Under those circumstances by which the law ends the period on the procuratorate's own day, else under the first. */
function deadlineOf({ may, ...run }: ReviewClock, today: string): ReckonedDeadline | null {
  try {
    const rows = may.map((circumstances) => ownerDeadline({ ...run, ...circumstances }, today));
    return rows.find((row) => row !== null && !row.differs) ?? rows[0] ?? null;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    // Dates that contradict each other, such as a resubmission before the return.
    throw new DepartmentError('DEPARTMENT_DATA_INVALID', { department: 'PROCURATORATE', system: '12309', cause });
  }
}
