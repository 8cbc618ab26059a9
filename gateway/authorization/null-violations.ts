import { GraphQLError } from 'graphql';
import { GraphError } from '#schema/errors/graph-error.ts';

/** As much of an error as says where it was. */
interface Located {
  readonly path?: readonly (string | number)[] | undefined;
}

/** `@apollo/gateway` reports a null where none may be in `extensions.valueCompletion` only, and only where there are no other errors. */
export function nullViolations(extensions: Readonly<Record<string, unknown>> | undefined): readonly GraphQLError[] {
  const violations = extensions?.valueCompletion;
  return Array.isArray(violations) ? violations.map((each: Located) => violation(each)) : [];
}

/** The errors of completing that no subgraph's error explains already: ours as they are, null violations under a code of their own. */
export function unexplained(found: readonly GraphQLError[], given: readonly Located[]): readonly GraphQLError[] {
  return found.flatMap((error) => {
    if (error.extensions.code === 'FORBIDDEN') return [error];
    return given.some((cause) => explains(cause, error)) ? [] : [violation(error)];
  });
}

/** A failed field nulls its parents, and a failed parent has no fields. A failure without a path may be anywhere. */
function explains({ path: cause }: Located, { path = [] }: Located): boolean {
  return cause === undefined || cause.slice(0, path.length).every((key, index) => key === path[index]);
}

function violation(error: Located): GraphQLError {
  const cause = new GraphError('DEPARTMENT_DATA_INVALID', { cause: error });
  return new GraphQLError(cause.message, {
    originalError: cause,
    extensions: cause.toExtensions(),
    path: error.path ?? null,
  });
}
