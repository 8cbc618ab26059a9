import { type Client, createClientAsync } from 'soap';
import type { XmlContent, XmlRecord, XmlValue } from '#adapters/soap/value.ts';

/** Asks as our connector does, for what the `soap` package gives with nothing of ours about it. */
export interface SoapAlone {
  readonly client: Client;
  call(operation: string, args: XmlRecord): Promise<unknown>;
}

/** With the defaults of `soap`, as an application begins with it. */
export async function soapAlone(wsdl: string, endpoint: string, options: object = {}): Promise<SoapAlone> {
  const client = await createClientAsync(wsdl, { endpoint, disableCache: true, ...options });
  return {
    client,
    async call(operation, args) {
      const call: unknown = client[`${operation}Async`];
      if (typeof call !== 'function') throw new Error(`soap has no operation ${operation}`);
      const answer: unknown = await call.call(client, toSoap(args), { timeout: 10_000 });
      return Array.isArray(answer) ? answer[0] : answer;
    },
  };
}

/** Our values as `soap` is given them: attributes and text under names of its own, mixed content not at all. */
function toSoap(value: XmlValue | XmlContent): unknown {
  if (Array.isArray(value)) return value.map(toSoap);
  if (value === null || typeof value !== 'object') return value;
  const attributes: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    if (name === '#type') attributes.xsi_type = { type: each, xmlns: 'urn:legacy:types' };
    else if (name.startsWith('@')) attributes[name.slice(1)] = each;
    else rest[name === '#text' ? '$value' : name] = toSoap(each);
  }
  return Object.keys(attributes).length > 0 ? { attributes, ...rest } : rest;
}

export type Outcome = 'right' | 'wrong' | 'lost' | 'throws';

/** How what `soap` gave compares with what was on the wire; numbers, booleans and dates count where they denote the very same value. */
export function judge(got: unknown, expected: unknown): Outcome {
  if (denotes(got, expected)) return 'right';
  return got === undefined || got === null || got === '' ? 'lost' : 'wrong';
}

function denotes(got: unknown, expected: unknown): boolean {
  if (got instanceof Date) return typeof expected === 'string' && isSameTime(got, expected);
  if (typeof got === 'number' || typeof got === 'boolean') return String(got) === expected;
  if (Array.isArray(expected)) {
    return Array.isArray(got) && got.length === expected.length && expected.every((each, at) => denotes(got[at], each));
  }
  if (!isRecord(expected)) return got === expected;
  if (!isRecord(got)) return false;
  const { attributes, $value, ...elements } = got;
  const flat: Record<string, unknown> = { ...elements };
  if ($value !== undefined) flat['#text'] = $value;
  for (const [name, value] of Object.entries(isRecord(attributes) ? attributes : {})) {
    if (name === 'xsi:type') flat['#type'] = String(value).replace(/^.*:/, '');
    else flat[`@${name}`] = value;
  }
  return [...new Set([...Object.keys(flat), ...Object.keys(expected)])].every((key) =>
    denotes(flat[key], expected[key]),
  );
}

/** A moment without a zone is none that a Date could hold. */
function isSameTime(got: Date, expected: string): boolean {
  if (Number.isNaN(got.getTime())) return false;
  if (/^\d+-\d\d-\d\d$/.test(expected)) return got.toISOString().startsWith(expected);
  return /(?:Z|[+-]\d\d:\d\d)$/.test(expected) && got.getTime() === new Date(expected).getTime();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
