import { type ASTNode, GraphQLError } from 'graphql';
import { GraphError } from '#schema/errors/graph-error.ts';

/** The error that stands where something was asked for that the caller may not see. Equal for everything, so that it tells nothing. */
export function forbidden(path?: readonly (string | number)[], node?: ASTNode): GraphQLError {
  const error = new GraphError('FORBIDDEN');
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: error.toExtensions(),
    path: path ?? null,
    nodes: node ?? null,
  });
}
