import { Counter, Histogram, type Registry } from 'prom-client';
import { isErrorCode } from '#schema/errors/codes.ts';
import type { Tracer } from '#service/tracing/tracer.ts';

/** A request under way. */
export interface ObservedRequest {
  /** Does the work as part of the request's trace. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** `status` is null where the client has gone before it had said all. */
  ended(status: number | null, codes: readonly string[], ms: number): void;
}

export interface RequestObserver {
  began(requestId: string): ObservedRequest;
}

export const UNOBSERVED_REQUESTS: RequestObserver = { began: () => ({ run: (work) => work(), ended() {} }) };

/** Seconds: up to the longest that a subgraph is waited for. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/** Counts requests by status and stable code, and makes each a span. Which operation it was is the client's word, and no label. */
export function createRequestObserver(registry: Registry, tracer: Tracer): RequestObserver {
  const common = { labelNames: ['status', 'code'], registers: [registry] };
  const requests = new Counter({
    ...common,
    name: 'zhengfa_requests_total',
    help: 'Requests, by status and the first stable code among their errors',
  });
  const duration = new Histogram({
    name: 'zhengfa_request_duration_seconds',
    help: 'From the first byte of a request to its answer',
    registers: [registry],
    buckets: BUCKETS,
  });
  return {
    began(requestId) {
      const span = tracer.begin('graphql', 'server');
      return {
        run: (work) => span.run(work),
        ended(status, codes, ms) {
          const outcome = { status: String(status ?? 'gone'), code: stable(codes[0]) };
          requests.inc(outcome);
          duration.observe(ms / 1000);
          span.end(
            {
              'http.response.status_code': status ?? 0,
              'zhengfa.code': outcome.code,
              'zhengfa.request_id': requestId,
            },
            codes.length > 0,
          );
        },
      };
    },
  };
}

/** Another graph's subgraphs may send any code. */
function stable(code: string | undefined): string {
  if (code === undefined) return 'none';
  return isErrorCode(code) ? code : 'other';
}
