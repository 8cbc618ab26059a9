export interface BucketOptions {
  /** Tokens that come back each second; 0 is no limit at all. */
  readonly perSecond: number;
  /** Tokens in a full bucket: what may be taken at once. */
  readonly burst: number;
  /** Buckets remembered at a time; the one that was used longest ago gives way. @default 10000 */
  readonly most?: number;
  /** Milliseconds, from any moment on. @default performance.now */
  readonly now?: () => number;
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/**
 * A token bucket for each key, in the memory of this process. Our own sixty lines, since the libraries of this kind count in fixed windows
 * (twice the rate at their edges), keep a timer a key, or hold as many keys as come.
 */
export class TokenBuckets {
  readonly #options: Required<BucketOptions>;
  readonly #buckets = new Map<string, Bucket>();

  constructor(options: BucketOptions) {
    this.#options = { most: 10_000, now: () => performance.now(), ...options };
  }

  /** Takes so many tokens and returns 0, or takes none and returns the milliseconds until they are there. More than a full bucket has are never there. */
  take(key: string, tokens = 1): number {
    const { perSecond } = this.#options;
    if (perSecond === 0) return 0;
    const left = this.#left(key) - tokens;
    if (left < 0) return (-left / perSecond) * 1000;
    this.#keep(key, left);
    return 0;
  }

  /** Puts tokens back that were taken and not used. */
  giveBack(key: string, tokens: number): void {
    if (this.#options.perSecond > 0 && tokens > 0) this.#keep(key, this.#left(key) + tokens);
  }

  get size(): number {
    return this.#buckets.size;
  }

  #left(key: string): number {
    const { perSecond, burst, now } = this.#options;
    const bucket = this.#buckets.get(key);
    return bucket ? Math.min(burst, bucket.tokens + ((now() - bucket.at) / 1000) * perSecond) : burst;
  }

  #keep(key: string, tokens: number): void {
    const { burst, most, now } = this.#options;
    this.#buckets.delete(key);
    if (tokens >= burst) return;
    this.#buckets.set(key, { tokens, at: now() });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > most && oldest !== undefined) this.#buckets.delete(oldest);
  }
}
