import oracledb from 'oracledb';
import { unreadable } from '#adapters/connector/failures.ts';
import type { Attempt } from '#adapters/connector/guard.ts';

export interface AnswerLimits {
  readonly maxRows: number;
  readonly maxBytes: number;
}

/** Counts an answer while it comes, and ends the call where it is more than may be: what is cut off would pass for the whole. */
export class Meter {
  /** Aborts when the attempt is over, or too much has come. */
  readonly signal: AbortSignal;
  readonly #attempt: Attempt;
  readonly #limits: AnswerLimits;
  readonly #tooMuch = new AbortController();
  #bytes = 0;
  #rows = 0;

  constructor(attempt: Attempt, limits: AnswerLimits) {
    this.#attempt = attempt;
    this.#limits = limits;
    // Client libraries do not tell when a byte comes.
    if (!oracledb.thin) attempt.answering();
    this.signal = AbortSignal.any([attempt.signal, this.#tooMuch.signal]);
  }

  /** Bytes that have come. It never throws: the signal aborts. */
  readonly bytes = (count: number): void => {
    if (this.#bytes === 0) this.#attempt.answering();
    this.#attempt.bytes(count);
    this.#bytes += count;
    const { maxBytes } = this.#limits;
    if (this.#bytes > maxBytes) this.#tooMuch.abort(unreadable(`the answer is longer than ${maxBytes} bytes`));
  };

  /** Rows that have come. @throws LegacyFailure where they are too many, or all that has come is */
  rows(count: number): void {
    this.#rows += count;
    const { maxRows } = this.#limits;
    if (this.#rows > maxRows) throw unreadable(`the answer has more than ${maxRows} rows`);
    this.signal.throwIfAborted();
  }

  /** They are given to the caller: the call cannot be begun anew any longer. */
  given(): void {
    this.#attempt.rows(this.#rows);
  }
}
