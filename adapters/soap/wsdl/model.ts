import type { Element, SchemaSet, Type } from '#adapters/soap/schema/model.ts';

/** What a WSDL 1.1 says of a service, as far as calls need it. */

export interface ServiceDescription {
  readonly schemas: SchemaSet;
  /** Those with a SOAP binding over HTTP, in the order of the WSDL. */
  readonly ports: readonly ServicePort[];
}

export interface ServicePort {
  readonly service: string;
  readonly name: string;
  readonly version: '1.1' | '1.2';
  /** As the WSDL gives it, which often cannot be reached; `null` where it gives none. */
  readonly address: string | null;
  /** By name. */
  readonly operations: ReadonlyMap<string, Operation>;
}

export interface Operation {
  readonly name: string;
  /** SOAPAction; `''` where the binding has none. */
  readonly action: string;
  readonly style: 'document' | 'rpc';
  readonly use: 'literal' | 'encoded';
  readonly input: Message;
  /** `null` where the operation is one-way. */
  readonly output: Message | null;
  /** The elements of its declared faults' details. */
  readonly faults: readonly Element[];
}

export interface Message {
  /** Namespace of the wrapper in RPC style (`soap:body/@namespace`); `''` in document style. */
  readonly namespace: string;
  /** What stands in the body. In document style each has an element; in RPC style a type, or an element. */
  readonly parts: readonly Part[];
  /** What stands in the header (`soap:header`), each with its element. */
  readonly headers: readonly Part[];
}

export interface Part {
  readonly name: string;
  readonly element: Element | null;
  readonly type: Type | null;
}
