import type { QName, SchemaSet } from '#adapters/soap/schema/model.ts';
import { SOAP_12_ENCODING, SOAP_ENCODING, XSD, XSI } from '#adapters/soap/schema/names.ts';
import { SOAP_1_1, SOAP_1_2, type SoapVersion } from '#adapters/soap/soap-version.ts';
import { escapeAttribute } from '#adapters/soap/xml/escape.ts';
import { XML_NAMESPACE } from '#adapters/soap/xml/namespaces.ts';

/** What a message is written by. */
export interface Rules {
  readonly schemas: SchemaSet;
  /** The version whose encoding is used; `null` where it is literal. */
  readonly encoding: SoapVersion | null;
}

const PREFIXES: ReadonlyMap<string, string> = new Map([
  [XSD, 'xsd'],
  [XSI, 'xsi'],
  [SOAP_ENCODING, 'soapenc'],
  [SOAP_12_ENCODING, 'enc'],
  [SOAP_1_1.namespace, 'soapenv'],
  [SOAP_1_2.namespace, 'soapenv12'],
]);

/** One element that is being written with all that is in it; it declares the namespaces of all of them. */
export class Writing {
  readonly schemas: SchemaSet;
  readonly encoding: SoapVersion | null;
  readonly #prefixes = new Map<string, string>([[XML_NAMESPACE, 'xml']]);

  constructor({ schemas, encoding }: Rules) {
    this.schemas = schemas;
    this.encoding = encoding;
  }

  /** Without a prefix for no namespace: the default one is never declared. */
  name({ namespace, name }: QName): string {
    if (namespace === '') return name;
    const prefix = this.#prefixes.get(namespace) ?? PREFIXES.get(namespace) ?? `n${this.#prefixes.size}`;
    this.#prefixes.set(namespace, prefix);
    return `${prefix}:${name}`;
  }

  /** The namespaces of all names that were written so far, and the encoding, if any. */
  rootAttributes(): string {
    const style = this.encoding ? this.#encodingStyle(this.encoding) : '';
    const declarations = [...this.#prefixes]
      .filter(([namespace]) => namespace !== XML_NAMESPACE)
      .map(([namespace, prefix]) => ` xmlns:${prefix}="${escapeAttribute(namespace)}"`);
    return style + declarations.join('');
  }

  /** SOAP 1.1 §4.1.1, SOAP 1.2 part 1 §5.1.1 */
  #encodingStyle({ namespace, is12 }: SoapVersion): string {
    const name = this.name({ namespace, name: 'encodingStyle' });
    return ` ${name}="${is12 ? SOAP_12_ENCODING : SOAP_ENCODING}"`;
  }
}
