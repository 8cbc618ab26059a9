/** Remembers ids until they expire, so that one envelope is used once. Bounded by what can be sent within an envelope's life. */
export class ReplayGuard {
  #seen = new Map<string, number>();
  #sweepAt = 0;

  /** True the first time an id comes; `expiresAt` in seconds since 1970. */
  firstSeen(id: string, expiresAt: number, now = Date.now() / 1000): boolean {
    if (now >= this.#sweepAt) this.#sweep(now);
    if (this.#seen.has(id)) return false;
    this.#seen.set(id, expiresAt);
    return true;
  }

  #sweep(now: number): void {
    for (const [id, expiresAt] of this.#seen) if (expiresAt < now) this.#seen.delete(id);
    this.#sweepAt = now + 10;
  }
}
