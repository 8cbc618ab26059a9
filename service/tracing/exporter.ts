import type { Logger } from 'pino';
import { Agent, request } from 'undici';
import { exportRequest, type FinishedSpan } from '#service/tracing/otlp.ts';

export interface ExporterOptions {
  /** Of `POST /v1/traces`. */
  readonly endpoint: URL;
  readonly service: string;
  /** Milliseconds for which spans are gathered. @default 2000 */
  readonly delayMs?: number;
  readonly logger: Logger;
}

export interface Exporter {
  add(span: FinishedSpan): void;
  /** Sends what is left and closes the connection. */
  close(): Promise<void>;
}

/** Spans that wait, at most: a collector that is away costs spans, never memory. */
const MAX_WAITING = 4096;
const MAX_BATCH = 512;
const TIMEOUT_MS = 5_000;

/** Sends spans in batches, one batch at a time. What the collector does not take is dropped
 * with all that waits behind it, and the log says so once until it takes spans again. */
export function createExporter({ endpoint, service, delayMs = 2_000, logger }: ExporterOptions): Exporter {
  // An agent of our own: no proxy from the environment, no redirect.
  const agent = new Agent({ connections: 1, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
  const waiting: FinishedSpan[] = [];
  let timer: NodeJS.Timeout | null = null;
  let sending: Promise<void> = Promise.resolve();
  let isTaken = true;
  let closed: Promise<void> | undefined;

  function send(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    sending = sending.then(async () => {
      while (waiting.length > 0) {
        const problem = await post(waiting.splice(0, MAX_BATCH));
        if (problem !== null) waiting.length = 0;
        note(problem);
      }
    });
    return sending;
  }

  /** What went wrong, in a few words; null where the batch was taken. */
  async function post(batch: readonly FinishedSpan[]): Promise<string | null> {
    try {
      const { statusCode, body } = await request(endpoint, {
        method: 'POST',
        dispatcher: agent,
        headers: { 'content-type': 'application/json' },
        body: exportRequest(service, batch),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await body.dump();
      return statusCode === 200 ? null : `status ${statusCode}`;
    } catch (error) {
      return error instanceof Error ? error.name : 'unknown';
    }
  }

  function note(problem: string | null): void {
    if (problem !== null && isTaken)
      logger.warn({ cause: problem }, 'the collector does not take spans: they are dropped');
    isTaken = problem === null;
  }

  return {
    add(span) {
      if (waiting.length >= MAX_WAITING) return;
      waiting.push(span);
      if (waiting.length === MAX_BATCH) void send();
      else timer ??= setTimeout(() => void send(), delayMs).unref();
    },
    close: () => {
      closed ??= send().then(() => agent.close());
      return closed;
    },
  };
}
