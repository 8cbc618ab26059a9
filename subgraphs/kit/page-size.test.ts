import { expect, it } from '@jest/globals';
import { requirePageSize } from '#subgraphs/kit/page-size.ts';

it.each([1, 50, 100])('%d of 100 will do', (first) => {
  expect(() => requirePageSize(first, 100)).not.toThrow();
});

it.each([0, -1, 101, Number.NaN])('%d of 100 is bad input that says what is allowed', (first) => {
  expect(() => requirePageSize(first, 100)).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('1 到 100'),
      en: expect.stringContaining('1 to 100'),
    }),
  );
});
