import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphError } from '#schema/errors/graph-error.ts';

interface ScalarDefinition<Value> {
  readonly name: string;
  readonly description: string;
  /** What is allowed, as the end of a sentence: "… 应为 …" and "… must be …". */
  readonly expected: { readonly zh: string; readonly en: string };
  /** The value in its canonical form, or null where it is not allowed. */
  readonly read: (value: unknown) => Value | null;
  /** What a literal in a document stands for; null for literals of another kind. */
  readonly literal: (node: ValueNode) => unknown;
}

interface StrictScalar extends Omit<ScalarDefinition<string>, 'read' | 'literal'> {
  /** Canonical form of a text, or null where it is not allowed. */
  readonly canonical: (text: string) => string | null;
}

/** A scalar whose values are strings of one form, inside and on the wire. */
export function strictScalar({ canonical, ...definition }: StrictScalar): GraphQLScalarType<string> {
  return scalarOf<string>({
    ...definition,
    read: (value) => (typeof value === 'string' ? canonical(value) : null),
    literal: (node) => (node.kind === Kind.STRING ? node.value : null),
  });
}

/**
 * A scalar that is as strict on the way out as on the way in.
 * A client's bad value is a GraphQLError with code BAD_USER_INPUT that says what is allowed;
 * a resolver's bad value is a GraphError INTERNAL. Neither repeats the value.
 */
export function scalarOf<Value extends string | number>(definition: ScalarDefinition<Value>): GraphQLScalarType<Value> {
  const { name, description, expected, read, literal } = definition;

  function fromClient(value: unknown, node?: ValueNode): Value {
    const known = read(value);
    if (known !== null) return known;
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

  return new GraphQLScalarType<Value>({
    name,
    description,
    parseValue: (value) => fromClient(value),
    parseLiteral: (node) => fromClient(literal(node), node),
    serialize: (value) => {
      const known = read(value);
      if (known !== null) return known;
      throw new GraphError('INTERNAL', {
        cause: new TypeError(`a resolver gave a ${name} that is not ${expected.en}`),
      });
    },
  });
}
