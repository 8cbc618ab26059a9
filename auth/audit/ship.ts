import { type Checkpoint, formatCheckpoint } from '#auth/audit/checkpoint.ts';

/** What is needed of a log to ship it (`MerkleAuditLog`). */
export interface ShippedLog {
  readonly name: string;
  readonly size: number;
  lines(from: number, max: number): readonly string[];
  /** Of the first `size` records. @default all */
  checkpoint(size?: number): Checkpoint;
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

/** What is sent to `<AUDITOR_URL>/audit/<log>`. */
export interface ShippedBatch {
  /** Number of records before these. */
  readonly after: number;
  /** Lines of the log, without newlines. */
  readonly records: readonly string[];
  /** Of exactly the first `after + records.length` records, as {@link formatCheckpoint} writes it. */
  readonly checkpoint: string;
}

/** Where the store answers for one log. */
export function auditDoor(url: string, log: string): string {
  return new URL(`/audit/${log}`, url).href;
}

/** Milliseconds that a stop waits for the store. */
const LAST_WORDS_MS = 2_000;

/**
 * Sends a process's own log to the auditor's store as it grows, each batch with a checkpoint that covers exactly what the store then has. It
 * follows the files: while the store is away nothing is lost and nothing waits for it, and the store says itself where to go on. An outage is
 * warned of once. A store that contradicts the log (409) is an error in the log of the process, once a reason, and is asked again later: who
 * looks into it is the auditor, whom the store has told.
 */
export function shipAudit(log: ShippedLog, options: ShipOptions): Shipping {
  return new Shipper(log, options);
}

/** Why a batch was not taken: what the store said, or what became of the connection. */
class NotTaken extends Error {
  readonly isContradiction: boolean;

  constructor(reason: string, isContradiction: boolean) {
    super(reason);
    this.name = 'NotTaken';
    this.isContradiction = isContradiction;
  }
}

class Shipper implements Shipping {
  readonly #log: ShippedLog;
  readonly #options: Required<ShipOptions>;
  readonly #door: string;
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
    this.#door = auditDoor(options.url, log.name);
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

  async #run(): Promise<void> {
    try {
      do await this.#send();
      while (this.#held !== this.#log.size && !this.#gone.signal.aborted);
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

  async #send(): Promise<void> {
    const batch = this.#held === null ? this.#greeting() : this.#batch(this.#held);
    const { status, size, reason } = await this.#post(batch);
    const isGap = status === 409 && reason === 'gap';
    if (status !== 200 && !isGap) throw new NotTaken(`${status} ${reason}`, status === 409);
    // A store that says it lacks what it has just said to have, or never has more, would be asked for ever.
    const goesOn = isGap || batch.records.length === 0 ? 0 : batch.after + 1;
    if (size === null || size < goesOn || size > (isGap ? batch.after - 1 : this.#log.size))
      throw new NotTaken('the store’s answer cannot be read', false);
    this.#held = size;
  }

  /** No records: the store says how many it has. */
  #greeting(): ShippedBatch {
    const { size } = this.#log;
    return { after: size, records: [], checkpoint: formatCheckpoint(this.#log.checkpoint(size)) };
  }

  #batch(after: number): ShippedBatch {
    const records: string[] = [];
    let bytes = 0;
    for (const line of this.#log.lines(after, this.#options.maxRecords)) {
      bytes += Buffer.byteLength(line);
      if (records.length > 0 && bytes > this.#options.maxBytes) break;
      records.push(line);
    }
    const checkpoint = formatCheckpoint(this.#log.checkpoint(after + records.length));
    return { after, records, checkpoint };
  }

  async #post(
    batch: ShippedBatch,
  ): Promise<{ readonly status: number; readonly size: number | null; readonly reason: string }> {
    const response = await fetch(this.#door, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(batch),
      redirect: 'error',
      signal: AbortSignal.any([this.#gone.signal, AbortSignal.timeout(this.#options.timeoutMs)]),
    });
    const { size, reason } = ((await response.json()) ?? {}) as { size?: unknown; reason?: unknown };
    return {
      status: response.status,
      size: typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : null,
      reason: typeof reason === 'string' ? reason : 'no reason',
    };
  }

  #backoffMs(): number {
    const { delayMs, maxBackoffMs } = this.#options;
    return Math.min(maxBackoffMs, delayMs * 2 ** Math.min(this.#failures, 16));
  }

  #tell(error: unknown): void {
    const { logger } = this.#options;
    const isContradiction = error instanceof NotTaken && error.isContradiction;
    const kind = isContradiction ? error.message : 'away';
    // What a stop leaves behind follows at the next start.
    if (this.#told === kind || this.#isClosing) return;
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
