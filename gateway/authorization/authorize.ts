import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { conditionsOf } from '#gateway/authorization/conditions.ts';
import { Findings } from '#gateway/authorization/findings.ts';
import { GivenTypes } from '#gateway/authorization/given-types.ts';
import { InlinedOperation } from '#gateway/authorization/inlined.ts';
import { type PlannedOperation, planOf, typed } from '#gateway/authorization/planned-operation.ts';
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
  const findings = new Findings(new Verdicts(supergraph, rights), new GivenTypes(definitions, variables));
  const inlined = new InlinedOperation(
    {
      schema: apiSchema,
      fragments: fragmentsOf(document),
      conditions: conditionsOf(definitions, variables),
      findings,
      misnamedTypes: supergraph.misnamedTypes,
    },
    operation.selectionSet,
    rootType,
  );
  const { root, abstract } = inlined;
  const allDenied = inlined.isAllRefused();
  if (operation.operation === 'mutation' && findings.isAnythingRefused) inlined.refuseAll();
  const runnable = inlined.isEmpty || !inlined.isAllRefused();
  const completion = inlined.isWhole() ? null : completionOf(operation, inlined);
  const selections = completion
    ? typed(runnable ? root.permitted : [], abstract, completion.typenameKey)
    : root.permitted;
  return {
    runnable,
    allDenied,
    errors: runnable ? [] : findings.errors(),
    denied: findings.denied(),
    selected: findings.selected(),
    policies: findings.policies(),
    planned: planOf(operation, selections),
    completion,
  };
}

function completionOf(operation: OperationDefinitionNode, inlined: InlinedOperation): Completion {
  const { root, refused, refusedTypes, responseKeys } = inlined;
  const selectionSet = { kind: Kind.SELECTION_SET, selections: root.asked } as const;
  return {
    operation: { kind: Kind.OPERATION_DEFINITION, operation: operation.operation, selectionSet },
    refused,
    refusedRoots: inlined.refusedRoots(),
    refusedTypes,
    typenameKey: unusedKey(responseKeys),
  };
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** A response key that the client does not use. */
function unusedKey(used: ReadonlySet<string>): string {
  let key = 'typename_';
  while (used.has(key)) key += '_';
  return key;
}
