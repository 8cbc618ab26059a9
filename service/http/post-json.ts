import { Agent, request } from 'undici';
import { traceHeaders } from '#service/tracing/trace-context.ts';

export interface Post {
  readonly agent: Agent;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds for the whole answer, waiting for a connection included. */
  readonly timeoutMs: number;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/** Why there is no answer that can be read. Its words are about the connection: never a word of what was sent or came back. */
export class NoAnswer extends Error {
  /** Whether the time was over. */
  readonly isLate: boolean;

  constructor(message: string, isLate = false) {
    super(message);
    this.name = 'NoAnswer';
    this.isLate = isLate;
  }
}

/** Bytes of one answer, at most. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/** Connections to our other processes, kept alive. `close` waits for what is under way, which its own time limit ends. */
export function createAgent(): Agent {
  return new Agent({ connections: 64, maxResponseSize: MAX_ANSWER_BYTES });
}

/**
 * Asks another process of ours. Throws {@link NoAnswer} for whatever is not a JSON object within the time and size allowed: undici's own
 * limits are for the pauses within an answer, so that one that trickles never ends, and the errors of `JSON.parse` quote what they read.
 */
export async function postJson(
  url: string,
  { agent, headers, body, timeoutMs, signal }: Post,
): Promise<{ readonly status: number; readonly value: Readonly<Record<string, unknown>> }> {
  const late = AbortSignal.timeout(timeoutMs);
  let status: number;
  let text: string;
  try {
    const answer = await request(url, {
      method: 'POST',
      dispatcher: agent,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        accept: 'application/json',
        ...traceHeaders(),
        ...headers,
      },
      body,
      signal: signal ? AbortSignal.any([signal, late]) : late,
    });
    status = answer.statusCode;
    text = await answer.body.text();
  } catch (error) {
    if (late.aborted) throw new NoAnswer(`no answer within ${timeoutMs} ms`, true);
    throw new NoAnswer(error instanceof Error ? `${error.name}: ${error.message}` : 'unknown');
  }
  const value = objectIn(text);
  if (value === null) throw new NoAnswer(`status ${status}, ${text.length} characters that are no JSON object`);
  return { status, value };
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
