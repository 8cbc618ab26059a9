import { LegacyFailure } from '#adapters/connector/failures.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';

/** What a call that must fail fails with: the code that users see, and the reason that the log has. */
export async function failureOf(work: Promise<unknown>): Promise<{ readonly code: string; readonly reason: string }> {
  const error = await thrownBy(work);
  if (!(error instanceof DepartmentError) || !(error.cause instanceof LegacyFailure)) throw error;
  return { code: error.code, reason: error.cause.message };
}

/** @throws Error where nothing is thrown */
export async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
