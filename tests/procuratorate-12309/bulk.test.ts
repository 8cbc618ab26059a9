import { describe, expect, it } from '@jest/globals';
import type { RecordNo } from '#adapters/systems/procuratorate-12309/record-no.ts';
import { procuratorate12309Rows } from '#demo/systems/procuratorate-12309.ts';
import type { Procuratorate12309Bulk, ReviewRow } from '#simulators/procuratorate-12309/rows.ts';
import { readable } from '#tests/harness/readable.ts';
import { call, start } from '#tests/procuratorate-12309/harness.ts';
import { ALL, ARREST_1, accepted, policeCase, UNKNOWN, WAITING_13 } from '#tests/procuratorate-12309/numbers.ts';

const COUNT = 23;
const demo = procuratorate12309Rows();
const numberOf = (index: number) => `虚检刑捕受[2025]379999${800_001 + index}号`;
const policeOf = (index: number) => `A379999000000202507${String(index).padStart(4, '0')}`;
const indexes = Array.from({ length: COUNT }, (_, index) => index);

/** Made when they are asked for, after the first record of the demo. */
function bulk(): Procuratorate12309Bulk & { readonly asked: number[] } {
  const asked: number[] = [];
  const row = (index: number): ReviewRow[] => {
    const [model] = demo.cases;
    if (model === undefined || index < 0 || index >= COUNT) return [];
    asked.push(index);
    return [{ ...model, BMSAH: numberOf(index), GAAJBH: [policeOf(index)], GLSAH: [] }];
  };
  return {
    asked,
    byNumber: (number) => row(indexes.findIndex((index) => numberOf(index) === number))[0],
    after: (number, limit) =>
      indexes
        .filter((index) => numberOf(index) > number)
        .slice(0, limit)
        .flatMap(row),
    byPoliceCase: (number) => row(indexes.findIndex((index) => policeOf(index) === number)),
    transfersOf: () => demo.transfers.slice(0, 1),
  };
}

describe('records that are made when they are asked for', () => {
  it.each([1, 7, 500])('come in the pages among the others, in order, %s at a time', async (limit) => {
    const { procuratorate } = await start({ bulk: bulk() });
    const seen: RecordNo[] = [];
    for (let after: RecordNo | null = null; ; ) {
      const page = readable(await procuratorate.page(after, limit, call));
      seen.push(...page.map(({ recordNo }) => recordNo));
      if (page.length < limit) break;
      after = seen.at(-1) ?? null;
    }
    const all = [...ALL, WAITING_13, ...indexes.map((index) => accepted(numberOf(index)))];
    expect(seen).toHaveLength(all.length);
    expect(new Set(seen)).toEqual(new Set(all));
  });

  it('are found by number and by police case, with their hand-overs, beside the others', async () => {
    const source = bulk();
    const { procuratorate } = await start({ bulk: source });
    const number = accepted(numberOf(5));
    expect([...(await procuratorate.arrestReviewsByNumber([ARREST_1, number, UNKNOWN], call)).keys()]).toEqual([
      ARREST_1,
      number,
    ]);
    expect((await procuratorate.transfersByCase([number], call)).get(number)).toHaveLength(1);
    expect([...(await procuratorate.acceptanceNosByPoliceCase([policeCase(policeOf(6))], call)).values()]).toEqual([
      [accepted(numberOf(6))],
    ]);
    expect(new Set(source.asked)).toEqual(new Set([5, 6]));
  });
});
