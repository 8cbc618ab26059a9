import { NotTaken, type ShippedBatch, sendBatch } from '#auth/audit/auditor-client.ts';
import type { Checkpoint } from '#auth/audit/checkpoint.ts';
import { batchOf, questionOf } from '#auth/audit/ship-batch.ts';

/** What is needed of a log to ship it (`MerkleAuditLog`). */
export interface ShippedLog {
  readonly name: string;
  readonly size: number;
  lines(from: number, max: number): readonly string[];
  /** Of all records so far. */
  checkpoint(): Checkpoint;
  consistencyProof(from: number, to: number): readonly Buffer[];
  onAppend(listener: () => void): () => void;
}

export interface ShipOptions {
  /** The auditor's store: `AUDITOR_URL`, without a path. */
  readonly url: string;
  readonly logger: ShipLogger;
  /** Milliseconds for which records are gathered before they are sent. @default 1000 */
  readonly delayMs?: number;
  /** Records of one request, at most. @default 1000 */
  readonly maxRecords?: number;
  /** Bytes of the records of one request, unless one record alone has more. @default 1 MiB */
  readonly maxBytes?: number;
  /** Milliseconds for one request. @default 10000 */
  readonly timeoutMs?: number;
  /** Milliseconds between tries while the store is away, at most: it doubles from `delayMs` on. @default 30000 */
  readonly maxBackoffMs?: number;
}

/** The subset of pino's that is used. */
export interface ShipLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface Shipping {
  /** Sends what is left, if the store answers within two seconds, and stops. To be called when the log is closed: its last record goes too. */
  close(): Promise<void>;
}

/** Milliseconds that a stop waits for the store. */
const LAST_WORDS_MS = 2_000;

/**
 * Sends a process's own log to the auditor's store as it grows, each batch with a checkpoint and the proof that what the store
 * then has is its beginning. It follows the files: while the store is away nothing is lost and nothing waits for it, and the store says itself where to go on. An outage is
 * warned of once, when a second try has failed. A store that contradicts the log (409) is an error in the log of the process, once a reason, and is asked again later: who
 * looks into it is the auditor, whom the store has told.
 */
export function shipAudit(log: ShippedLog, options: ShipOptions): Shipping {
  return new Shipper(log, options);
}

class Shipper implements Shipping {
  readonly #log: ShippedLog;
  readonly #options: Required<ShipOptions>;
  readonly #stopListening: () => void;
  readonly #gone = new AbortController();
  /** How many records the store has; `null` until it says so. */
  #held: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #failures = 0;
  #told: string | null = null;
  #isClosing = false;

  constructor(log: ShippedLog, options: ShipOptions) {
    this.#log = log;
    this.#options = {
      delayMs: 1000,
      maxRecords: 1000,
      maxBytes: 1024 * 1024,
      timeoutMs: 10_000,
      maxBackoffMs: 30_000,
      ...options,
    };
    this.#stopListening = log.onAppend(() => this.#wake(this.#options.delayMs));
    this.#wake(0);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    this.#stopListening();
    clearTimeout(this.#timer);
    const over = setTimeout(() => this.#gone.abort(), LAST_WORDS_MS);
    await this.#running;
    if (this.#failures === 0) await this.#run();
    clearTimeout(over);
  }

  /** One timer at a time: while the store is away, what is appended does not wake it earlier. */
  #wake(ms: number): void {
    if (this.#timer !== undefined || this.#isClosing) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#run().finally(() => {
        this.#timer = undefined;
        if (this.#failures > 0) this.#wake(this.#backoffMs());
        else if (this.#held !== this.#log.size) this.#wake(this.#options.delayMs);
      });
    }, ms).unref();
  }

  /** Sends what there is now; what is appended meanwhile is gathered for the next time. One checkpoint vouches for all of it. */
  async #run(): Promise<void> {
    try {
      const checkpoint = this.#log.checkpoint();
      this.#held ??= await this.#post(questionOf(checkpoint));
      if (this.#held > checkpoint.size) throw new NotTaken('the store claims to have more than there is');
      while (this.#held < checkpoint.size)
        this.#held = await this.#post(batchOf(this.#log, this.#held, checkpoint, this.#options));
      if (this.#told !== null) this.#options.logger.info({ log: this.#log.name }, 'audit records are shipped again');
      this.#failures = 0;
      this.#told = null;
    } catch (error) {
      this.#failures += 1;
      // Where the store has got to may have changed until it is there again.
      this.#held = null;
      this.#tell(error);
    }
  }

  async #post(batch: ShippedBatch): Promise<number> {
    const { url, timeoutMs } = this.#options;
    const signal = AbortSignal.any([this.#gone.signal, AbortSignal.timeout(timeoutMs)]);
    const { size } = await sendBatch(url, this.#log.name, batch, signal);
    return size;
  }

  #backoffMs(): number {
    const { delayMs, maxBackoffMs } = this.#options;
    return Math.min(maxBackoffMs, delayMs * 2 ** Math.min(this.#failures, 16));
  }

  #tell(error: unknown): void {
    const { logger } = this.#options;
    const isContradiction = error instanceof NotTaken && error.isContradiction;
    const kind = isContradiction ? error.message : 'away';
    // The store may start a moment later than this process; and what a stop leaves behind follows at the next start.
    const isPassing = !isContradiction && this.#failures < 2;
    if (this.#told === kind || isPassing || this.#isClosing) return;
    this.#told = kind;
    const fields = { log: this.#log.name, cause: describe(error) };
    if (isContradiction) logger.error(fields, 'the auditor’s store contradicts this audit log');
    else logger.warn(fields, 'audit records are not shipped for now: they stay in the files and follow later');
  }
}

/** The reason underneath, which for `fetch` is the cause. */
function describe(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error('unknown');
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}
