import { plain } from '#simulators/court-12368/request.ts';
import type { CourtCaseRow } from '#simulators/court-12368/rows.ts';

/** Rows that are made when they are asked for. Numbers are plain ({@link plain}), and go in the order of their UTF-16 units. */
export interface BulkCases {
  byNumber(number: string): CourtCaseRow | undefined;
  /** The next ones after a number, in order, at most `limit`. */
  after(number: string, limit: number): readonly CourtCaseRow[];
  byHandler(staffNo: string): Iterable<CourtCaseRow>;
}

/** 案件 of the court: rows that are there, and such as are made. */
export interface CaseBook {
  find(number: string): CourtCaseRow | undefined;
  /** The next ones after a number, by number. */
  after(number: string, limit: number): readonly CourtCaseRow[];
  /** Those that one of the staff handles now. */
  handledBy(staffNo: string): Iterable<CourtCaseRow>;
}

export function caseBook(rows: readonly CourtCaseRow[], bulk?: BulkCases): CaseBook {
  const byNumber = new Map(rows.map((row) => [plain(row.AH), row]));
  const byKey = [...byNumber].sort(byNumberOf).map(([, row]) => row);

  function* all(staffNo: string): Iterable<CourtCaseRow> {
    yield* rows;
    yield* bulk?.byHandler(staffNo) ?? [];
  }

  return {
    find: (number) => byNumber.get(plain(number)) ?? bulk?.byNumber(plain(number)),
    after(number, limit) {
      const last = plain(number);
      const own = byKey.filter(({ AH }) => plain(AH) > last).slice(0, limit);
      return [...own, ...(bulk?.after(last, limit) ?? [])]
        .map((row): [string, CourtCaseRow] => [plain(row.AH), row])
        .sort(byNumberOf)
        .slice(0, limit)
        .map(([, row]) => row);
    },
    *handledBy(staffNo) {
      for (const row of all(staffNo)) if (handles(row, staffNo)) yield row;
    },
  };
}

function handles(row: CourtCaseRow, staffNo: string): boolean {
  return (
    handlersOf(row).some(({ RYBH, TCRQ }) => RYBH === staffNo && TCRQ === '') &&
    !row.HB.some(({ RYBH }) => RYBH === staffNo)
  );
}

/** Panel, clerk and mediator. */
export function handlersOf({ HYT, SJY, TJY }: CourtCaseRow): CourtCaseRow['HYT'] {
  return [...HYT, ...(SJY ? [SJY] : []), ...(TJY ? [TJY] : [])];
}

function byNumberOf([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
