import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isIntrospectionType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { COPIED, HIDDEN_TYPENAME } from '#gateway/authorization/completion-schema.ts';
import { type Conditions, unconditional } from '#gateway/authorization/conditions.ts';
import { fieldOf } from '#gateway/authorization/field-of.ts';
import type { Findings, Place } from '#gateway/authorization/findings.ts';
import { type Scope, Scopes } from '#gateway/authorization/scope.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/** Where the walk is. */
interface Position {
  readonly scope: Scope;
  /** The type of the selection set that is being written. Fragments that do not narrow it are not written. */
  readonly within: GraphQLCompositeType;
  readonly place: Place | null;
  readonly isRefused: boolean;
}

/** One selection set, with fragments inlined and conditions decided, as two trees. */
interface Trees {
  /** What the client asked for: fields only by response key, for {@link complete}. */
  readonly asked: SelectionNode[];
  /** What of it is permitted, for the planner. */
  readonly permitted: SelectionNode[];
}

interface Parts {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly conditions: Conditions;
  readonly findings: Findings;
  readonly misnamedTypes: ReadonlySet<string>;
}

/**
 * Walks an operation once, occurrence by occurrence, and judges each field in the scope that it stands in.
 * The work is linear in the size of the operation with its fragments inlined.
 */
export class InlinedOperation {
  readonly root: Trees;
  /** Fields of the asked tree that are refused, themselves or with one that they stand under. */
  readonly refused = new Set<FieldNode>();
  /** Object types that may turn up under a permitted field of an abstract type, and that the caller may not see. */
  readonly refusedTypes = new Set<string>();
  /** Fields of the permitted tree that return an abstract type. */
  readonly abstract = new Set<FieldNode>();
  readonly responseKeys = new Set<string>();
  readonly #rootFields: FieldNode[] = [];
  /** Whether the planner answers the permitted tree as graphql-js would. */
  #isExact = true;
  readonly #parts: Parts;
  readonly #scopes: Scopes;

  constructor(parts: Parts, selectionSet: SelectionSetNode, rootType: GraphQLCompositeType) {
    this.#parts = parts;
    this.#scopes = new Scopes(parts.schema);
    this.root = this.#selections(selectionSet, {
      scope: this.#scopes.of(rootType),
      within: rootType,
      place: null,
      isRefused: false,
    });
  }

  /** Whether conditions leave nothing of the operation. */
  get isEmpty(): boolean {
    return this.#rootFields.length === 0;
  }

  isAllRefused(): boolean {
    return !this.isEmpty && this.#rootFields.every((field) => this.refused.has(field));
  }

  /** Whether the planner's answer to the permitted tree is the answer. */
  isWhole(): boolean {
    return this.#isExact && !this.isEmpty && this.refused.size === 0 && this.refusedTypes.size === 0;
  }

  /** Response keys of refused root fields. */
  refusedRoots(): readonly string[] {
    const refused = this.#rootFields.filter((field) => this.refused.has(field));
    return [...new Set(refused.map(({ alias, name }) => (alias ?? name).value))];
  }

  refuseAll(): void {
    for (const field of this.#rootFields) this.refused.add(field);
  }

  #selections(selectionSet: SelectionSetNode, position: Position, into: Trees = { asked: [], permitted: [] }): Trees {
    for (const selection of selectionSet.selections) {
      const isIncluded = isIntrospectionType(position.within) || this.#parts.conditions.includes(selection.directives);
      if (!isIncluded) continue;
      if (selection.kind === Kind.FIELD) this.#field(selection, position, into);
      else this.#fragment(selection, position, into);
    }
    return into;
  }

  #fragment(node: Exclude<SelectionNode, FieldNode>, position: Position, into: Trees): void {
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.#parts.fragments.get(node.name.value) : node;
    if (fragment === undefined) throw new TypeError('the document was not validated');
    const condition = fragment.typeCondition && this.#parts.schema.getType(fragment.typeCondition.name.value);
    const type = isCompositeType(condition) ? condition : position.within;
    const scope = isCompositeType(condition) ? this.#scopes.narrow(position.scope, type) : position.scope;
    if (scope.objects.length === 0) return;
    const directives = directivesOf(node, position);
    if (directives.length === 0 && (type === position.within || isObjectType(position.within))) {
      this.#selections(fragment.selectionSet, { ...position, scope }, into);
      return;
    }
    const { asked, permitted } = this.#selections(fragment.selectionSet, { ...position, scope, within: type });
    const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } } as const;
    const inline = { kind: Kind.INLINE_FRAGMENT, typeCondition, directives } as const;
    if (asked.length > 0) into.asked.push({ ...inline, ...selecting(asked), directives: [] });
    if (permitted.length > 0) into.permitted.push({ ...inline, ...selecting(permitted) });
  }

  #field(node: FieldNode, position: Position, into: Trees): void {
    const { scope } = position;
    const place: Place = { parent: position.place, key: (node.alias ?? node.name).value, node };
    if (place.key === '__typename' && node.name.value !== '__typename') throw takesTypename();
    this.responseKeys.add(place.key);
    const definition = fieldOf(this.#parts.schema, scope.type, node.name.value);
    const isRefused = position.isRefused || !this.#parts.findings.judge(place, scope, definition);
    const type = getNamedType(definition.type);
    if (node.name.value === '__typename' && this.#isMisnamed(scope)) this.#isExact = false;
    const below =
      node.selectionSet && isCompositeType(type)
        ? this.#selections(node.selectionSet, { scope: this.#scopes.of(type), within: type, place, isRefused })
        : null;
    if (below?.asked.length === 0) this.#isExact = false;

    const asked = askedField(place, isRefused, below?.asked);
    into.asked.push(asked);
    if (isRefused) this.refused.add(asked);
    if (position.place === null) this.#rootFields.push(asked);
    if (isRefused) return;

    const directives = directivesOf(node, position);
    const permitted: FieldNode = { ...node, directives, ...(below && selecting(below.permitted)) };
    into.permitted.push(permitted);
    if (isAbstractType(type)) {
      this.abstract.add(permitted);
      this.#expect(this.#scopes.of(type));
    }
  }

  #isMisnamed({ objects }: Scope): boolean {
    return this.#parts.misnamedTypes.size > 0 && objects.some((object) => this.#parts.misnamedTypes.has(object));
  }

  #expect({ objects }: Scope): void {
    for (const object of objects) if (!this.#parts.findings.mayTurnUp(object)) this.refusedTypes.add(object);
  }
}

/** Introspection keeps its conditions: the planner answers it by itself and there is nothing to check. */
function directivesOf(node: SelectionNode, { within }: Position): readonly DirectiveNode[] {
  return isIntrospectionType(within) ? (node.directives ?? []) : unconditional(node.directives);
}

function askedField({ key, node }: Place, isRefused: boolean, below: readonly SelectionNode[] | undefined): FieldNode {
  const name = node.name.value;
  const isCopied = name === '__schema' || name === '__type';
  return {
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: key },
    name: { kind: Kind.NAME, value: isCopied ? COPIED : name === '__typename' && isRefused ? HIDDEN_TYPENAME : name },
    ...(below && !isCopied && selecting(below)),
  };
}

/** The planner tells objects apart by what stands below this key, so it cannot be lent to another field. */
function takesTypename(): GraphError {
  return new GraphError('BAD_USER_INPUT', {
    zh: '别名 __typename 只能用于 __typename 本身。',
    en: 'The alias __typename is for __typename itself only.',
  });
}

function selecting(selections: readonly SelectionNode[]): { readonly selectionSet: SelectionSetNode } {
  return { selectionSet: { kind: Kind.SELECTION_SET, selections } };
}
