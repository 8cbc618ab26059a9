import { expect } from '@jest/globals';
import { NEVER } from '#tests/graph/brute-force/world-seven.ts';
import { type Answer, codesOf } from '#tests/harness/ask.ts';

/** A purpose that does not fit, or none: no data, and the same code whatever the case. */
export function expectNoPurpose(user: string, { status, data, ...answer }: Answer): void {
  const code = NEVER.includes(user) ? 'FORBIDDEN' : 'PURPOSE_REQUIRED';
  expect({ user, status, data: data ?? null, codes: codesOf({ status, data, ...answer }) }).toEqual({
    ...{ user, status: 403, data: null },
    codes: [code],
  });
}
