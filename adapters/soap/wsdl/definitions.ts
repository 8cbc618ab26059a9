import type { Bundle } from '#adapters/soap/bundle/bundle.ts';
import { checkGrammar } from '#adapters/soap/bundle/grammar.ts';
import { type SourceElement, shown, shownName } from '#adapters/soap/bundle/source.ts';
import { clark } from '#adapters/soap/schema/clark.ts';
import type { SchemaDocuments } from '#adapters/soap/schema/documents.ts';
import type { QName } from '#adapters/soap/schema/model.ts';
import { WSDL, XSD } from '#adapters/soap/schema/names.ts';
import { WSDL_GRAMMAR } from '#adapters/soap/wsdl/grammar.ts';

export type DefinitionKind = 'message' | 'portType' | 'binding' | 'service';

const KINDS: readonly DefinitionKind[] = ['message', 'portType', 'binding', 'service'];

/** The definitions of a WSDL and of all that it imports, as they are written. */
export class Definitions {
  readonly #bundle: Bundle;
  readonly #schemas: SchemaDocuments;
  readonly #seen = new Set<SourceElement>();
  readonly #byKind = new Map<DefinitionKind, Map<string, SourceElement>>();
  readonly #namespaces = new Map<SourceElement, string>();

  constructor(bundle: Bundle, schemas: SchemaDocuments) {
    this.#bundle = bundle;
    this.#schemas = schemas;
  }

  /** @throws WsdlError */
  async add(root: SourceElement): Promise<void> {
    if (this.#seen.has(root)) return;
    this.#seen.add(root);
    if (root.name.namespace !== WSDL || root.name.name !== 'definitions') {
      throw root.fail(`${root} is not a WSDL 1.1: <definitions> of the namespace ${WSDL} is expected`);
    }
    checkGrammar(root, WSDL_GRAMMAR);
    for (const element of root.elements(WSDL, ...KINDS)) this.#define(element, root.attribute('targetNamespace') ?? '');
    for (const types of root.elements(WSDL, 'types')) {
      for (const schema of types.elements(XSD)) await this.#schemas.add(schema);
    }
    for (const reference of root.elements(WSDL, 'import')) await this.#import(reference);
  }

  /** In the order in which they are written, those of an import after its own. */
  all(kind: DefinitionKind): ReadonlyMap<string, SourceElement> {
    return this.#byKind.get(kind) ?? new Map();
  }

  /** The definition that an attribute of `at` refers to. @throws WsdlError */
  referred(kind: DefinitionKind, at: SourceElement, attribute: string): SourceElement {
    at.required(attribute);
    const name = at.qname(attribute) ?? { namespace: '', name: '' };
    const found = this.all(kind).get(clark(name));
    if (!found) throw at.fail(`the ${kind} ${shownName(name)} is not defined`);
    return found;
  }

  /** The target namespace of the file where a definition stands. */
  namespaceOf(definition: SourceElement): string {
    return this.#namespaces.get(definition) ?? '';
  }

  #define(element: SourceElement, namespace: string): void {
    const kind = KINDS.find((known) => known === element.name.name);
    if (!kind) return;
    const name: QName = { namespace, name: element.required('name') };
    const defined = this.#byKind.get(kind) ?? new Map<string, SourceElement>();
    const before = defined.get(clark(name));
    if (before)
      throw element.fail(`the ${kind} ${shownName(name)} is defined twice: also at ${before.file}:${before.line}`);
    this.#byKind.set(kind, defined.set(clark(name), element));
    this.#namespaces.set(element, namespace);
  }

  async #import(reference: SourceElement): Promise<void> {
    const root = await this.#bundle.load(reference.required('location'), reference);
    const namespace = reference.attribute('namespace') ?? '';
    const own = root.attribute('targetNamespace') ?? '';
    if (own !== namespace) {
      throw reference.fail(`what is imported has the targetNamespace "${shown(own)}", not "${shown(namespace)}"`);
    }
    // Before types had imports of their own, a WSDL imported schemas like this.
    await (root.name.namespace === XSD ? this.#schemas.add(root) : this.add(root));
  }
}
