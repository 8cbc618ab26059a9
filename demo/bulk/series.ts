import { type BulkOptions, indexOfNumber, plainNumberOf, type SeriesName } from '#demo/bulk/numbers.ts';
import { hasRecord } from '#demo/bulk/profiles.ts';

/** Records of several series, found by arithmetic on their numbers: there is no table of them. */
interface SeriesBook<Row> {
  /** @param number with half-width brackets */
  byNumber(number: string): Row | undefined;
  /** Those whose number comes after this one (`''` before all), in the order of the numbers. */
  after(number: string, limit: number): readonly Row[];
}

/** @param series in the order of their numbers */
export function seriesBook<Name extends SeriesName, Row>(
  series: readonly Name[],
  { cases }: BulkOptions,
  rowOf: (series: Name, index: number) => Row,
): SeriesBook<Row> {
  return {
    byNumber(number) {
      for (const name of series) {
        const index = indexOfNumber(name, number, cases);
        if (index !== null) return rowOf(name, index);
      }
      return undefined;
    },
    after(number, limit) {
      const rows: Row[] = [];
      for (const name of series) {
        for (let index = firstAfter(name, number, cases); index < cases && rows.length < limit; index += 1) {
          if (hasRecord(index, name)) rows.push(rowOf(name, index));
        }
      }
      return rows;
    },
  };
}

/** The first index whose number comes after; `cases` where none does. Numbers of a series are in the order of their indexes. */
function firstAfter(series: SeriesName, number: string, cases: number): number {
  let [low, high] = [0, cases];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (plainNumberOf(series, middle) > number) high = middle;
    else low = middle + 1;
  }
  return low;
}
