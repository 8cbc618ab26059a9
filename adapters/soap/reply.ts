import { setImmediate } from 'node:timers/promises';
import { unreadable } from '#adapters/connector/failures.ts';
import type { Attempt } from '#adapters/connector/guard.ts';
import type { CharsetRule } from '#adapters/soap/charset/choose.ts';
import { createBodyDecoder } from '#adapters/soap/charset/decoder.ts';
import type { HttpReply } from '#adapters/soap/http/exchange.ts';
import type { Verification } from '#adapters/soap/security/verification.ts';
import { XmlError } from '#adapters/soap/xml/error.ts';
import { type XmlHandler, XmlReader } from '#adapters/soap/xml/reader.ts';

/** Bytes that are decoded and characters that are read before others have their turn: some milliseconds. */
const SLICE = 64 * 1024;

export interface ReadingOptions {
  readonly charset: CharsetRule;
  /** Where the system signs its replies: they are held whole until that is checked. */
  readonly verify: Verification | null;
}

/**
 * Reads a reply as it comes, in slices between which the process does other work; what has been read is not kept here.
 * @returns whether it counts as the system's: not where a fault should be signed and is not, as with systems that sign only what succeeds
 * @throws LegacyFailure where it cannot be read, or what the handler throws; the signal's reason where it aborts
 */
export async function readReply(
  http: HttpReply,
  handler: XmlHandler,
  attempt: Attempt,
  { charset, verify }: ReadingOptions,
): Promise<boolean> {
  const texts = textsOf(http, attempt, charset);
  try {
    if (verify === null) {
      await readTexts(texts, handler, attempt.signal);
      return true;
    }
    const { text, isSigned } = await verified(await whole(texts), http.status, verify, attempt.signal);
    await readTexts(slicesOf(text), handler, attempt.signal);
    return isSigned;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const { reason, line, column } = error;
    throw unreadable(reason, { status: http.status, line, column });
  }
}

/** Takes steps that are left to do, and gives others their turn between them. */
export async function takeSteps(steps: Iterable<void>, signal: AbortSignal): Promise<void> {
  for (const _ of steps) {
    await setImmediate();
    signal.throwIfAborted();
  }
}

/** The reply to a message without an answer; `null` where it says nothing, and 202 says no more than that the message has come. */
export async function saidIn(http: HttpReply): Promise<HttpReply | null> {
  const chunks = http.body[Symbol.asyncIterator]();
  let next = await chunks.next();
  while (!next.done && (next.value.length === 0 || http.status === 202)) next = await chunks.next();
  if (next.done) return null;
  const first = next.value;
  async function* body() {
    yield first;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  return { ...http, body: body() };
}

async function readTexts(
  texts: AsyncIterable<string> | Iterable<string>,
  handler: XmlHandler,
  signal: AbortSignal,
): Promise<void> {
  const reader = new XmlReader(handler);
  let read = 0;
  for await (const text of texts) {
    reader.write(text);
    read += text.length;
    if (read < SLICE) continue;
    read = 0;
    await setImmediate();
    signal.throwIfAborted();
  }
  reader.end();
}

async function* textsOf(http: HttpReply, attempt: Attempt, rule: CharsetRule): AsyncGenerator<string, void> {
  const decoder = createBodyDecoder({ contentType: http.contentType, rule });
  let bytes = 0;
  for await (const chunk of http.body) {
    bytes += chunk.length;
    attempt.bytes(chunk.length);
    for (let from = 0; from < chunk.length; from += SLICE) {
      yield decoder.write(chunk.subarray(from, from + SLICE));
    }
  }
  if (bytes === 0) throw unreadable('the reply is empty', { status: http.status });
  yield decoder.end();
}

async function whole(texts: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const text of texts) whole += text;
  return whole;
}

async function verified(text: string, status: number, verify: Verification, signal: AbortSignal) {
  try {
    return { text: await verify(text, signal), isSigned: true };
  } catch (error) {
    if (status === 200 || signal.aborted) throw error;
    return { text, isSigned: false };
  }
}

function* slicesOf(text: string): Generator<string, void> {
  for (let from = 0; from < text.length; from += SLICE) yield text.slice(from, from + SLICE);
}
