import { type Place, WsdlError } from '#adapters/soap/bundle/error.ts';
import type { QName } from '#adapters/soap/schema/model.ts';
import type { XmlAttribute } from '#adapters/soap/xml/reader.ts';

type Resolve = (prefix: string) => string | undefined;

const NAME = /^[^\s:]+$/;

/** An element of a WSDL or a schema, and where it stands. Its text is documentation at most and is not kept. */
export class SourceElement implements Place {
  readonly file: string;
  /** Where its tag begins. */
  readonly line: number;
  readonly name: QName;
  readonly children: SourceElement[] = [];
  readonly #attributes: readonly XmlAttribute[];
  readonly #resolve: Resolve;

  constructor(place: Place, name: QName, attributes: readonly XmlAttribute[], resolve: Resolve) {
    this.file = place.file;
    this.line = place.line;
    this.name = name;
    this.#attributes = attributes;
    this.#resolve = resolve;
  }

  /** Without the white space around it; `undefined` where it is absent. @param namespace `''` for those without prefix */
  attribute(name: string, namespace = ''): string | undefined {
    return this.untrimmed(name, namespace)?.trim();
  }

  untrimmed(name: string, namespace = ''): string | undefined {
    return this.#attributes.find(({ name: own }) => own.name === name && own.namespace === namespace)?.value;
  }

  /** Names of those without prefix. */
  get attributeNames(): readonly string[] {
    return this.#attributes.flatMap(({ name }) => (name.namespace === '' ? [name.name] : []));
  }

  /** An attribute that must be there. @throws WsdlError */
  required(name: string): string {
    const value = this.attribute(name);
    if (value === undefined || value === '') throw this.fail(`${this} needs the attribute ${name}`);
    return value;
  }

  /** An attribute that is the name of something. @throws WsdlError */
  qname(name: string): QName | undefined {
    const value = this.attribute(name);
    return value === undefined ? undefined : this.toQName(value, name);
  }

  /** @throws WsdlError where `value` is not a name, or its prefix not bound here */
  toQName(value: string, what: string): QName {
    const colon = value.indexOf(':');
    const prefix = value.slice(0, Math.max(colon, 0));
    const local = value.slice(colon + 1);
    if (!NAME.test(local) || colon === 0)
      throw this.fail(`${what}="${shown(value)}" is not a name, with or without a prefix`);
    const namespace = this.#resolve(prefix);
    if (namespace === undefined)
      throw this.fail(`the prefix ${shown(prefix)} of ${what}="${shown(value)}" is not bound to a namespace`);
    return { namespace, name: local };
  }

  /** Its children of one namespace, of these local names if there are any. */
  elements(namespace: string, ...names: readonly string[]): readonly SourceElement[] {
    return this.children.filter(
      ({ name }) => name.namespace === namespace && (names.length === 0 || names.includes(name.name)),
    );
  }

  fail(reason: string): WsdlError {
    return new WsdlError(this, reason);
  }

  toString(): string {
    return `<${shown(this.name.name)}>`;
  }
}

/** A name or value of the bundle as an error may show it: of bounded length, on one line. */
export function shown(value: string): string {
  const line = value.replace(/[\p{C}\s]+/gu, ' ');
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}

/** A name with its namespace, for errors. */
export function shownName({ namespace, name }: QName): string {
  return namespace === '' ? `${shown(name)} (no namespace)` : `${shown(name)} (namespace ${shown(namespace)})`;
}
