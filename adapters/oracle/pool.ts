import { orAborted } from '#adapters/connector/deadline.ts';
import { unavailable } from '#adapters/connector/failures.ts';

/** What the pool needs of a session. */
export interface Poolable {
  readonly healthy: boolean;
  reusable(): Promise<boolean>;
  close(): Promise<void>;
}

export interface PoolOptions<Session> {
  readonly max: number;
  /** How many may wait for a session; one more is refused at once. */
  readonly maxWaiting: number;
  /** A session that nobody wants for so long is closed: they are scarce on the other side too. */
  readonly idleMs: number;
  /** Must end by itself, one way or the other. */
  readonly open: () => Promise<Session>;
}

/** A bounded number of sessions, opened when they are needed, lent out first come first served. */
export class SessionPool<Session extends Poolable> {
  readonly #options: PoolOptions<Session>;
  readonly #idle = new Map<Session, NodeJS.Timeout>();
  readonly #waiting = new Set<PromiseWithResolvers<Session>>();
  #opening = 0;
  #size = 0;
  #closing: PromiseWithResolvers<void> | null = null;

  constructor(options: PoolOptions<Session>) {
    this.#options = options;
  }

  /** @throws the signal's reason where it aborts first; what `open` throws; LegacyFailure where the queue is full. */
  async acquire(signal: AbortSignal): Promise<Session> {
    if (this.#closing) throw unavailable('the connector is closed', false);
    for (const [session, timer] of [...this.#idle].reverse()) {
      clearTimeout(timer);
      this.#idle.delete(session);
      if (session.healthy) return session;
      this.#discard(session);
    }
    if (this.#waiting.size >= this.#options.maxWaiting) throw unavailable('too many calls are waiting', true);
    const place = Promise.withResolvers<Session>();
    this.#waiting.add(place);
    this.#grow();
    try {
      return await orAborted(place.promise, signal);
    } catch (error) {
      // A session that came in the same moment must not be lost.
      if (!this.#waiting.delete(place)) place.promise.then((session) => this.release(session)).catch(() => {});
      throw error;
    }
  }

  /** Gives a session back; one that is not reusable makes room for another. */
  async release(session: Session): Promise<void> {
    if (await session.reusable()) this.#offer(session);
    else this.#discard(session);
  }

  /** Resolves when every session is closed; those lent out are waited for. */
  async close(): Promise<void> {
    this.#closing ??= Promise.withResolvers<void>();
    for (const place of this.#waiting) place.reject(unavailable('the connector is closed', false));
    this.#waiting.clear();
    for (const [session, timer] of this.#idle) {
      clearTimeout(timer);
      this.#discard(session);
    }
    this.#idle.clear();
    this.#settleClose();
    await this.#closing.promise;
  }

  /** Opens a session for each who waits and has none on the way, as far as there is room. */
  #grow(): void {
    for (const place of [...this.#waiting].slice(this.#opening)) {
      if (this.#size >= this.#options.max) break;
      void this.#open(place);
    }
  }

  /** A failure is for whom it was opened: who came later may find the database back. */
  async #open(place: PromiseWithResolvers<Session>): Promise<void> {
    this.#size += 1;
    this.#opening += 1;
    try {
      const session = await this.#options.open().finally(() => {
        this.#opening -= 1;
      });
      this.#offer(session);
    } catch (error) {
      this.#size -= 1;
      if (this.#waiting.delete(place)) place.reject(error);
      this.#grow();
      this.#settleClose();
    }
  }

  #offer(session: Session): void {
    if (this.#closing) {
      this.#discard(session);
      return;
    }
    const place = this.#first();
    if (place) {
      place.resolve(session);
      return;
    }
    const expire = () => {
      this.#idle.delete(session);
      this.#discard(session);
    };
    this.#idle.set(session, setTimeout(expire, this.#options.idleMs).unref());
  }

  /** Its place is free only when it is closed, so that the database never sees more sessions than allowed. */
  #discard(session: Session): void {
    void session.close().finally(() => {
      this.#size -= 1;
      this.#grow();
      this.#settleClose();
    });
  }

  #first(): PromiseWithResolvers<Session> | undefined {
    const [place] = this.#waiting;
    if (place) this.#waiting.delete(place);
    return place;
  }

  #settleClose(): void {
    if (this.#size === 0) this.#closing?.resolve();
  }
}
