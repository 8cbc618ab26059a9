import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ERROR_CODES, type ErrorCodeName } from '#schema/errors/codes.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/** What of a subgraph's `extensions` reaches the client. Everything else (stack, service name, …) stays inside. */
const PUBLIC_EXTENSIONS = ['code', 'en', 'department', 'system', 'retryable'] as const;

/** The one place where an error becomes what a client reads: a stable code, Chinese and English, the request id, and nothing of the machinery. */
export function presentError(error: unknown, requestId: string): GraphQLFormattedError {
  const { path, locations } = error instanceof GraphQLError ? error : { path: undefined, locations: undefined };
  return { ...words(error, requestId), ...(locations && { locations }), ...(path && { path }) };
}

function words(error: unknown, requestId: string): { message: string; extensions: Record<string, unknown> } {
  const known = error instanceof GraphQLError ? error.originalError : error;
  if (known instanceof GraphError)
    return { message: known.message, extensions: { ...known.toExtensions(), requestId } };
  if (error instanceof GraphQLError) {
    const { code } = error.extensions;
    if (isStable(code)) return { message: error.message, extensions: { ...pick(error.extensions), requestId } };
    // Without a code of anybody's it comes from parsing, validating or reading variables: the client's own text is at fault.
    if (code === undefined && (!known || known instanceof GraphQLError))
      return badInput(plain(error.message), requestId);
  }
  const internal = new GraphError('INTERNAL');
  return { message: internal.message, extensions: { ...internal.toExtensions(), requestId } };
}

function badInput(reason: string, requestId: string) {
  return {
    message: `查询无效：${reason}`,
    extensions: {
      code: 'BAD_USER_INPUT' satisfies ErrorCodeName,
      en: `The request is not valid: ${reason}`,
      requestId,
    },
  };
}

/**
 * A sentence of graphql-js without what it must not say: no suggestions, which give the schema away, and none of the client's values,
 * which may be identity numbers put in the wrong place.
 */
export function plain(message: string): string {
  return message
    .replace(/ Did you mean [\s\S]*\?$/, '')
    .replace(/got invalid value [\s\S]*(?=; )/, 'got an invalid value')
    .replace(/, found [\s\S]*?(?=\.$|; |$)/, '')
    .replace(/(String|cannot represent[^:]*:) ("|{|\[)?[\s\S]*$/, '$1 …')
    .replace(/[\d０-９]{11,}[XxＸｘ]?/g, '…');
}

function isStable(code: unknown): code is ErrorCodeName {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}

function pick(extensions: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    PUBLIC_EXTENSIONS.filter((name) => Object.hasOwn(extensions, name)).map((name) => [name, extensions[name]]),
  );
}
