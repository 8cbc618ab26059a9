import type { MaintenanceWindow } from '#adapters/connector/maintenance.ts';

/**
 * How much a legacy system may be asked of, and how long it is waited for. Times in milliseconds. The safe ranges, and by which settings
 * the limits are changed, stand in `read-limits.ts`.
 */
export interface LegacyLimits {
  /** Calls under way at once (bulkhead), and so connections or sessions. @default 8 */
  readonly concurrency: number;
  /** Calls that may wait for a place, each for half of `callTimeoutMs` at most; one more is shed at once, and so is one that would wait longer. @default 200 */
  readonly queue: number;
  /** For opening a connection: TCP, TLS; of Oracle TNS and log-on too. @default 3000 */
  readonly connectTimeoutMs: number;
  /** From the beginning of an attempt, connecting included, to the first byte of the reply; `null`: as long as the whole call. @default null */
  readonly firstByteTimeoutMs: number | null;
  /** For the whole call: waiting for a place, connecting, every attempt and what lies between them. @default 3000 */
  readonly callTimeoutMs: number;
  /** Calls a second; `null`: as many as `concurrency` allows. @default null */
  readonly ratePerSecond: number | null;
  /** Calls that may come at once before the rate counts. @default 20 */
  readonly burst: number;
  /** Failures in a row that open the breaker. @default 5 */
  readonly breakerFailures: number;
  /** Share of failures in the window, in per cent, that opens it (of ten calls at least). @default 50 */
  readonly breakerShare: number;
  /** @default 30000 */
  readonly breakerWindowMs: number;
  /** How long it stays open before one call is let through to try. @default 10000 */
  readonly breakerOpenMs: number;
  /** The same where the system refused our account: each try brings the account nearer to being locked, so it doubles every time, up to a day. @default 300000 */
  readonly refusedOpenMs: number;
  /** How often a read that failed is tried again. @default 1 */
  readonly retries: number;
  /** Tries again in a minute, in per cent of its calls; one a minute is always allowed. @default 10 */
  readonly retryShare: number;
  /** When the system is closed. @default never */
  readonly closed: readonly MaintenanceWindow[];
}

export const DEFAULT_LIMITS: LegacyLimits = {
  concurrency: 8,
  queue: 200,
  connectTimeoutMs: 3000,
  firstByteTimeoutMs: null,
  callTimeoutMs: 3000,
  ratePerSecond: null,
  burst: 20,
  breakerFailures: 5,
  breakerShare: 50,
  breakerWindowMs: 30_000,
  breakerOpenMs: 10_000,
  refusedOpenMs: 300_000,
  retries: 1,
  retryShare: 10,
  closed: [],
};
