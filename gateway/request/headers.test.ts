import { describe, expect, it } from '@jest/globals';
import { onlyCaseOf, purposeOf } from '#gateway/request/headers.ts';

describe('x-purpose', () => {
  it.each<[string | string[] | undefined, string | null]>([
    ['HANDLE_CASE', 'HANDLE_CASE'],
    [undefined, null],
    ['', null],
    ['handle_case', null],
    ['HANDLE_CASE, HANDLE_CASE', null],
    ['constructor', null],
    ['__proto__', null],
  ])('%j is %j', (header, purpose) => {
    expect(purposeOf({ 'x-purpose': header })).toBe(purpose);
  });
});

describe('x-case', () => {
  it.each<[string | undefined, string | null]>([
    [undefined, null],
    ['ZF-2025-000001', 'ZF-2025-000001'],
    [' zf-2025-000001 ', 'ZF-2025-000001'],
  ])('%j is %j', (header, caseUid) => {
    expect(onlyCaseOf({ 'x-case': header })).toBe(caseUid);
  });

  it.each<[string | string[]]>([
    [''],
    ['379999198506120130'],
    ['ZF-2025-000001, ZF-2025-000001'],
    ['ZF-2025-1'],
    [['ZF-2025-000001', 'ZF-2025-000002']],
  ])('%j is refused, in words that do not repeat it', (header) => {
    const refusal = (() => {
      try {
        return onlyCaseOf({ 'x-case': header });
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.not.stringContaining('3799991985') });
  });
});
