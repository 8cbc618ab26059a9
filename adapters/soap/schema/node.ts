import type { WsdlError } from '#adapters/soap/bundle/error.ts';
import { type SourceElement, shown } from '#adapters/soap/bundle/source.ts';
import type { QName } from '#adapters/soap/schema/model.ts';
import { XSD } from '#adapters/soap/schema/names.ts';

/** A schema document in the bundle, as it is included where it is. */
export interface SchemaDocument {
  readonly root: SourceElement;
  /** The target namespace; of a document without one that is included, the namespace of who includes it (part 1 §4.2.1). */
  readonly namespace: string;
}

/** An element of a schema document: `SourceElement` with what the document around it decides. */
export class SchemaNode {
  readonly source: SourceElement;
  readonly document: SchemaDocument;
  #children: readonly SchemaNode[] | undefined;

  constructor(source: SourceElement, document: SchemaDocument) {
    this.source = source;
    this.document = document;
  }

  /** Its local name: `complexType`. */
  get kind(): string {
    return this.source.name.name;
  }

  /** Without annotations; the same objects each time. */
  get children(): readonly SchemaNode[] {
    this.#children ??= this.source
      .elements(XSD)
      .filter(({ name }) => name.name !== 'annotation')
      .map((child) => new SchemaNode(child, this.document));
    return this.#children;
  }

  those(...kinds: readonly string[]): readonly SchemaNode[] {
    return this.children.filter(({ kind }) => kinds.includes(kind));
  }

  /** @throws WsdlError where there is more than one */
  one(...kinds: readonly string[]): SchemaNode | undefined {
    const [first, second] = this.those(...kinds);
    if (second) throw second.fail(`${this.source} may hold only one of: ${kinds.join(', ')}`);
    return first;
  }

  text(attribute: string): string | undefined {
    return this.source.attribute(attribute);
  }

  boolean(attribute: string): boolean {
    const value = this.text(attribute) ?? 'false';
    if (!['true', 'false', '1', '0'].includes(value)) {
      throw this.fail(`${attribute}="${shown(value)}" must be true or false`);
    }
    return value === 'true' || value === '1';
  }

  /** @throws WsdlError where it is none of those allowed */
  choice<T extends string>(attribute: string, allowed: readonly T[], otherwise: T): T {
    const value = this.text(attribute);
    if (value === undefined) return otherwise;
    const known = allowed.find((one) => one === value);
    if (known === undefined) throw this.fail(`${attribute}="${shown(value)}" must be one of: ${allowed.join(', ')}`);
    return known;
  }

  /** The name of what it declares, in the namespace of the document. */
  globalName(): QName {
    return { namespace: this.document.namespace, name: this.ncName() };
  }

  ncName(): string {
    const name = this.source.required('name');
    if (!/^[\p{L}_][\p{L}\p{M}\p{N}._\-·]*$/u.test(name))
      throw this.fail(`name="${shown(name)}" is not a name without a prefix`);
    return name;
  }

  /** The name that an attribute refers to. */
  reference(attribute: string): QName | undefined {
    const value = this.text(attribute);
    return value === undefined ? undefined : this.toReference(value, attribute);
  }

  toReference(value: string, attribute: string): QName {
    const name = this.source.toQName(value, attribute);
    const isChameleon = this.document.root.attribute('targetNamespace') === undefined;
    return name.namespace === '' && isChameleon ? { ...name, namespace: this.document.namespace } : name;
  }

  fail(reason: string): WsdlError {
    return this.source.fail(reason);
  }

  toString(): string {
    const name = this.text('name');
    return name === undefined ? `${this.source}` : `<${this.kind} name="${shown(name)}">`;
  }
}
