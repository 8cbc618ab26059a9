import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { DepartmentError, GraphError } from '#schema/errors/graph-error.ts';

/** Writes what went wrong underneath to the log: codes and the machinery's own words, which adapters keep free of personal data. */
export function logFailures(logger: Logger, requestId: string, errors: readonly GraphQLError[] | undefined): void {
  for (const error of errors ?? []) {
    const originalError = causeOf(error);
    // By its name, not by its path: response keys are the client's own words.
    const field = nameOf(error);
    if (originalError instanceof DepartmentError) {
      const { code, department, system, cause } = originalError;
      logger.warn({ requestId, code, department, system, field, cause: describe(cause) }, 'department failed');
    } else if (originalError instanceof GraphError) {
      if (originalError.code === 'INTERNAL')
        logger.error({ requestId, field, cause: describe(originalError.cause) }, 'resolver failed');
    } else {
      logger.error({ requestId, field, cause: describe(originalError ?? error) }, 'resolver failed');
    }
  }
}

/** What was thrown in the first place: graphql-js wraps a scalar's refusal of a variable twice. */
export function causeOf({ originalError }: GraphQLError): Error | undefined {
  return originalError instanceof GraphQLError ? (causeOf(originalError) ?? originalError) : originalError;
}

/** Name and message of an error, never its data; of one of graphql-js's own the name alone, since they quote the value that does not fit. */
export function describe(cause: unknown): string | undefined {
  if (cause instanceof GraphQLError || cause instanceof SyntaxError) return cause.name;
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : undefined;
}

function nameOf({ nodes }: GraphQLError): string | undefined {
  const [node] = nodes ?? [];
  return node && 'name' in node ? node.name?.value : undefined;
}
