import type { Bundle } from '#adapters/soap/bundle/bundle.ts';
import { checkGrammar } from '#adapters/soap/bundle/grammar.ts';
import { type SourceElement, shown } from '#adapters/soap/bundle/source.ts';
import { isBuiltInNamespace } from '#adapters/soap/schema/built-in.ts';
import { SCHEMA_GRAMMAR } from '#adapters/soap/schema/grammar.ts';
import { XSD } from '#adapters/soap/schema/names.ts';
import type { SchemaDocument } from '#adapters/soap/schema/node.ts';

/** Gathers schema documents with all that they import and include, each once for each namespace that it is read for. */
export class SchemaDocuments {
  readonly #bundle: Bundle;
  readonly #seen = new Map<SourceElement, Set<string>>();
  readonly all: SchemaDocument[] = [];

  constructor(bundle: Bundle) {
    this.#bundle = bundle;
  }

  /** @param includedBy the namespace of the document that includes this one @throws WsdlError */
  async add(root: SourceElement, includedBy?: string): Promise<void> {
    if (root.name.namespace !== XSD || root.name.name !== 'schema') {
      throw root.fail(`${root} is not a schema: <schema> of the namespace ${XSD} is expected`);
    }
    const own = root.attribute('targetNamespace');
    if (own === '') throw root.fail('targetNamespace must not be empty: leave it out');
    const namespace = own ?? includedBy ?? '';
    const seen = this.#seen.get(root) ?? new Set();
    if (seen.has(namespace)) return;
    this.#seen.set(root, seen.add(namespace));
    if (seen.size > 20) throw root.fail('the schema is included from too many namespaces');
    checkGrammar(root, SCHEMA_GRAMMAR);
    this.all.push({ root, namespace });
    for (const reference of root.elements(XSD, 'import', 'include', 'redefine'))
      await this.#follow(reference, namespace);
  }

  async #follow(reference: SourceElement, namespace: string): Promise<void> {
    const location = reference.attribute('schemaLocation');
    if (reference.name.name === 'redefine') {
      throw reference.fail('<redefine> is not supported: write the types as they are to be into the included file');
    }
    if (reference.name.name === 'include') {
      const root = await this.#bundle.load(reference.required('schemaLocation'), reference);
      const own = root.attribute('targetNamespace');
      if (own !== undefined && own !== namespace) throw reference.fail(otherNamespace('include', own, namespace));
      return this.add(root, namespace);
    }
    const imported = reference.attribute('namespace') ?? '';
    if (location === undefined || isBuiltInNamespace(imported)) return;
    const root = await this.#bundle.load(location, reference);
    const own = root.attribute('targetNamespace') ?? '';
    if (own !== imported) throw reference.fail(otherNamespace('import', own, imported));
    await this.add(root);
  }
}

function otherNamespace(what: string, found: string, expected: string): string {
  return `the schema that is ${what === 'import' ? 'imported' : 'included'} has the targetNamespace "${shown(found)}", not "${shown(expected)}"`;
}
