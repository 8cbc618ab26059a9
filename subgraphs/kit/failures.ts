import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { DepartmentError, GraphError } from '#schema/errors/graph-error.ts';

/** Writes what went wrong underneath to the log: codes and the machinery's own words, which adapters keep free of personal data. */
export function logFailures(logger: Logger, requestId: string, errors: readonly GraphQLError[] | undefined): void {
  for (const { originalError, path } of errors ?? []) {
    if (originalError instanceof DepartmentError) {
      const { code, department, system, cause } = originalError;
      logger.warn(
        { requestId, code, department, system, path: path?.join('.'), cause: describe(cause) },
        'department failed',
      );
    } else if (!(originalError instanceof GraphError)) {
      logger.error({ requestId, path: path?.join('.'), cause: describe(originalError) }, 'resolver failed');
    }
  }
}

/** Name and message of an error, never its data. */
function describe(cause: unknown): string | undefined {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : undefined;
}
