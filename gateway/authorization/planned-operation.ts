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

/** `key: __typename` */
export function typenameAs(key: string): FieldNode {
  return { kind: Kind.FIELD, alias: { kind: Kind.NAME, value: key }, name: { kind: Kind.NAME, value: '__typename' } };
}

/** Adds {@link typenameAs} to the selections of these fields, wherever they stand. */
export function withTypenames(
  selections: readonly SelectionNode[],
  untyped: ReadonlySet<FieldNode>,
  typename: FieldNode,
): SelectionNode[] {
  return selections.map((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD || selection.selectionSet === undefined) return selection;
    const below = withTypenames(selection.selectionSet.selections, untyped, typename);
    if (selection.kind === Kind.FIELD && untyped.has(selection)) below.unshift(typename);
    return { ...selection, selectionSet: { ...selection.selectionSet, selections: below } };
  });
}
