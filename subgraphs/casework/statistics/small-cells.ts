import type { TransferCount } from '#subgraphs/casework/registry/registry.ts';

/** A number made of fewer cases is not shown (DOMAIN 4.4, Q15). */
export const LEAST_CASES = 5;

/** What is shown of a cell: `null` for what is not. */
export interface ShownCell extends Pick<TransferCount, 'kind' | 'fromDept' | 'toDept'> {
  readonly total: number | null;
  readonly overdue: number | null;
  readonly medianDays: number | null;
}

/**
 * What may be shown of a cell to somebody who may see none of its cases. Each number is shown only if it is made of no case, or of five
 * and more; `overdue` only if those in time are too, since the total less the overdue are those. Cells of one answer share no hand-over and
 * there are no sums of them, so that nothing shown of one tells of another. Answers about days that overlap can still be subtracted.
 */
export function shownCell(cell: TransferCount): ShownCell {
  const { kind, fromDept, toDept, total, overdue, medianDays } = cell;
  const isShown = !isFew(cell.cases);
  return {
    ...{ kind, fromDept, toDept },
    total: isShown ? total : null,
    overdue: isShown && !isFew(cell.overdueCases) && !isFew(cell.inTimeCases) ? overdue : null,
    medianDays: isShown && !isFew(cell.receivedCases) ? medianDays : null,
  };
}

function isFew(cases: number): boolean {
  return cases > 0 && cases < LEAST_CASES;
}
