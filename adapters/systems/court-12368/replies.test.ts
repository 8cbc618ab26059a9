import { describe, expect, it } from '@jest/globals';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { BY_CASE } from '#adapters/systems/court-12368/keys.ts';
import { countedRecords, nextPage } from '#adapters/systems/court-12368/replies.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

const [ONE, TWO, MISTYPED] = ['（2025）鲁9999刑初1号', '(2025)鲁9999刑初2号', '2025年第3号'] as const;
const reply = (...numbers: readonly string[]): XmlRecord => ({
  JLS: String(numbers.length),
  AJLB: { AJ: numbers.map((AH) => ({ AH })) },
});
const numbersIn = (records: readonly XmlRecord[]) => records.map(({ AH }) => AH);

describe('a page', () => {
  it.each<[string | null, readonly string[]]>([
    [null, [ONE, TWO]],
    [ONE, [TWO, MISTYPED]],
    [MISTYPED, []],
  ])('after %s holds what comes next, whether or not its number can be read', (after, numbers) => {
    expect(numbersIn(nextPage(reply(...numbers), BY_CASE, after, 2))).toEqual(numbers);
  });

  it.each<[string, XmlRecord, string | null]>([
    ['longer than was asked for', reply(ONE, TWO, MISTYPED), null],
    ['with one twice', reply(ONE, ONE), null],
    ['that begins again', reply(ONE, TWO), ONE],
    ['with one that has no number', reply(ONE, ' '), null],
    ['that was cut', { ...reply(ONE), JLS: '2' }, null],
    ['that does not say how long it is', { ...reply(ONE), JLS: '' }, null],
  ])('%s is refused', (_what, page, after) => {
    expect(() => nextPage(page, BY_CASE, after, 2)).toThrow(UnreadableField);
  });
});

it('a list is as long as it says', () => {
  expect(numbersIn(countedRecords(reply(ONE, TWO), 'AJLB', 'AJ'))).toEqual([ONE, TWO]);
  expect(() => countedRecords({ ...reply(ONE, TWO), JLS: '3' }, 'AJLB', 'AJ')).toThrow(UnreadableField);
});
