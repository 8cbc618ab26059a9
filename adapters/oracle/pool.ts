import { orAborted } from '#adapters/connector/deadline.ts';
import { LegacyFailure, unavailable } from '#adapters/connector/failures.ts';
import type { SessionState } from '#adapters/connector/observe.ts';

/** What the pool needs of a session. */
export interface Poolable {
  readonly healthy: boolean;
  /** Whether it still answers, by a round trip. */
  answers(signal: AbortSignal): Promise<boolean>;
  reusable(): Promise<boolean>;
  close(): Promise<void>;
}

export interface PoolOptions<Session> {
  /** The guard lets no more calls through; so whoever waits here waits for a session to open or to close. */
  readonly max: number;
  /** A session that nobody wants for so long is closed: they are scarce on the other side too. */
  readonly idleMs: number;
  /** One that is older than this serves no further call: what a database or a firewall does to old sessions does not happen then. */
  readonly maxAgeMs: number;
  /** One that was idle for longer is asked whether it is still there, before it is lent. */
  readonly pingAfterMs: number;
  /** Must end by itself, one way or the other, and soon after the signal aborts: then nobody wants it any longer. */
  readonly open: (closing: AbortSignal) => Promise<Session>;
}

interface Idle {
  readonly since: number;
  readonly timer: NodeJS.Timeout;
}

/** A bounded number of sessions, opened when they are needed, lent out first come first served. */
export class SessionPool<Session extends Poolable> {
  readonly #options: PoolOptions<Session>;
  readonly #openedAt = new WeakMap<Session, number>();
  readonly #idle = new Map<Session, Idle>();
  readonly #waiting = new Set<PromiseWithResolvers<Session>>();
  #opening = 0;
  /** Given back, and not yet known to be reusable. */
  #returning = 0;
  #size = 0;
  /** Whether the last session that was to open did: until one has, they open one by one, so that a wrong password is tried once. */
  #isTried = false;
  readonly #end = new AbortController();
  #closing: PromiseWithResolvers<void> | null = null;

  constructor(options: PoolOptions<Session>) {
    this.#options = options;
  }

  get state(): SessionState {
    return { open: this.#size, busy: this.#size - this.#opening - this.#returning - this.#idle.size };
  }

  /** @throws the signal's reason where it aborts first; what `open` throws; LegacyFailure where the pool is closed. */
  async acquire(signal: AbortSignal): Promise<Session> {
    signal.throwIfAborted();
    for (let last = this.#lastIdle(); last; last = this.#lastIdle()) {
      const { session, idleMs } = last;
      if (await this.#isUsable(session, idleMs, signal)) return session;
      this.#discard(session);
      signal.throwIfAborted();
    }
    if (this.#closing) throw unavailable('the connector is closed', false);
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
    this.#returning += 1;
    const isReusable = await session.reusable();
    this.#returning -= 1;
    if (isReusable && this.#ageOf(session) < this.#options.maxAgeMs) this.#offer(session);
    else this.#discard(session);
    this.#grow();
  }

  /** Resolves when every session is closed; those lent out are waited for. */
  async close(): Promise<void> {
    this.#closing ??= Promise.withResolvers<void>();
    this.#end.abort();
    this.#refuseAll(unavailable('the connector is closed', false));
    for (let last = this.#lastIdle(); last; last = this.#lastIdle()) this.#discard(last.session);
    this.#settleClose();
    await this.#closing.promise;
  }

  /** Takes the session that was used last: it is the likeliest to live, and the others may end. */
  #lastIdle(): { session: Session; idleMs: number } | undefined {
    const [session, idle] = [...this.#idle].at(-1) ?? [];
    if (session === undefined || idle === undefined) return undefined;
    clearTimeout(idle.timer);
    this.#idle.delete(session);
    return { session, idleMs: performance.now() - idle.since };
  }

  async #isUsable(session: Session, idleMs: number, signal: AbortSignal): Promise<boolean> {
    if (!session.healthy || this.#ageOf(session) >= this.#options.maxAgeMs) return false;
    return idleMs < this.#options.pingAfterMs || (await session.answers(signal));
  }

  #ageOf(session: Session): number {
    return performance.now() - (this.#openedAt.get(session) ?? 0);
  }

  /** Opens a session for each who waits and has none on the way, opening or coming back, as far as there is room. */
  #grow(): void {
    const most = this.#isTried ? this.#options.max : 1;
    for (const place of [...this.#waiting].slice(this.#opening + this.#returning)) {
      if (this.#size >= this.#options.max || this.#opening >= most) break;
      void this.#open(place);
    }
  }

  /** A failure is for whom it was opened: who came later may find the database back. But an account is refused to all. */
  async #open(place: PromiseWithResolvers<Session>): Promise<void> {
    this.#size += 1;
    this.#opening += 1;
    try {
      const session = await this.#options.open(this.#end.signal).finally(() => {
        this.#opening -= 1;
      });
      this.#isTried = true;
      this.#openedAt.set(session, performance.now());
      this.#offer(session);
    } catch (error) {
      this.#size -= 1;
      this.#isTried = false;
      if (error instanceof LegacyFailure && error.accountRefused) this.#refuseAll(error);
      else if (this.#waiting.delete(place)) place.reject(error);
      this.#settleClose();
    }
    this.#grow();
  }

  #offer(session: Session): void {
    if (this.#closing) {
      this.#discard(session);
      return;
    }
    const [place] = this.#waiting;
    if (place) {
      this.#waiting.delete(place);
      place.resolve(session);
      return;
    }
    const expire = () => {
      this.#idle.delete(session);
      this.#discard(session);
    };
    const timer = setTimeout(expire, this.#options.idleMs).unref();
    this.#idle.set(session, { since: performance.now(), timer });
  }

  /** Its place is free only when it is closed, so that the database never sees more sessions than allowed. */
  #discard(session: Session): void {
    void session.close().finally(() => {
      this.#size -= 1;
      this.#grow();
      this.#settleClose();
    });
  }

  #refuseAll(reason: unknown): void {
    for (const place of this.#waiting) place.reject(reason);
    this.#waiting.clear();
  }

  #settleClose(): void {
    if (this.#size === 0) this.#closing?.resolve();
  }
}
