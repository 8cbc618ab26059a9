import {
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { conditionsOf } from '#gateway/authorization/conditions.ts';
import { forbidden } from '#gateway/authorization/forbidden.ts';
import { GivenTypes } from '#gateway/authorization/given-types.ts';
import { InlinedOperation, type Place } from '#gateway/authorization/inlined.ts';
import { type PlannedOperation, planOf, typenameAs, withTypenames } from '#gateway/authorization/planned-operation.ts';
import type { Rights } from '#gateway/authorization/rights.ts';
import type { ProtectedSupergraph } from '#gateway/authorization/supergraph.ts';
import { Verdicts } from '#gateway/authorization/verdicts.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

export interface Asked {
  readonly supergraph: ProtectedSupergraph;
  /** What clients see of the supergraph; the document is valid in it. */
  readonly apiSchema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** As the client sent them; they can be coerced to what the operation declares. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly rights: Rights;
}

/** What of an operation a caller may run, and how the answer is put together afterwards. */
export interface Authorized {
  /** False where nothing may run: all of a query, or anything in a mutation, is refused. */
  readonly runnable: boolean;
  /** Whether each of the root fields is refused by itself. */
  readonly allDenied: boolean;
  /** Where it is not runnable: FORBIDDEN for each refused selection, its path without list indexes. */
  readonly errors: readonly GraphQLError[];
  /** Coordinates (`Type.field`, by object type) that were refused, and those that were permitted. */
  readonly denied: readonly string[];
  readonly selected: readonly string[];
  /** The policies by which the permitted ones are permitted: of several that would do, the first. */
  readonly policies: ReadonlySet<string>;
  /** What to plan. Where nothing is runnable it asks no subgraph anything. */
  readonly planned: PlannedOperation;
  /** What {@link complete} needs; null where the planner's data is the answer as it is. */
  readonly completion: Completion | null;
}

export interface Completion {
  /** What the client asked for, fragments inlined and conditions decided. */
  readonly operation: OperationDefinitionNode;
  readonly refused: ReadonlySet<FieldNode>;
  readonly refusedRoots: readonly string[];
  /** Object types that must not be seen even where the field that returned them may be selected. */
  readonly refusedTypes: ReadonlySet<string>;
  /** The key below which the runtime type stands in the data. */
  readonly typenameKey: string;
}

/**
 * Judges an operation by what the supergraph demands (see README), before anything is planned or fetched.
 *
 * @throws GraphError BAD_USER_INPUT where the name chooses no operation or a condition has no value
 */
export function authorize({ supergraph, apiSchema, document, operationName, variables, rights }: Asked): Authorized {
  const operation = getOperationAST(document, operationName);
  const rootType = operation && apiSchema.getRootType(operation.operation);
  if (!operation || !rootType) throw new GraphError('BAD_USER_INPUT');
  const definitions = operation.variableDefinitions ?? [];
  const inlined = new InlinedOperation(
    {
      schema: apiSchema,
      fragments: new Map(
        document.definitions.flatMap((each) =>
          each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
        ),
      ),
      conditions: conditionsOf(definitions, variables),
      given: new GivenTypes(definitions, variables),
      verdicts: new Verdicts(supergraph, rights),
    },
    operation.selectionSet,
    rootType,
  );
  const { rootFields, refused, refusedPlaces, refusedTypes } = inlined;
  const isWithheld = operation.operation === 'mutation' && refusedPlaces.length > 0;
  const allDenied = rootFields.length > 0 && rootFields.every((field) => refused.has(field));
  const runnable = !isWithheld && !allDenied;
  if (isWithheld) for (const field of rootFields) refused.add(field);
  const isWhole = refused.size === 0 && refusedTypes.size === 0 && inlined.isFull && rootFields.length > 0;
  const typenameKey = unusedKey(inlined.responseKeys);
  return {
    runnable,
    allDenied,
    errors: runnable ? [] : errorsAt(refusedPlaces),
    denied: distinct(
      [...inlined.denied].flatMap(({ coordinates, refused: some }) => (some.length > 0 ? some : coordinates)),
    ),
    selected: distinct([...inlined.permitted].flatMap(({ coordinates }) => coordinates)),
    policies: new Set([...inlined.givenBy, ...[...inlined.permitted].flatMap(({ policies }) => policies)]),
    planned: planOf(
      operation,
      isWhole ? inlined.root.permitted : typed(runnable ? inlined.root.permitted : [], inlined.untyped, typenameKey),
    ),
    completion: isWhole
      ? null
      : {
          operation: {
            kind: Kind.OPERATION_DEFINITION,
            operation: operation.operation,
            selectionSet: { kind: Kind.SELECTION_SET, selections: inlined.root.asked },
          },
          refused,
          refusedRoots: [
            ...new Set(rootFields.flatMap((field) => (refused.has(field) && field.alias ? [field.alias.value] : []))),
          ],
          refusedTypes,
          typenameKey,
        },
  };
}

function typed(
  selections: readonly SelectionNode[],
  untyped: ReadonlySet<FieldNode>,
  key: string,
): readonly SelectionNode[] {
  const typename = typenameAs(key);
  return selections.length === 0 ? [typename] : withTypenames(selections, untyped, typename);
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

/** A response key that the client does not use. */
function unusedKey(used: ReadonlySet<string>): string {
  let key = 'typename_';
  while (used.has(key)) key += '_';
  return key;
}

function errorsAt(places: readonly Place[]): GraphQLError[] {
  const errors = new Map<string, GraphQLError>();
  for (const place of places) {
    const path: string[] = [];
    for (let each: Place | null = place; each !== null; each = each.parent) path.unshift(each.key);
    const key = JSON.stringify(path);
    if (!errors.has(key)) errors.set(key, forbidden(path, place.node));
  }
  return [...errors.values()];
}
