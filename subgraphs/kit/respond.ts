import { type ExecutionResult, execute, GraphQLError, parse, specifiedRules, validate } from 'graphql';
import { areSeparated } from '#auth/policies/roles.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';
import { causeOf } from '#subgraphs/kit/failures.ts';
import { fieldPolicyRule } from '#subgraphs/kit/field-policies.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

export interface SubgraphRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
}

/** Runs one request of the gateway's. Its text was made by the planner, yet it is validated: a subgraph trusts nobody. */
export async function respond(
  subgraph: Subgraph,
  request: SubgraphRequest,
  context: RequestContext,
): Promise<ExecutionResult> {
  const document = parse(request.query);
  const rules = [...specifiedRules, fieldPolicyRule(subgraph.schema, context.envelope)];
  const invalid = validate(subgraph.schema, document, rules);
  if (invalid.length > 0) {
    recordRefused(context, invalid);
    return { errors: invalid };
  }
  const result = await execute({
    schema: subgraph.schema,
    document,
    contextValue: context,
    variableValues: request.variables,
    operationName: request.operationName,
  });
  const partial = context.partialErrors.map(
    ({ path, error }) => new GraphQLError(error.message, { path, originalError: error }),
  );
  const errors = [...(result.errors ?? []), ...partial];
  return errors.length > 0 ? { ...result, errors } : result;
}

/** Fields that the gateway must not have planned: that it did is on record. */
function recordRefused(context: RequestContext, errors: readonly GraphQLError[]): void {
  const fields = errors.flatMap(({ extensions }) =>
    typeof extensions.coordinate === 'string' ? extensions.coordinate : [],
  );
  if (fields.length === 0) return;
  const rule = areSeparated(context.envelope.principal.roles) ? 'deny.separation' : 'deny.field-policy';
  context.record('operation', null, { allowed: false, rule }, { fields });
}

/** What of an error leaves the subgraph: the stable code and sentences of a {@link GraphError}, nothing of any other. */
export function publicError(error: GraphQLError): Record<string, unknown> {
  const cause = causeOf(error);
  const known = cause instanceof GraphError ? cause : new GraphError('INTERNAL');
  return { message: known.message, path: error.path, extensions: known.toExtensions() };
}
