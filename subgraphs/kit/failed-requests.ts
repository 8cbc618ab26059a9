import { DepartmentError } from '#schema/errors/graph-error.ts';

/** Milliseconds for which a request's failure is known: longer than any question takes. */
const KNOWN_MS = 30_000;

/**
 * Which requests a department's system has failed already, in this process: one question may come in several fetches, and waits for a
 * system that hangs only once. The next request asks again.
 */
export class FailedRequests {
  readonly #failures = new Map<string, { readonly error: DepartmentError; readonly until: number }>();

  /** Does the work, unless the system has failed this request already: then its failure stands. */
  async guard<Result>(requestId: string, work: () => Promise<Result>): Promise<Result> {
    const known = this.#failures.get(requestId);
    if (known) throw known.error;
    try {
      return await work();
    } catch (error) {
      // Data that cannot be read says nothing about the next call; a system that cannot be reached does.
      if (error instanceof DepartmentError && error.code !== 'DEPARTMENT_DATA_INVALID')
        this.#remember(requestId, error);
      throw error;
    }
  }

  #remember(requestId: string, error: DepartmentError, now = Date.now()): void {
    for (const [id, { until }] of this.#failures) {
      if (until > now) break;
      this.#failures.delete(id);
    }
    this.#failures.set(requestId, { error, until: now + KNOWN_MS });
  }
}
