import { shownName } from '#adapters/soap/bundle/source.ts';
import { builtInType } from '#adapters/soap/schema/built-in.ts';
import { complexType } from '#adapters/soap/schema/complex-type.ts';
import type { Declarations } from '#adapters/soap/schema/declarations.ts';
import { Memo } from '#adapters/soap/schema/memo.ts';
import type { Attribute, Element, GroupParticle, QName, SimpleType, Type } from '#adapters/soap/schema/model.ts';
import type { SchemaNode } from '#adapters/soap/schema/node.ts';
import { simpleType } from '#adapters/soap/schema/simple-type.ts';
import { Substitutions } from '#adapters/soap/schema/substitutions.ts';

export interface AttributeUses {
  /** `null` for one that is prohibited. */
  readonly uses: ReadonlyMap<string, Attribute | null>;
  readonly any: boolean;
}

/** Turns declarations into the model. What refers to itself is read once and by reference, or is an error where it never ends. */
export class Compiler {
  readonly declarations: Declarations;
  readonly substitutions: Substitutions;
  readonly elements = new Memo<Element>();
  readonly groups = new Memo<GroupParticle>();
  readonly attributes = new Memo<Attribute>();
  readonly attributeGroups = new Memo<AttributeUses>();
  readonly #types = new Memo<Type>();
  readonly #later: (() => void)[] = [];

  constructor(declarations: Declarations) {
    this.declarations = declarations;
    this.substitutions = new Substitutions(declarations);
  }

  /** To be read when all else is: what may refer back to what is being read now. Errors in it are errors of the bundle all the same. */
  later<T>(read: () => T): () => T {
    let value: { readonly is: T } | undefined;
    const once = () => {
      value ??= { is: read() };
      return value.is;
    };
    this.#later.push(once);
    return once;
  }

  /** @throws WsdlError */
  finish(): void {
    // It grows while it is worked through.
    for (const work of this.#later) work();
    this.#later.length = 0;
  }

  /** The type that is declared by a `simpleType` or `complexType`. */
  typeOf(node: SchemaNode): Type {
    return this.#types.of(node, 'the type derives from itself', () =>
      node.kind === 'simpleType' ? simpleType(this, node) : complexType(this, node),
    );
  }

  simpleTypeOf(node: SchemaNode): SimpleType {
    return onlySimple(this.typeOf(node), node);
  }

  /** The type that `at` refers to. */
  type(name: QName, at: SchemaNode): Type {
    const node = this.declarations.find('type', name);
    if (node) return this.typeOf(node);
    const builtIn = builtInType(name);
    if (!builtIn) throw at.fail(this.declarations.missing('type', name));
    return builtIn;
  }

  simpleType(name: QName, at: SchemaNode): SimpleType {
    return onlySimple(this.type(name, at), at, name);
  }

  /** Whether a type can be referred to, without reading it. @throws WsdlError */
  checkType(name: QName, at: SchemaNode): void {
    if (!this.declarations.find('type', name) && !builtInType(name)) {
      throw at.fail(this.declarations.missing('type', name));
    }
  }
}

function onlySimple(type: Type, at: SchemaNode, name = type.name): SimpleType {
  if (type.kind === 'simple') return type;
  throw at.fail(`the type ${name ? shownName(name) : 'here'} is complex; ${at.source} needs a simple type`);
}
