import { afterAll, describe, expect, it } from '@jest/globals';
import { placeOf } from '#tests/legacy/install.ts';
import { judge, type Outcome } from '#tests/legacy/soap-alone.ts';
import { type Row, saveRows } from '#tests/legacy/table.ts';
import type { ValueCase } from '#tests/legacy/value-case.ts';

/** Tests for the cases; what came out is kept for the table that `npm run test:legacy` prints. */
export function itReadsAndWrites(stack: string, cases: readonly ValueCase[]): void {
  const rows: Row[] = [];
  describe(stack, () => {
    it.each(cases)('$values', async ({ values, ours, alone, expected }) => {
      const asked = await alone().then(
        (got) => judge(got, expected),
        (): Outcome => 'throws',
      );
      rows.push({ values, stack, alone: asked, ours: 'throws' });
      const got = await ours();
      const outcome = judgeOurs(got, expected);
      rows[rows.length - 1] = { values, stack, alone: asked, ours: outcome };
      expect(got).toEqual(expected);
    });
    afterAll(async () =>
      saveRows(await placeOf('table'), `${stack} ${cases[0]?.values}`.replaceAll(/\W+/g, '-'), rows),
    );
  });
}

function judgeOurs(got: unknown, expected: unknown): Outcome {
  try {
    expect(got).toEqual(expected);
    return 'right';
  } catch {
    return got === undefined || got === null || got === '' ? 'lost' : 'wrong';
  }
}
