import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ErrorCodeName, isErrorCode } from '#schema/errors/codes.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/** What of a subgraph's `extensions` reaches the client. Everything else (stack, service name, …) stays inside. */
const PUBLIC_EXTENSIONS = ['code', 'en', 'department', 'system', 'retryable', 'opensAt', 'writeOutcome'] as const;

/**
 * The one place where an error becomes what a client reads: a stable code, Chinese and English, the request id, and nothing of the
 * machinery. An error that nobody gave a stable code is INTERNAL, whatever it says.
 */
export function presentError(error: unknown, requestId: string): GraphQLFormattedError {
  const { path, locations } = error instanceof GraphQLError ? error : { path: undefined, locations: undefined };
  const { message, extensions } = words(error);
  return { message, extensions: { ...extensions, requestId }, ...(locations && { locations }), ...(path && { path }) };
}

function words(error: unknown): { message: string; extensions: Record<string, unknown> } {
  const known = error instanceof GraphQLError ? error.originalError : error;
  if (known instanceof GraphError) return { message: known.message, extensions: known.toExtensions() };
  if (error instanceof GraphQLError && isStable(error.extensions.code))
    return { message: error.message, extensions: publicPart(error.extensions) };
  const internal = new GraphError('INTERNAL');
  return { message: internal.message, extensions: internal.toExtensions() };
}

/** INTERNAL too comes in our own words only: another's sentence for it is about its machinery. */
function isStable(code: unknown): code is ErrorCodeName {
  return isErrorCode(code) && code !== 'INTERNAL';
}

function publicPart(extensions: Record<string, unknown>): Record<string, unknown> {
  const isPublic = (name: string) => Object.hasOwn(extensions, name) && typeof extensions[name] !== 'object';
  return Object.fromEntries(PUBLIC_EXTENSIONS.filter(isPublic).map((name) => [name, extensions[name]]));
}
