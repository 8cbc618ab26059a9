import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** Where in which trace something happens: W3C Trace Context, 16 and 8 bytes in hex. */
export interface TraceContext {
  readonly traceId: string;
  readonly spanId: string;
}

const current = new AsyncLocalStorage<TraceContext>();

/** The span that is under way, if any. */
export function currentTrace(): TraceContext | undefined {
  return current.getStore();
}

/** Does the work, and whatever it begins, within a span. */
export function withinTrace<T>(context: TraceContext, work: () => T): T {
  return current.run(context, work);
}

/** What tells another process of ours which trace its work belongs to; nothing where no span is under way. */
export function traceHeaders(): Record<string, string> {
  const context = current.getStore();
  return context ? { traceparent: `00-${context.traceId}-${context.spanId}-01` } : {};
}

/** A `traceparent` header; undefined where there is none, or one that is not of version 00 (W3C Trace Context 3.2). */
export function readTraceparent(header: string | string[] | undefined): TraceContext | undefined {
  const [, traceId = '', spanId = ''] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(String(header)) ?? [];
  return /[1-9a-f]/.test(traceId) && /[1-9a-f]/.test(spanId) ? { traceId, spanId } : undefined;
}

/** A new place: below another, or first in a trace of its own. */
export function newContext(parent: TraceContext | undefined): TraceContext {
  return { traceId: parent?.traceId ?? randomBytes(16).toString('hex'), spanId: randomBytes(8).toString('hex') };
}
