import {
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
} from 'graphql';

const KEYS = ['x', 'y', 'open', 'secret', '__proto__', 'constructor'];

/**
 * A valid question over a schema in which fields of one name are of one type, built from numbers that make its choices.
 * @param filler what stands in a selection on a type when the choice falls on no field
 */
export function questionOf(
  schema: GraphQLSchema,
  choices: readonly number[],
  filler: (type: GraphQLCompositeType) => string,
): string {
  let at = 0;
  const choose = (among: number) => (choices[at++ % choices.length] ?? 0) % among;

  const fragment = (type: GraphQLCompositeType, depth: number): string => {
    const named = isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : [type, ...type.getInterfaces()];
    const within = named[choose(named.length)] ?? type;
    const condition = choose(4) === 0 ? ` @include(if: ${choose(2) === 0})` : '';
    return `... on ${within.name}${condition} ${selection(within, depth - 1)}`;
  };
  const field = (type: GraphQLCompositeType, depth: number): string => {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const chosen = fields[choose(fields.length)];
    const below = chosen && getNamedType(chosen.type);
    if (chosen === undefined || (isCompositeType(below) && depth <= 0)) return filler(type);
    // An alias stands for one field of one type only, so that fields merge.
    const alias = choose(3) === 0 ? `${KEYS[choose(KEYS.length)]}_${type.name}_${chosen.name}: ` : '';
    return `${alias}${chosen.name}${isCompositeType(below) ? ` ${selection(below, depth - 1)}` : ''}`;
  };
  const selection = (type: GraphQLCompositeType, depth: number): string => {
    const parts = Array.from({ length: 1 + choose(4) }, () => {
      const kind = choose(8);
      if (kind === 0) return filler(type);
      return kind < 4 && depth > 0 ? fragment(type, depth) : field(type, depth);
    });
    return `{ ${parts.join(' ')} }`;
  };

  const root = schema.getQueryType();
  return root ? selection(root, 4) : '';
}
