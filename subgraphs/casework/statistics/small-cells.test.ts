import { describe, expect, it } from '@jest/globals';
import type { TransferCount } from '#subgraphs/casework/registry/registry.ts';
import { shownCell } from '#subgraphs/casework/statistics/small-cells.ts';

const CELL = { kind: 'SUPPLEMENT_RETURN', fromDept: 'PROCURATORATE', toDept: 'POLICE' } as const;
const cell = (counts: Partial<TransferCount>): TransferCount => ({
  ...CELL,
  ...{ total: 20, cases: 20, overdue: 0, overdueCases: 0, inTimeCases: 20, medianDays: 3, receivedCases: 20 },
  ...counts,
});
const shown = (counts: Partial<TransferCount>) => {
  const { total, overdue, medianDays, ...rest } = shownCell(cell(counts));
  expect(rest).toEqual(CELL);
  return [total, overdue, medianDays];
};
const split = (overdueCases: number, inTimeCases: number) => ({
  ...{ total: overdueCases + inTimeCases, cases: overdueCases + inTimeCases, receivedCases: 9 },
  ...{ overdue: overdueCases, overdueCases, inTimeCases },
});

describe('a cell', () => {
  it.each<[string, Partial<TransferCount>, (number | null)[]]>([
    ['none overdue', {}, [20, 0, 3]],
    ['of four cases', { cases: 4 }, [null, null, null]],
    ['of one case with twenty hand-overs', { cases: 1, inTimeCases: 1, receivedCases: 1 }, [null, null, null]],
    ['of five cases', { cases: 5, inTimeCases: 5, receivedCases: 5 }, [20, 0, 3]],
    ['one overdue', split(1, 9), [10, null, 3]],
    ['four overdue', split(4, 9), [13, null, 3]],
    ['five overdue', split(5, 9), [14, 5, 3]],
    ['twelve overdue, all of two cases', { overdue: 12, overdueCases: 2, inTimeCases: 18 }, [20, null, 3]],
    ['all overdue', split(9, 0), [9, 9, 3]],
    ['four in time: the total less the overdue', split(9, 4), [13, null, 3]],
    ['five in time', split(9, 5), [14, 9, 3]],
    ['none received', { medianDays: null, receivedCases: 0 }, [20, 0, null]],
    ['received in four cases: the days of few', { receivedCases: 4 }, [20, 0, null]],
    ['received in five cases', { receivedCases: 5 }, [20, 0, 3]],
  ])('%s', (_what, counts, expected) => {
    expect(shown(counts)).toEqual(expected);
  });
});

/** Every way in which up to twelve cases, each with one hand-over, may be overdue or received. */
const EVERY = Array.from({ length: 13 }, (_, overdue) =>
  Array.from({ length: 13 - overdue }, (_, inTime) =>
    Array.from({ length: overdue + inTime + 1 }, (_, received) =>
      cell({ ...split(overdue, inTime), receivedCases: received, medianDays: received === 0 ? null : 1 }),
    ),
  ),
)
  .flat(2)
  .filter(({ total }) => total > 0);

describe('what is not shown', () => {
  it('is not the sum or difference of what is shown: other numbers of few would show the same', () => {
    const alike = Map.groupBy(EVERY, (each) => JSON.stringify(shownCell(each)));
    for (const cells of alike.values()) {
      const [first] = cells;
      const { total, overdue } = shownCell(first as TransferCount);
      const differ = (name: 'total' | 'overdue') => new Set(cells.map((each) => each[name])).size > 1;
      expect([total === null, overdue === null]).toEqual([differ('total'), differ('overdue')]);
    }
  });

  it('no number of one to four cases can be reckoned from what is shown', () => {
    for (const each of EVERY) {
      const { total, overdue } = shownCell(each);
      const known = [total, overdue, total !== null && overdue !== null ? total - overdue : null];
      expect(known.filter((count) => count !== null && count > 0 && count < 5)).toEqual([]);
    }
  });

  it('another cell tells nothing of it: each is shown by its own numbers alone', () => {
    const page = [cell({}), cell(split(5, 9)), cell({ cases: 3, total: 3 })];
    const changed = [...page.slice(0, 2), cell({ cases: 1, total: 1 })];
    expect(changed.map(shownCell)).toEqual(page.map(shownCell));
  });
});
