import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import type { Declared } from '#gateway/authorization/declared.ts';
import type { Join } from '#gateway/authorization/join.ts';
import { allOf, beyond, NOTHING, type Requirement } from '#gateway/authorization/requirement.ts';
import { SupergraphRefused } from '#gateway/authorization/supergraph-refused.ts';

type Field = GraphQLField<unknown, unknown>;

/**
 * What selecting something demands, derived from what is declared: selecting field F of object type O demands what O, O.F and the
 * type of F demand, and the same for all that F `@requires`.
 *
 * Composition joins the requirements of object types into their interfaces, which adds nothing. What an interface demands beyond
 * that was written on itself (a subgraph that links the feature directly gets it past composition) or on an `@interfaceObject`: on a
 * field it binds the field of every implementor; on the type it binds whoever selects on it, and fields that an `@interfaceObject`
 * resolves.
 */
export class SelectionRequirements {
  readonly #supergraph: GraphQLSchema;
  readonly #declared: Declared;
  readonly #join: Join;
  readonly #parents = new Map<string, Requirement>();
  readonly #fields = new Map<Field, Requirement>();
  readonly #open = new Set<Field>();

  /** @throws SupergraphRefused where what a field requires cannot be followed */
  constructor(supergraph: GraphQLSchema, declared: Declared, join: Join) {
    this.#supergraph = supergraph;
    this.#declared = declared;
    this.#join = join;
    for (const type of Object.values(supergraph.getTypeMap())) {
      if (isObjectType(type)) for (const field of Object.values(type.getFields())) this.#derive(type, field);
    }
  }

  /** Of one field of an object type; undefined for a field that the supergraph does not have. */
  ofField(object: string, name: string): Requirement | undefined {
    const type = this.#supergraph.getType(object);
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    return field && this.#fields.get(field);
  }

  /** Of a selection on a type: what is written on an abstract type that its object types do not demand themselves. */
  ofParent(name: string): Requirement {
    const known = this.#parents.get(name);
    if (known !== undefined) return known;
    const type = this.#supergraph.getType(name);
    const objects = isAbstractType(type)
      ? this.#objectsOf(type).map((object) => this.#declared.ofType(object.name))
      : [];
    const own = isAbstractType(type) ? beyond(this.#declared.ofType(name), allOf(objects)) : NOTHING;
    this.#parents.set(name, own);
    return own;
  }

  #derive(object: GraphQLObjectType, field: Field): Requirement {
    const known = this.#fields.get(field);
    if (known !== undefined) return known;
    if (this.#open.has(field)) throw cannotFollow(`${object.name}.${field.name}`);
    this.#open.add(field);
    const requirement = allOf([
      this.#declared.ofType(object.name),
      this.#declared.ofField(object.name, field.name),
      this.#declared.ofType(getNamedType(field.type).name),
      ...this.#join.requires(field).map((selections) => this.#ofSelections(selections, [object], object)),
      ...object.getInterfaces().flatMap((type) => this.#inherited(object, type, field.name)),
    ]);
    this.#open.delete(field);
    this.#fields.set(field, requirement);
    return requirement;
  }

  #inherited(object: GraphQLObjectType, type: GraphQLInterfaceType, name: string): readonly Requirement[] {
    const field = type.getFields()[name];
    if (field === undefined) return [];
    const own = this.#fields.get(field) ?? this.#beyondImplementors(type, field);
    this.#fields.set(field, own);
    if (!this.#join.isFromInterfaceObject(type, field)) return [own];
    const required = this.#join.requiresAsObject(type, field);
    return [
      own,
      this.ofParent(type.name),
      ...required.map((selections) => this.#ofSelections(selections, [object], object)),
    ];
  }

  #beyondImplementors(type: GraphQLInterfaceType, { name }: Field): Requirement {
    const implementors = this.#objectsOf(type).map((object) => this.#declared.ofField(object.name, name));
    return beyond(this.#declared.ofField(type.name, name), allOf(implementors));
  }

  #ofSelections(
    selectionSet: SelectionSetNode,
    objects: readonly GraphQLObjectType[],
    parent: GraphQLNamedType,
  ): Requirement {
    const parts = [this.ofParent(parent.name)];
    for (const selection of selectionSet.selections) {
      if (selection.kind === 'FragmentSpread') throw cannotFollow(parent.name);
      if (selection.kind === 'InlineFragment') {
        const type = selection.typeCondition ? this.#supergraph.getType(selection.typeCondition.name.value) : parent;
        if (!isCompositeType(type)) throw cannotFollow(parent.name);
        const within = new Set(this.#objectsOf(type));
        const narrowed = objects.filter((object) => within.has(object));
        parts.push(this.#ofSelections(selection.selectionSet, narrowed, type));
      } else {
        for (const object of objects)
          parts.push(...this.#ofSelected(object, selection.name.value, selection.selectionSet));
      }
    }
    return allOf(parts);
  }

  #ofSelected(object: GraphQLObjectType, name: string, below: SelectionSetNode | undefined): readonly Requirement[] {
    if (name === '__typename') return [this.#declared.ofType(object.name)];
    const field = object.getFields()[name];
    if (field === undefined) throw cannotFollow(`${object.name}.${name}`);
    const type = getNamedType(field.type);
    const own = this.#derive(object, field);
    return below ? [own, this.#ofSelections(below, this.#objectsOf(type), type)] : [own];
  }

  #objectsOf(type: GraphQLNamedType): readonly GraphQLObjectType[] {
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? this.#supergraph.getPossibleTypes(type) : [];
  }
}

function cannotFollow(coordinate: string): SupergraphRefused {
  return new SupergraphRefused(
    `超图中 @requires 经过 ${coordinate} 的引用无法解析，因此不启动。`,
    `What a field @requires through ${coordinate} cannot be followed, so the gateway does not start.`,
  );
}
