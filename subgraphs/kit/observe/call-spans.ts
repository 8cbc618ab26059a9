import { type CallObserver, type CallOutcome, UNOBSERVED } from '#adapters/connector/observe.ts';
import type { Tracer } from '#service/tracing/tracer.ts';

/** Outcomes in which the caller has what it asked for, or no longer wants it. */
const FINE: ReadonlySet<CallOutcome> = new Set(['ok', 'shared', 'cancelled']);

/** A span for each call, below the request that makes it. */
export function createCallSpans(tracer: Tracer): CallObserver {
  return {
    ...UNOBSERVED,
    began(system, operation) {
      const span = tracer.begin(`${system} ${operation}`, 'client');
      return {
        ended({ outcome, queueMs, attempts, bytes, rows, breaker }) {
          const attributes = { system, operation, outcome, queue_ms: queueMs, attempts, bytes, rows, breaker };
          span.end(prefixed(attributes), !FINE.has(outcome));
        },
      };
    },
  };
}

function prefixed(attributes: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`zhengfa.${name}`, value]));
}
