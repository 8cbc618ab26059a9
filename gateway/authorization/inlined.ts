import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isIntrospectionType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { COPIED, HIDDEN_TYPENAME } from '#gateway/authorization/completion-schema.ts';
import { type Conditions, unconditional } from '#gateway/authorization/conditions.ts';
import { fieldOf } from '#gateway/authorization/field-of.ts';
import type { GivenTypes } from '#gateway/authorization/given-types.ts';
import { type Scope, Scopes } from '#gateway/authorization/scope.ts';
import type { Verdict, Verdicts } from '#gateway/authorization/verdicts.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/** Where a selection stands, as response keys from the root. */
export interface Place {
  readonly parent: Place | null;
  readonly key: string;
  readonly node: FieldNode;
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
  readonly given: GivenTypes;
  readonly verdicts: Verdicts;
}

/**
 * Walks an operation once, occurrence by occurrence, and judges each field in the scope that it stands in.
 * The work is linear in the size of the operation with its fragments inlined.
 */
export class InlinedOperation {
  readonly root: Trees;
  /** Fields of the asked tree that are refused, themselves or with one that they stand under. */
  readonly refused = new Set<FieldNode>();
  /** The uppermost refused selections. */
  readonly refusedPlaces: Place[] = [];
  readonly rootFields: FieldNode[] = [];
  /** Object types that may turn up under a permitted field of an abstract type, and that the caller may not see. */
  readonly refusedTypes = new Set<string>();
  /** Fields of the permitted tree that must ask for the runtime type, and at least for that. */
  readonly untyped = new Set<FieldNode>();
  /** Whether every selection of objects selects something. */
  isFull = true;
  readonly responseKeys = new Set<string>();
  /** The verdicts by which selections were permitted and denied. */
  readonly permitted = new Set<Verdict>();
  readonly denied = new Set<Verdict>();
  /** The policies by which values may be given to arguments. */
  readonly givenBy = new Set<string>();
  readonly #parts: Parts;
  readonly #scopes: Scopes;

  constructor(parts: Parts, selectionSet: SelectionSetNode, rootType: Parameters<Scopes['of']>[0]) {
    this.#parts = parts;
    this.#scopes = new Scopes(parts.schema);
    this.root = this.#selections(selectionSet, this.#scopes.of(rootType), null, false);
  }

  #selections(selectionSet: SelectionSetNode, scope: Scope, place: Place | null, isRefused: boolean): Trees {
    const trees: Trees = { asked: [], permitted: [] };
    for (const selection of selectionSet.selections) {
      if (!isIntrospectionType(scope.type) && !this.#parts.conditions.includes(selection.directives)) continue;
      if (selection.kind === Kind.FIELD) this.#field(selection, scope, place, isRefused, trees);
      else this.#fragment(selection, scope, place, isRefused, trees);
    }
    return trees;
  }

  #fragment(
    node: Exclude<SelectionNode, FieldNode>,
    scope: Scope,
    place: Place | null,
    isRefused: boolean,
    into: Trees,
  ): void {
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.#parts.fragments.get(node.name.value) : node;
    if (fragment === undefined) throw new TypeError('the document was not validated');
    const type = fragment.typeCondition && this.#parts.schema.getType(fragment.typeCondition.name.value);
    const narrowed = isCompositeType(type) ? this.#scopes.narrow(scope, type) : scope;
    if (narrowed.objects.length === 0) return;
    const { asked, permitted } = this.#selections(fragment.selectionSet, narrowed, place, isRefused);
    const inline = {
      kind: Kind.INLINE_FRAGMENT,
      ...(fragment.typeCondition && { typeCondition: fragment.typeCondition }),
      directives: this.#directives(node, scope),
    } as const;
    if (asked.length > 0) into.asked.push({ ...inline, ...selecting(asked), directives: [] });
    if (permitted.length > 0) into.permitted.push({ ...inline, ...selecting(permitted) });
  }

  #field(node: FieldNode, scope: Scope, parent: Place | null, isUnderRefused: boolean, into: Trees): void {
    const place: Place = { parent, key: (node.alias ?? node.name).value, node };
    if (place.key === '__typename' && node.name.value !== '__typename') throw takesTypename();
    this.responseKeys.add(place.key);
    const isRefused = isUnderRefused || !this.#judge(node, scope, place);
    const type = getNamedType(fieldOf(this.#parts.schema, scope.type, node.name.value).type);
    const below =
      node.selectionSet && isCompositeType(type)
        ? this.#selections(node.selectionSet, this.#scopes.of(type), place, isRefused)
        : null;
    if (below?.asked.length === 0) this.isFull = false;

    const asked = askedField(place, isRefused, below?.asked);
    into.asked.push(asked);
    if (isRefused) this.refused.add(asked);
    if (parent === null) this.rootFields.push(asked);
    if (isRefused) return;

    const permitted: FieldNode = {
      ...node,
      directives: this.#directives(node, scope),
      ...(below && selecting(below.permitted)),
    };
    into.permitted.push(permitted);
    if (isAbstractType(type)) this.#expect(this.#scopes.of(type));
    if (isAbstractType(type) || below?.permitted.length === 0) this.untyped.add(permitted);
  }

  /** Whether the field may be selected here; keeps what was asked about. */
  #judge(node: FieldNode, scope: Scope, place: Place): boolean {
    const verdict = this.#parts.verdicts.field(scope, node.name.value);
    const given = [...this.#parts.given.of(fieldOf(this.#parts.schema, scope.type, node.name.value), node)];
    const permissions = given.map((type) => this.#parts.verdicts.type(type));
    const isPermitted = verdict.refused.length === 0 && !permissions.includes(null);
    if (isPermitted) {
      this.permitted.add(verdict);
      for (const policy of permissions.flatMap((each) => each ?? [])) this.givenBy.add(policy);
    } else {
      this.denied.add(verdict);
      this.refusedPlaces.push(place);
    }
    return isPermitted;
  }

  #expect({ objects }: Scope): void {
    for (const object of objects) if (this.#parts.verdicts.type(object) === null) this.refusedTypes.add(object);
  }

  /** Introspection keeps its conditions: the planner answers it by itself and there is nothing to check. */
  #directives(node: SelectionNode, scope: Scope): readonly DirectiveNode[] {
    return isIntrospectionType(scope.type) ? (node.directives ?? []) : unconditional(node.directives);
  }
}

function askedField({ key, node }: Place, isRefused: boolean, below: readonly SelectionNode[] | undefined): FieldNode {
  const name = node.name.value;
  const isCopied = name === '__schema' || name === '__type';
  return {
    kind: Kind.FIELD,
    ...(node.loc && { loc: node.loc }),
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
