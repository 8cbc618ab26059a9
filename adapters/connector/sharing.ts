import { createHmac, randomBytes } from 'node:crypto';
import { orAborted } from '#adapters/connector/deadline.ts';
import { TurnedAway } from '#adapters/connector/turned-away.ts';

/** A call under way, and how many wait for it. */
interface Flight {
  readonly answer: Promise<unknown>;
  readonly controller: AbortController;
  waiting: number;
}

/** What a call gave, and whether it was another's. */
export interface Joined<T> {
  readonly value: T;
  readonly isShared: boolean;
}

/**
 * Calls under way, shared by those who ask the same with the same rights. Each caller's signal frees that caller at once; the call itself
 * is aborted when the last has gone. All are given the same value: it is read only.
 */
export class Sharing {
  readonly #key = randomBytes(32);
  readonly #flights = new Map<string, Flight>();

  /** @param parts what makes calls equal; they may hold personal data, so only a digest is kept, and that as long as the call. `null`: not shared. */
  async join<T>(
    parts: readonly string[] | null,
    caller: AbortSignal | undefined,
    begin: (signal: AbortSignal) => Promise<T>,
  ): Promise<Joined<T>> {
    if (caller?.aborted) throw gone(caller);
    const key = parts && createHmac('sha256', this.#key).update(JSON.stringify(parts)).digest('base64url');
    const known = key === null ? undefined : this.#flights.get(key);
    const flight = known ?? this.#begin(key, begin);
    return { value: (await this.#wait(flight, key, caller)) as T, isShared: known !== undefined };
  }

  /** What is under way now is given to those who wait for it, and to nobody who comes from now on. */
  part(): void {
    this.#flights.clear();
  }

  #begin<T>(key: string | null, begin: (signal: AbortSignal) => Promise<T>): Flight {
    const controller = new AbortController();
    const flight = { answer: begin(controller.signal), controller, waiting: 0 };
    if (key !== null) {
      this.#flights.set(key, flight);
      const forget = () => this.#forget(key, flight);
      flight.answer.then(forget, forget);
    }
    return flight;
  }

  async #wait(flight: Flight, key: string | null, caller: AbortSignal | undefined): Promise<unknown> {
    flight.waiting += 1;
    try {
      return await (caller ? orAborted(flight.answer, caller) : flight.answer);
    } catch (error) {
      throw caller?.aborted ? gone(caller) : error;
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0 && caller?.aborted) {
        if (key !== null) this.#forget(key, flight);
        flight.controller.abort(gone(caller));
      }
    }
  }

  #forget(key: string, flight: Flight): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}

function gone(caller: AbortSignal): TurnedAway {
  return new TurnedAway('cancelled', 'the caller gave up', { cause: caller.reason });
}
