import type { Logger } from 'pino';
import type { Attributes, SpanKind } from '#service/tracing/otlp.ts';
import { otelEndpoint } from '#service/tracing/settings.ts';
import { currentTrace, newContext, type TraceContext, withinTrace } from '#service/tracing/trace-context.ts';

/** Something under way. */
export interface Span {
  /** Does the work with this span as the parent of what it begins, here and in the processes that it asks. */
  run<T>(work: () => T): T;
  /** It is over; `isError` where it did not come to what was asked for. */
  end(attributes: Attributes, isError: boolean): void;
}

export interface Tracer {
  /** @param parent another process's span @default the span that is under way here */
  begin(name: string, kind: SpanKind, parent?: TraceContext): Span;
  /** Sends what is left. */
  close(): Promise<void>;
}

/** Nobody looks. */
export const UNTRACED: Tracer = {
  begin: () => ({ run: (work) => work(), end() {} }),
  close: async () => {},
};

/** Does the work within a span, which ends with it; an error where it throws. */
export async function inSpan<T>(span: Span, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  let isError = true;
  try {
    const result = await span.run(work);
    isError = false;
    return result;
  } finally {
    span.end(attributes, isError);
  }
}

/**
 * Spans of one process, to the collector that `OTEL_ENDPOINT` names; without one nothing is loaded that sends.
 * @throws Error where it is not on this machine
 */
export async function openTracer(processName: string, env: NodeJS.ProcessEnv, logger: Logger): Promise<Tracer> {
  const endpoint = otelEndpoint(env);
  if (endpoint === null) return UNTRACED;
  const { createExporter } = await import('#service/tracing/exporter.ts');
  const exporter = createExporter({ endpoint, service: `zhengfa-${processName}`, logger });
  return {
    begin(name, kind, parent = currentTrace()) {
      const context = newContext(parent);
      const startMs = now();
      return {
        run: (work) => withinTrace(context, work),
        end: (attributes, isError) =>
          exporter.add({ name, kind, context, parent, startMs, endMs: now(), attributes, isError }),
      };
    },
    close: () => exporter.close(),
  };
}

/** Milliseconds since 1970, with their fraction, that never run backwards. */
function now(): number {
  return performance.timeOrigin + performance.now();
}
