import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { legacyCallerOf } from '#subgraphs/kit/legacy-caller.ts';

/** Milliseconds for which a request is known: longer than any question takes. */
const KNOWN_MS = 30_000;

/** What comes before a record's content is asked for: whose case it is, then whether it may be shown. */
type Step = 'VERIFYING' | 'DECIDING';

interface Waiting {
  readonly dispatch: () => void;
  readonly steps: readonly Step[];
}

/**
 * What one subgraph learnt within one request of the graph, in however many fetches the request comes: a record is asked of a legacy
 * system once, and a system that hangs is waited for once. It is one caller's alone, and gone with the request.
 */
export class RequestScope {
  readonly legacyCall: LegacyCall;
  readonly #gone = new AbortController();
  readonly #made = new Map<string, unknown>();
  readonly #fetches = new Set<AbortSignal>();
  readonly #underWay: Record<Step, number> = { VERIFYING: 0, DECIDING: 0 };
  #waiting: Waiting[] = [];
  #failure: DepartmentError | undefined;

  constructor(envelope: VerifiedEnvelope) {
    this.legacyCall = {
      requestId: envelope.requestId,
      ...legacyCallerOf(envelope),
      signal: this.#gone.signal,
    };
  }

  /** Made at first use, then the same for the rest of the request. */
  once<Value>(name: string, make: () => Value): Value {
    if (!this.#made.has(name)) this.#made.set(name, make());
    return this.#made.get(name) as Value;
  }

  /** Does the work, unless the system has failed this request already: then its failure stands. */
  async guard<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#failure) throw this.#failure;
    try {
      return await work();
    } catch (error) {
      // Data that cannot be read says nothing about the next call; a system that cannot be reached does.
      if (error instanceof DepartmentError && error.code !== 'DEPARTMENT_DATA_INVALID') this.#failure = error;
      throw error;
    }
  }

  /**
   * Does work on whose outcome it depends what is asked next. Lists that wait for it go out together, so that what many rows need, each a
   * moment after the other, is one list to the legacy system.
   */
  async during<Result>(step: Step, work: () => Promise<Result>): Promise<Result> {
    this.#underWay[step] += 1;
    try {
      return await work();
    } finally {
      this.#underWay[step] -= 1;
      setImmediate(() => this.#dispatch());
    }
  }

  /** When a loader's list goes out: once none of these steps is under way. */
  after(...steps: readonly Step[]): (dispatch: () => void) => void {
    return (dispatch) => {
      this.#waiting.push({ dispatch, steps });
      setImmediate(() => this.#dispatch());
    };
  }

  #dispatch(): void {
    const isDue = ({ steps }: Waiting) => steps.every((step) => this.#underWay[step] === 0);
    const due = this.#waiting.filter(isDue);
    this.#waiting = this.#waiting.filter((each) => !due.includes(each));
    for (const { dispatch } of due) dispatch();
  }

  /** Takes part in one fetch of the request. Legacy calls end when the client of every fetch has gone. */
  join(signal: AbortSignal): void {
    this.#fetches.add(signal);
    const endIfAllHaveGone = () => {
      // The connection of a fetch that ended closes too.
      if (this.#fetches.has(signal) && [...this.#fetches].every(({ aborted }) => aborted)) this.#gone.abort();
    };
    if (signal.aborted) endIfAllHaveGone();
    else signal.addEventListener('abort', endIfAllHaveGone, { once: true });
  }

  /** A fetch that ended is not a client that has gone: the next fetch of the request may come. */
  leave(signal: AbortSignal): void {
    this.#fetches.delete(signal);
  }
}

/** The requests that one subgraph is answering. */
export class RequestScopes {
  readonly #scopes = new Map<string, { readonly scope: RequestScope; readonly until: number }>();
  #later: NodeJS.Timeout | undefined;

  /** The scope of the request behind an envelope: the same for each of its fetches, never another caller's. */
  of(envelope: VerifiedEnvelope, now = Date.now()): RequestScope {
    const { requestId, principal, purpose, onlyCase } = envelope;
    const key = JSON.stringify([requestId, principal.issuer, principal.subject, purpose, onlyCase]);
    const known = this.#scopes.get(key);
    if (known && known.until > now && !known.scope.legacyCall.signal?.aborted) return known.scope;
    this.#scopes.delete(key);
    const scope = new RequestScope(envelope);
    this.#scopes.set(key, { scope, until: now + KNOWN_MS });
    this.#forget(now);
    return scope;
  }

  /** What a request learnt is let go of in time, whether or not another request comes. */
  #forget(now: number): void {
    for (const [key, { until }] of this.#scopes) {
      if (until > now) break;
      this.#scopes.delete(key);
    }
    if (this.#scopes.size === 0 || this.#later !== undefined) return;
    this.#later = setTimeout(() => {
      this.#later = undefined;
      this.#forget(Date.now());
    }, KNOWN_MS).unref();
  }
}
