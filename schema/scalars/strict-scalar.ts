import { type ASTNode, GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphError } from '#schema/errors/graph-error.ts';

interface StrictScalar {
  readonly name: string;
  readonly description: string;
  /** What is allowed, as the end of a sentence: "… 应为 …" and "… must be …". */
  readonly expected: { readonly zh: string; readonly en: string };
  /** Canonical form of a text, or null where it is not allowed. */
  readonly canonical: (text: string) => string | null;
}

/**
 * A scalar whose values are strings of one form, inside and on the wire.
 * A client's bad value is a GraphQLError with code BAD_USER_INPUT that says what is allowed;
 * a resolver's bad value is a GraphError INTERNAL. Neither repeats the value.
 */
export function strictScalar({ name, description, expected, canonical }: StrictScalar): GraphQLScalarType<string> {
  function read(value: unknown): string | null {
    return typeof value === 'string' ? canonical(value) : null;
  }

  function fromClient(value: unknown, node?: ASTNode): string {
    const text = read(value);
    if (text !== null) return text;
    const refusal = new GraphError('BAD_USER_INPUT', {
      zh: `${name} 应为${expected.zh}。`,
      en: `${name} must be ${expected.en}.`,
    });
    throw new GraphQLError(refusal.message, {
      nodes: node ?? null,
      originalError: refusal,
      extensions: refusal.toExtensions(),
    });
  }

  return new GraphQLScalarType<string>({
    name,
    description,
    parseValue: (value) => fromClient(value),
    parseLiteral: (node) => fromClient(node.kind === Kind.STRING ? node.value : null, node),
    serialize: (value) => {
      const text = read(value);
      if (text !== null) return text;
      throw new GraphError('INTERNAL', {
        cause: new TypeError(`a resolver gave a ${name} that is not ${expected.en}`),
      });
    },
  });
}
