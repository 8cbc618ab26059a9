import type { TraceContext } from '#service/tracing/trace-context.ts';

export type Attributes = Readonly<Record<string, string | number>>;
/** Who answers a request, and who makes one. */
export type SpanKind = 'server' | 'client';

export interface FinishedSpan {
  readonly name: string;
  readonly kind: SpanKind;
  readonly context: TraceContext;
  readonly parent: TraceContext | undefined;
  /** Milliseconds since 1970, with their fraction. */
  readonly startMs: number;
  readonly endMs: number;
  readonly attributes: Attributes;
  readonly isError: boolean;
}

/** opentelemetry.proto.trace.v1: SpanKind and StatusCode. */
const KINDS: Readonly<Record<SpanKind, number>> = { server: 2, client: 3 };
const [STATUS_UNSET, STATUS_ERROR] = [0, 2];

/** The body of `POST /v1/traces` in OTLP's JSON form (OTLP 1.x, JSON Protobuf Encoding: ids in hex, 64-bit integers as strings). */
export function exportRequest(service: string, spans: readonly FinishedSpan[]): string {
  return JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: keyValues({ 'service.name': service }) },
        scopeSpans: [{ scope: { name: 'zhengfa-graph' }, spans: spans.map(otlpSpan) }],
      },
    ],
  });
}

function otlpSpan({ name, kind, context, parent, startMs, endMs, attributes, isError }: FinishedSpan) {
  return {
    traceId: context.traceId,
    spanId: context.spanId,
    ...(parent && { parentSpanId: parent.spanId }),
    name,
    kind: KINDS[kind],
    startTimeUnixNano: nanoseconds(startMs),
    endTimeUnixNano: nanoseconds(endMs),
    attributes: keyValues(attributes),
    status: { code: isError ? STATUS_ERROR : STATUS_UNSET },
  };
}

function keyValues(attributes: Attributes) {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));
}

function anyValue(value: string | number) {
  if (typeof value === 'string') return { stringValue: value };
  return Number.isSafeInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}

function nanoseconds(ms: number): string {
  return `${Math.round(ms * 1000)}000`;
}
