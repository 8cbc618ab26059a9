import { createSoapConnector, type SoapConnector, type SoapConnectorOptions } from '#adapters/soap/connector.ts';
import type { XmlRecord, XmlValue } from '#adapters/soap/value.ts';
import { type SoapAlone, soapAlone } from '#tests/legacy/soap-alone.ts';
import { at, lineOf, type ValueCase } from '#tests/legacy/value-case.ts';

/** These tests look at values: nothing is held back because something failed before, and nobody is in a hurry. */
export const LIMITS = {
  breakerFailures: 1000,
  breakerShare: 100,
  refusedOpenMs: 1000,
  retries: 0,
  callTimeoutMs: 30_000,
};

/** How a service's `read(what)` and `write(values)` are asked; each stack has its names. */
export interface Shape {
  readonly readArguments: (what: string) => XmlRecord;
  /** Leads from the answer to the values. */
  readonly values: readonly string[];
  readonly writeArguments: (values: XmlRecord) => XmlRecord;
  /** Leads to what the service says of them. */
  readonly understood: readonly string[];
}

/** Both ask the same service. */
export interface Clients {
  readonly ours: SoapConnector;
  readonly alone: SoapAlone;
}

export interface ClientOptions extends Omit<SoapConnectorOptions, 'department' | 'system'> {
  readonly endpoint: string;
  /** Options of `soap`. @default its own */
  readonly alone?: object;
}

export async function openClients({ alone, ...options }: ClientOptions): Promise<Clients> {
  return {
    ours: await createSoapConnector({ ...options, limits: LIMITS, department: 'COURT', system: '12368' }),
    alone: await soapAlone(options.wsdl, options.endpoint, alone),
  };
}

/** Class of values, what the service is asked for, the field that counts, its text on the wire. */
export type Read = readonly [values: string, what: string, field: string, expected: XmlValue | undefined];
/** Class of values, what is sent, what the service says of which field. */
export type Write = readonly [values: string, sent: XmlRecord, field: string, understood: string];

/** `clients` is asked when a test runs: nothing is open before. */
export function casesOf(
  shape: Shape,
  clients: () => Clients,
  reads: readonly Read[],
  writes: readonly Write[],
): readonly ValueCase[] {
  return [
    ...reads.map(([values, what, field, expected]) => {
      const args = shape.readArguments(what);
      return {
        values: `reads ${values}`,
        ours: async () => at(await ours(clients().ours, 'read', args), ...shape.values, field),
        alone: async () => at(await clients().alone.call('read', args), ...shape.values, field),
        expected,
      };
    }),
    ...writes.map(([values, sent, field, expected]) => {
      const args = shape.writeArguments(sent);
      return {
        values: `writes ${values}`,
        ours: async () => lineOf(at(await ours(clients().ours, 'write', args), ...shape.understood), field),
        alone: async () => lineOf(anyText(await clients().alone.call('write', args)), field),
        expected,
      };
    }),
  ];
}

/** What a service says of values, wherever `soap` puts it: whether they arrived is asked here, not how it reads. */
function anyText(answer: unknown): string | undefined {
  if (typeof answer === 'string') return answer;
  const parts = typeof answer === 'object' && answer !== null ? Object.values(answer) : [];
  return parts.map(anyText).find((text) => text?.includes('\n'));
}

/** One call of our connector, on behalf of nobody in particular. */
export function ours(connector: SoapConnector, operation: string, args: XmlRecord): Promise<XmlRecord> {
  const call = { requestId: 'legacy-1', caller: 'test', rights: 'test', signal: AbortSignal.timeout(30_000) };
  return connector.call(operation, args, call);
}
