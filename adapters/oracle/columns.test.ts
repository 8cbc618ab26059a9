import { describe, expect, it } from '@jest/globals';
import { inBind } from '#adapters/oracle/binds.ts';
import { decimal } from '#adapters/oracle/columns.ts';

/** The smallest NUMBER with all its digits: 100^-65 and 40 digits. */
const SMALLEST = `${'0'.repeat(129)}1${'2'.repeat(38)}`;

describe('a NUMBER', () => {
  it.each([
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['9'.repeat(126), '9'.repeat(126)],
    [`.${SMALLEST}`, `0.${SMALLEST}`],
    ['1.10', '1.10'],
  ])('%s is %s', (written, text) => expect(decimal(written)).toBe(text));

  it.each(['', '.', '-', '1e5', '~', '-~', 1.5, `.${SMALLEST}3`])('%p is none', (written) => {
    expect(decimal(written)).toBeNull();
  });

  it('goes in as it comes out', () => {
    const value = `0.${SMALLEST}`;
    expect(inBind('n', { kind: 'number', value })).toMatchObject({ val: value });
  });
});
