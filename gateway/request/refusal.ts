import type { GraphQLError } from 'graphql';
import { ERROR_CODES } from '#schema/errors/codes.ts';
import type { GraphError } from '#schema/errors/graph-error.ts';

/** Ends a request before it is planned: the HTTP status and the errors of a response that has no `data`. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly (GraphError | GraphQLError)[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    errors: readonly (GraphError | GraphQLError)[],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super('request refused');
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

/** The refusal that an error's own code asks for. */
export function refusalOf(error: GraphError): Refusal {
  const challenge = error.code === 'UNAUTHENTICATED' ? { 'www-authenticate': 'Bearer' } : {};
  return new Refusal(ERROR_CODES[error.code].status, [error], challenge);
}
