import { join } from 'node:path';
import { filesOf } from '#adapters/soap/bundle/files.fixture.ts';
import { loadService } from '#adapters/soap/wsdl/load.ts';
import type { Operation, ServiceDescription } from '#adapters/soap/wsdl/model.ts';

/** The parts of a WSDL as they are written, each to be replaced by another. */
export interface Pieces {
  readonly imports?: string;
  readonly types?: string;
  readonly messages?: string;
  readonly portType?: string;
  readonly binding?: string;
  readonly service?: string;
}

const SCHEMA = `<xs:schema targetNamespace="urn:t" elementFormDefault="qualified">
  <xs:element name="ask"><xs:complexType><xs:sequence><xs:element name="id" type="xs:long"/></xs:sequence></xs:complexType></xs:element>
  <xs:element name="answer" type="xs:string"/>
  <xs:element name="ticket" type="xs:string"/>
  <xs:element name="refusal" type="xs:int"/>
</xs:schema>`;

export const DEFAULTS = {
  imports: '',
  types: `<types>${SCHEMA}</types>`,
  messages: `<message name="in"><part name="body" element="t:ask"/></message>
<message name="out"><part name="body" element="t:answer"/></message>`,
  portType: `<portType name="P"><operation name="look"><input message="t:in"/><output message="t:out"/></operation></portType>`,
  binding: `<binding name="B" type="t:P"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
<operation name="look"><soap:operation soapAction="urn:look"/><input><soap:body use="literal"/></input><output><soap:body use="literal"/></output></operation></binding>`,
  service:
    '<service name="S"><port name="Main" binding="t:B"><soap:address location="http://example.invalid/s"/></port></service>',
} as const;

/** A WSDL of `urn:t`: the first line is its root, and each piece begins on a line of its own. */
export function wsdlOf(pieces: Pieces = {}): string {
  const { imports, types, messages, portType, binding, service } = { ...DEFAULTS, ...pieces };
  return `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">
${[imports, types, messages, portType, binding, service].join('\n')}
</definitions>`;
}

export async function loadPieces(
  pieces: Pieces,
  others: Readonly<Record<string, string>> = {},
): Promise<ServiceDescription> {
  const folder = await filesOf({ 's.wsdl': wsdlOf(pieces), ...others });
  return loadService(join(folder, 's.wsdl'));
}

/** An operation of the first port. */
export function operationIn(service: ServiceDescription, name: string): Operation {
  const operation = service.ports[0]?.operations.get(name);
  if (!operation) throw new Error(`no operation ${name}`);
  return operation;
}
