import { GraphQLError } from 'graphql';
import { GraphError } from '#schema/errors/graph-error.ts';

/**
 * The error that stands where something was asked for that the caller may not see; the same for everything, so that it tells nothing.
 * It has a path and no locations: graphql-js searches the whole document for each, and a list may be refused a thousand times.
 */
export function forbidden(path?: readonly (string | number)[]): GraphQLError {
  const error = new GraphError('FORBIDDEN');
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: error.toExtensions(),
    path: path ?? null,
  });
}
