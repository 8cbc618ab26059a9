import { GraphQLError } from 'graphql';
import { inChinese } from '#gateway/errors/in-chinese.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/**
 * What graphql-js finds wrong with a client's document, as BAD_USER_INPUT. Its sentences are helpful, but quote the client's
 * values, which may be identity numbers in the wrong place, and suggest names, which gives the schema away: both are left out.
 */
export function clientFault(error: GraphQLError): GraphQLError {
  const fault = ownFault(error) ?? sentenceOf(error);
  const { nodes = null, source = null, positions = null } = error;
  return new GraphQLError(fault.message, { nodes, source, positions, originalError: fault });
}

/** Our scalars refuse values in their own words, which graphql-js then wraps in its own. */
export function ownFault({ originalError }: GraphQLError): GraphError | null {
  if (originalError instanceof GraphError) return originalError;
  return originalError instanceof GraphQLError ? ownFault(originalError) : null;
}

function sentenceOf(error: GraphQLError): GraphError {
  const reason = withoutNumbers(`${withoutValues(error.message).replace(/\.$/, '')}.`);
  return new GraphError('BAD_USER_INPUT', {
    zh: `查询无效：${inChinese(reason)}`,
    en: `The request is not valid: ${reason}`,
  });
}

/** Where graphql-js begins to quote or to suggest. What stands before is made of names; whatever follows is cut, since a value may hold anything. */
const QUOTES = [
  / Did you mean [\s\S]*/,
  /(?<=cannot represent [^:]*): [\s\S]*/,
  /(?<=Unexpected (?:String|BlockString|Int|Float)) [\s\S]*/,
  /(?<=escape sequence): [\s\S]*/,
  /, found [\s\S]*/,
];

function withoutValues(message: string): string {
  const cuts = QUOTES.map((quote) => message.search(quote)).filter((index) => index >= 0);
  if (cuts.length === 0) return message;
  return message.slice(0, Math.min(...cuts));
}

/** Names in a document are the client's too, and can spell a number: identity numbers and phones have eleven digits or more. */
export function withoutNumbers(text: string): string {
  return text.replace(/\d{11,}[Xx]?/g, '…');
}
