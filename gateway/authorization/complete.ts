import {
  type ExecutionResult,
  executeSync,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  Kind,
} from 'graphql';
import type { Authorized, Completion } from '#gateway/authorization/authorize.ts';
import { completionSchema, HIDDEN_TYPENAME } from '#gateway/authorization/completion-schema.ts';
import { forbidden } from '#gateway/authorization/forbidden.ts';
import { nullViolations, unexplained } from '#gateway/authorization/null-violations.ts';

/** The planner's errors are GraphQLErrors, or have their form. */
type PlannerError = GraphQLError | GraphQLFormattedError;

export interface Fetched {
  readonly authorized: Authorized;
  readonly apiSchema: GraphQLSchema;
  /** What the planner answered for the planned operation. */
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly PlannerError[];
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Makes the client's answer from the planner's: a refused field is null, or its parent where it must not be, with FORBIDDEN at its path;
 * an object of a refused type is null; what was fetched for us only is left out. graphql-js runs the operation as the client asked it
 * over the fetched data, so null propagation, merged fields and paths are its own. Null violations, which the planner keeps in
 * `extensions`, are errors.
 */
export function complete({ authorized, apiSchema, data, errors, extensions }: Fetched): ExecutionResult {
  const given = [...errors, ...nullViolations(extensions)] as GraphQLError[];
  const { completion } = authorized;
  if (completion === null) return answer(data, given);
  if (data === null) return answer(null, [...given, ...completion.refusedRoots.map((key) => forbidden([key]))]);
  const result = executeSync({
    schema: completionSchema(apiSchema),
    document: { kind: Kind.DOCUMENT, definitions: [completion.operation] },
    rootValue: data,
    fieldResolver: resolverOf(completion),
    typeResolver: (value) => own(value, completion.typenameKey) as string | undefined,
  });
  return answer(result.data ?? null, [...given, ...unexplained(result.errors ?? [], given)]);
}

function resolverOf({ refused, refusedTypes, typenameKey }: Completion): GraphQLFieldResolver<unknown, unknown> {
  const refusal = forbidden();
  const withoutRefused = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(withoutRefused);
    return refusedTypes.has(own(value, typenameKey) as string) ? refusal : value;
  };
  return (source, _args, _context, info) => {
    // Fields with one response key are one field; it is refused where each occurrence of it is.
    if (info.fieldNodes.every((node) => refused.has(node))) throw refusal;
    if (info.fieldName === HIDDEN_TYPENAME) return info.parentType.name;
    const value = own(source, String(info.path.key));
    return refusedTypes.size > 0 && isAbstractType(getNamedType(info.returnType)) ? withoutRefused(value) : value;
  };
}

function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function answer(data: Record<string, unknown> | null, errors: readonly GraphQLError[]): ExecutionResult {
  return errors.length > 0 ? { errors, data } : { data };
}
