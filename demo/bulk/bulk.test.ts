import { describe, expect, it } from '@jest/globals';
import { bulkOf } from '#demo/bulk/bulk.ts';

const identityOf = (cases: number, seed: number) => bulkOf({ cases, seed }).police.identity;

describe('a run of generated cases', () => {
  it('may be empty', () => {
    const { police, legalAid, court12368, procuratorate12309 } = bulkOf({ cases: 0, seed: 0 });
    expect([...[police, legalAid].flatMap(({ chunks }) => [...(chunks() as Iterable<object>)])]).toEqual([]);
    expect([court12368.after('', 500), procuratorate12309.after('', 500)]).toEqual([[], []]);
  });

  it('is loaded anew where it is another run', () => {
    expect(identityOf(20, 1)).toBe(identityOf(20, 1));
    expect(new Set([identityOf(20, 1), identityOf(21, 1), identityOf(20, 2)]).size).toBe(3);
  });

  it.each([
    [-1, 0],
    [100_001, 0],
    [1.5, 0],
    [Number.NaN, 0],
    [10, -1],
    [10, 0.5],
    [10, 2 ** 32],
  ])('is none of %p cases with seed %p', (cases, seed) => {
    expect(() => bulkOf({ cases, seed })).toThrow(RangeError);
  });
});
