import { shownName } from '#adapters/soap/bundle/source.ts';
import { isBuiltInNamespace } from '#adapters/soap/schema/built-in.ts';
import { clark } from '#adapters/soap/schema/clark.ts';
import type { QName } from '#adapters/soap/schema/model.ts';

import { type SchemaDocument, SchemaNode } from '#adapters/soap/schema/node.ts';

/** Kinds of names that do not collide (part 1 §2.5). */
export type DeclarationKind = 'element' | 'type' | 'attribute' | 'group' | 'attributeGroup';

const KINDS: ReadonlyMap<string, DeclarationKind> = new Map([
  ['element', 'element'],
  ['simpleType', 'type'],
  ['complexType', 'type'],
  ['attribute', 'attribute'],
  ['group', 'group'],
  ['attributeGroup', 'attributeGroup'],
]);

/** The global declarations of all documents of a bundle, as they are written. */
export class Declarations {
  readonly #byKind = new Map<DeclarationKind, Map<string, SchemaNode>>();
  readonly #namespaces = new Set<string>();

  /** @throws WsdlError where a name is declared twice */
  add(document: SchemaDocument): void {
    this.#namespaces.add(document.namespace);
    for (const node of new SchemaNode(document.root, document).children) {
      const kind = KINDS.get(node.kind);
      if (!kind) continue;
      const declared = this.all(kind);
      const key = clark(node.globalName());
      const before = declared.get(key);
      if (before) {
        const { file, line } = before.source;
        throw node.fail(`the ${kind} ${shownName(node.globalName())} is declared twice: also at ${file}:${line}`);
      }
      declared.set(key, node);
    }
  }

  all(kind: DeclarationKind): Map<string, SchemaNode> {
    const declared = this.#byKind.get(kind) ?? new Map<string, SchemaNode>();
    this.#byKind.set(kind, declared);
    return declared;
  }

  find(kind: DeclarationKind, name: QName): SchemaNode | undefined {
    return this.all(kind).get(clark(name));
  }

  /** Why a reference leads nowhere. */
  missing(kind: DeclarationKind, name: QName): string {
    const what = `the ${kind} ${shownName(name)} is not declared`;
    if (isBuiltInNamespace(name.namespace)) return `${what}: that namespace has none of this name`;
    if (name.namespace !== '' && !this.#namespaces.has(name.namespace))
      return `${what}: no schema of that namespace is in the bundle`;
    const [elsewhere] = [...this.#namespaces].filter((namespace) => this.find(kind, { ...name, namespace }));
    return elsewhere === undefined ? what : `${what}; there is one in ${shownName({ ...name, namespace: elsewhere })}`;
  }
}
