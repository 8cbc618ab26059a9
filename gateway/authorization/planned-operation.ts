import { hash } from 'node:crypto';
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  visit,
} from 'graphql';

/** What is planned and run: one operation, nothing in it that was not checked. */
export interface PlannedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** Differs for any two operations that differ, in whatever way they came about: the key for caches of plans. */
  readonly cacheKey: string;
}

/** The operation with these selections instead of its own, and of its variables only those that they use. */
export function planOf(operation: OperationDefinitionNode, selections: readonly SelectionNode[]): PlannedOperation {
  const reduced: OperationDefinitionNode = { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  const used = new Set<string>();
  visit({ ...reduced, variableDefinitions: [] }, { Variable: ({ name }) => void used.add(name.value) });
  const definition: OperationDefinitionNode = {
    ...reduced,
    variableDefinitions: (operation.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value)),
  };
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition] };
  return { document, operationName: operation.name?.value, cacheKey: hash('sha256', print(document), 'hex') };
}

/**
 * The selections with `key: __typename` wherever the runtime type must be known, or nothing else is left to select. All other
 * `__typename` go: whoever completes the answer knows them from this one.
 *
 * @param abstract the fields that return an abstract type
 */
export function typed(
  selections: readonly SelectionNode[],
  abstract: ReadonlySet<FieldNode>,
  key: string,
): readonly SelectionNode[] {
  const typename: FieldNode = {
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: key },
    name: { kind: Kind.NAME, value: '__typename' },
  };
  const reduce = (given: readonly SelectionNode[]): SelectionNode[] =>
    given.flatMap((selection) => {
      if (selection.kind === Kind.FIELD && selection.name.value === '__typename') return [];
      if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet || isIntrospection(selection))
        return [selection];
      const below = reduce(selection.selectionSet.selections);
      if (selection.kind === Kind.INLINE_FRAGMENT && below.length === 0) return [];
      if (selection.kind === Kind.FIELD && (abstract.has(selection) || below.length === 0)) below.unshift(typename);
      return [{ ...selection, selectionSet: { ...selection.selectionSet, selections: below } }];
    });
  const reduced = reduce(selections);
  return reduced.length > 0 ? reduced : [typename];
}

function isIntrospection(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && (selection.name.value === '__schema' || selection.name.value === '__type');
}
