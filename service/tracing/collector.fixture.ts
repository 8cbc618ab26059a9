import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { serve } from '#service/http/testing.fixture.ts';

export interface ReceivedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly kind: number;
  readonly service: string;
  readonly isError: boolean;
  readonly ms: number;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A collector of OTLP/HTTP in JSON, which answers as it is told. */
export async function startCollector(status = 200) {
  const spans: ReceivedSpan[] = [];
  const requests: string[] = [];
  const server = await serve(async (request, response) => {
    requests.push(`${request.method} ${request.url} ${request.headers['content-type']}`);
    spans.push(...(await spansIn(request)));
    const elsewhere = status === 307 ? { location: '/elsewhere' } : {};
    response.writeHead(status, { 'content-type': 'application/json', ...elsewhere }).end('{"partialSuccess":{}}');
  });
  return { url: server.url, spans, requests, close: () => server.close() };
}

interface KeyValue {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

async function spansIn(request: IncomingMessage): Promise<ReceivedSpan[]> {
  const { resourceSpans } = (await json(request)) as {
    resourceSpans: {
      resource: { attributes: KeyValue[] };
      scopeSpans: {
        spans: (ReceivedSpan & {
          attributes: KeyValue[];
          status: { code: number };
          startTimeUnixNano: string;
          endTimeUnixNano: string;
        })[];
      }[];
    }[];
  };
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map(({ status, startTimeUnixNano, endTimeUnixNano, attributes, ...span }) => ({
        ...span,
        service: String(plain(resource.attributes)['service.name']),
        isError: status.code === 2,
        ms: Number(BigInt(endTimeUnixNano) - BigInt(startTimeUnixNano)) / 1e6,
        attributes: plain(attributes),
      })),
    ),
  );
}

function plain(attributes: readonly KeyValue[]): Record<string, unknown> {
  return Object.fromEntries(
    attributes.map(({ key, value }) => [key, 'intValue' in value ? Number(value.intValue) : Object.values(value)[0]]),
  );
}
