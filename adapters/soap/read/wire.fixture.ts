import type { Reply, ReplyLimits } from '#adapters/soap/read/reply.ts';
import { createReplyReader } from '#adapters/soap/read/reply-reader.ts';
import type { SchemaSet } from '#adapters/soap/schema/model.ts';
import { SOAP_VERSIONS } from '#adapters/soap/soap-version.ts';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { writeBody } from '#adapters/soap/write/write-body.ts';
import type { Operation } from '#adapters/soap/wsdl/model.ts';
import { loadPieces, operationIn } from '#adapters/soap/wsdl/wsdl.fixture.ts';
import { XmlReader } from '#adapters/soap/xml/reader.ts';

type Version = '1.1' | '1.2';

/** One operation, `call`, in both directions without any transport. */
export interface Wire {
  readonly operation: Operation;
  readonly schemas: SchemaSet;
  write(args: XmlRecord): string;
  /** @param body what stands in the body of the envelope */
  reply(body: string, limits?: Partial<ReplyLimits>): Reply;
  /** The record of an answer. @throws Error where it is a fault */
  read(body: string): XmlRecord;
  /** A reply as a server would write it. */
  writeReply(record: XmlRecord): string;
}

/** All prefixes that the tests use. */
const DECLARED =
  'xmlns:t="urn:t" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:enc="http://www.w3.org/2003/05/soap-encoding"';

export function envelopeOf(body: string, version: Version = '1.1', header = ''): string {
  const { namespace } = SOAP_VERSIONS[version];
  const head = header === '' ? '' : `<s:Header>${header}</s:Header>`;
  return `<s:Envelope xmlns:s="${namespace}" ${DECLARED}>${head}<s:Body>${body}</s:Body></s:Envelope>`;
}

/** Reads a whole reply in pieces of a size. */
export function readEnvelope(
  wire: Pick<Wire, 'operation' | 'schemas'>,
  xml: string,
  version: Version = '1.1',
  limits = {},
  piece = xml.length,
): Reply {
  const reader = createReplyReader({ operation: wire.operation, schemas: wire.schemas, version, limits });
  const xmlReader = new XmlReader(reader);
  for (let from = 0; from < xml.length; from += piece) xmlReader.write(xml.slice(from, from + piece));
  xmlReader.end();
  return reader.finish();
}

/**
 * Document/literal: `call` and `callResponse` hold the same.
 * @param content of their complex type, or `type="…"` for a simple one
 * @param types what else the schema of urn:t holds
 */
export async function documentWire(
  content: string,
  types = '',
  form: 'qualified' | 'unqualified' = 'qualified',
  version: Version = '1.1',
): Promise<Wire> {
  const element = (name: string) =>
    content.startsWith('type=')
      ? `<xs:element name="${name}" ${content} nillable="true"/>`
      : `<xs:element name="${name}" nillable="true"><xs:complexType>${content}</xs:complexType></xs:element>`;
  return wireOf(`${element('call')}${element('callResponse')}${types}`, form, version, {
    messages:
      '<message name="in"><part name="parameters" element="t:call"/></message><message name="out"><part name="parameters" element="t:callResponse"/></message>',
    style: 'document',
    body: 'use="literal"',
  });
}

/** RPC: the parts of request and reply are the same, each by name with its type. */
export async function rpcWire(
  parts: Readonly<Record<string, string>>,
  use: 'literal' | 'encoded',
  types = '',
  version: Version = '1.1',
): Promise<Wire> {
  const written = Object.entries(parts)
    .map(([name, type]) => `<part name="${name}" type="${type}"/>`)
    .join('');
  const style = use === 'encoded' ? 'encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" ' : '';
  return wireOf(types, 'unqualified', version, {
    messages: `<message name="in">${written}</message><message name="out">${written}</message>`,
    style: 'rpc',
    body: `use="${use}" ${style}namespace="urn:t"`,
  });
}

interface Binding {
  readonly messages: string;
  readonly style: 'document' | 'rpc';
  readonly body: string;
}

async function wireOf(
  schema: string,
  form: string,
  version: Version,
  { messages, style, body }: Binding,
): Promise<Wire> {
  const soap = version === '1.1' ? 'soap' : 'soap12';
  const service = await loadPieces({
    types: `<types><xs:schema targetNamespace="urn:t" elementFormDefault="${form}" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"><xs:import namespace="http://schemas.xmlsoap.org/soap/encoding/"/>${schema}<xs:element name="fault" type="xs:int"/></xs:schema></types>`,
    messages: `${messages}<message name="refused"><part name="fault" element="t:fault"/></message>`,
    portType:
      '<portType name="P"><operation name="call"><input message="t:in"/><output message="t:out"/><fault name="f" message="t:refused"/></operation></portType>',
    binding: `<binding name="B" type="t:P"><${soap}:binding style="${style}" transport="http://schemas.xmlsoap.org/soap/http"/><operation name="call"><${soap}:operation soapAction=""/><input><${soap}:body ${body}/></input><output><${soap}:body ${body}/></output><fault name="f"><${soap}:fault name="f" use="literal"/></fault></operation></binding>`,
    service: `<service name="S"><port name="Main" binding="t:B"><${soap}:address location="http://example.invalid/s"/></port></service>`,
  });
  const operation = operationIn(service, 'call');
  const wire = { operation, schemas: service.schemas };
  const reply = (inBody: string, limits = {}) => readEnvelope(wire, envelopeOf(inBody, version), version, limits);
  const written = (of: Operation, record: XmlRecord) => writeBody(of, record, service.schemas, SOAP_VERSIONS[version]);
  return {
    ...wire,
    reply,
    write: (args) => written(operation, args),
    writeReply: (record) =>
      written({ ...operation, name: 'callResponse', input: operation.output ?? operation.input }, record),
    read(inBody) {
      const answer = reply(inBody);
      if (answer.kind === 'fault') throw new Error('a fault');
      return answer.record;
    },
  };
}
