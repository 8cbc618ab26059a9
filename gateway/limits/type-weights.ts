import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import type { TypeWeights } from '#gateway/limits/cost.ts';

/**
 * Weights from the composed supergraph: the planner considers an abstract type for each implementor, in each subgraph that has it
 * (`@join__type`), so a selection on it weighs their product.
 * @param longestPage rows a page that no list gives more of, where that is known @default null
 */
export function typeWeights(supergraph: GraphQLSchema, longestPage: number | null = null): TypeWeights {
  const ways = new Map<string, number>();
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isAbstractType(type)) continue;
    const implementors = supergraph.getPossibleTypes(type);
    ways.set(type.name, Math.max(1, implementors.length) * Math.max(1, ...implementors.map(subgraphsOf)));
  }
  return {
    rootType: (operation) => supergraph.getRootType(operation as never)?.name,
    fieldType(typeName, fieldName) {
      const field = fieldOf(supergraph, typeName, fieldName);
      return field && getNamedType(field.type).name;
    },
    ways: (typeName) => ways.get(typeName) ?? 1,
    listSize(typeName, fieldName) {
      const field = fieldOf(supergraph, typeName, fieldName);
      const nesting = field ? listsIn(field.type) : 0;
      if (nesting === 0) return null;
      const first = field?.args.find(({ name }) => name === 'first');
      const standard: unknown = first?.defaultValue;
      return { standard: typeof standard === 'number' ? standard : null, nesting, longest: first ? longestPage : null };
    },
  };
}

function fieldOf(
  schema: GraphQLSchema,
  typeName: string,
  fieldName: string,
): GraphQLField<unknown, unknown> | undefined {
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
}

/** How many lists are one in another. */
function listsIn(type: GraphQLOutputType): number {
  const nullable = getNullableType(type);
  return isListType(nullable) ? 1 + listsIn(nullable.ofType) : 0;
}

function subgraphsOf(type: GraphQLObjectType): number {
  const graphs = (type.astNode?.directives ?? [])
    .filter(({ name }) => name.value === 'join__type')
    .map(({ arguments: given }) => given?.find(({ name }) => name.value === 'graph')?.value)
    .map((value) => (value?.kind === 'EnumValue' ? value.value : ''));
  return new Set(graphs).size;
}
