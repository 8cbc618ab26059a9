import { expect, it } from '@jest/globals';
import { refusalOf } from '#gateway/request/refusal.ts';
import type { ErrorCodeName } from '#schema/errors/codes.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

it.each<[ErrorCodeName, number]>([
  ['UNAUTHENTICATED', 401],
  ['FORBIDDEN', 403],
  ['PURPOSE_REQUIRED', 403],
  ['BAD_USER_INPUT', 400],
  ['OPERATION_TOO_COMPLEX', 400],
  ['OPERATION_NOT_TRUSTED', 400],
  ['RATE_LIMITED', 429],
  ['AUDIT_UNAVAILABLE', 503],
  ['INTERNAL', 500],
])('%s: %i (WORLD 8)', (code, status) => {
  const error = new GraphError(code);
  const headers = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  expect(refusalOf(error)).toMatchObject({ status, errors: [error], headers });
});
