import type { BulkCases } from '#simulators/court-12368/case-book.ts';
import type { CourtCaseRow } from '#simulators/court-12368/rows.ts';

const FIRST = 800_001;

/** `count` cases like the first of `rows`, made when they are asked for; the handler of all of them is FY0009. */
export function bulkOf([row]: readonly CourtCaseRow[], count: number): BulkCases {
  if (row === undefined) throw new Error('there is no row to make others of');
  const numberAt = (index: number) => `(2025)鲁9999刑初${FIRST + index}号`;
  const at = (index: number): CourtCaseRow => ({
    ...row,
    AH: numberAt(index),
    HYT: row.HYT.slice(0, 1).map((member) => ({ ...member, RYBH: 'FY0009' })),
    SJY: null,
    KT: row.KT.map((hearing) => ({ ...hearing, KTBH: `KT-${index}` })),
    KTTZ: [],
  });
  const indexes = Array.from({ length: count }, (_, index) => index);
  return {
    byNumber: (number) => {
      const index = indexes.find((each) => numberAt(each) === number);
      return index === undefined ? undefined : at(index);
    },
    after: (number, limit) =>
      indexes
        .filter((index) => numberAt(index) > number)
        .slice(0, limit)
        .map(at),
    byHandler: (staffNo) => (staffNo === 'FY0009' ? indexes.map(at) : []),
  };
}
