const SLICES = 10;

/**
 * Counts what happened within the last `windowMs`, to a tenth of it. Not cockatiel's `SamplingBreaker`: after an idle hour that one
 * still counts failures from before it (4.0.0).
 */
export class SlidingCount {
  readonly #sliceMs: number;
  readonly #slices = new Map<number, number>();

  constructor(windowMs: number) {
    this.#sliceMs = windowMs / SLICES;
  }

  add(): void {
    const slice = this.#forget();
    this.#slices.set(slice, (this.#slices.get(slice) ?? 0) + 1);
  }

  get total(): number {
    this.#forget();
    return [...this.#slices.values()].reduce((sum, count) => sum + count, 0);
  }

  clear(): void {
    this.#slices.clear();
  }

  /** @returns the slice of now */
  #forget(): number {
    const now = Math.floor(Date.now() / this.#sliceMs);
    for (const slice of this.#slices.keys()) if (slice <= now - SLICES || slice > now) this.#slices.delete(slice);
    return now;
  }
}
