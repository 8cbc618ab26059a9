import {
  GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLUnionType,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** Stands for a `__typename` that the caller may not see: graphql-js answers `__typename` itself and asks no resolver. */
export const HIDDEN_TYPENAME = '__hiddenTypename';
/** Stands for `__schema` and `__type`, which the planner has answered already. */
export const COPIED = '__copied';

/** Holds whatever value the planner checked already. */
const LEAF = new GraphQLScalarType({ name: '__Leaf' });

const built = new WeakMap<GraphQLSchema, GraphQLSchema>();

/**
 * The shape of answers over a schema: its object, interface and union types, with every scalar and enum as one leaf and without
 * arguments. With it graphql-js applies the rules of null, list and fragment to fetched data and leaves the values alone.
 * Two fields are added that no client can name, as names with `__` are reserved.
 */
export function completionSchema(apiSchema: GraphQLSchema): GraphQLSchema {
  const schema = built.get(apiSchema) ?? build(apiSchema);
  built.set(apiSchema, schema);
  return schema;
}

function build(apiSchema: GraphQLSchema): GraphQLSchema {
  const types = new Map<string, GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType>();
  for (const type of Object.values(apiSchema.getTypeMap())) {
    if (isCompositeType(type) && !isIntrospectionType(type)) types.set(type.name, shape(type));
  }

  function shape(type: GraphQLNamedType): GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType {
    const { name } = type;
    if (isUnionType(type)) return new GraphQLUnionType({ name, types: () => type.getTypes().map(object) });
    if (isInterfaceType(type)) {
      return new GraphQLInterfaceType({ name, interfaces: () => type.getInterfaces().map(implemented), fields: {} });
    }
    if (!isObjectType(type)) throw new TypeError(`${name} has no shape`);
    return new GraphQLObjectType({
      name,
      interfaces: () => type.getInterfaces().map(implemented),
      fields: () => fieldsOf(type),
    });
  }
  function fieldsOf(type: GraphQLObjectType) {
    const own = Object.values(type.getFields()).map((field) => [field.name, { type: output(field.type) }] as const);
    return Object.fromEntries([
      ...own,
      [HIDDEN_TYPENAME, { type: new GraphQLNonNull(LEAF) }],
      [COPIED, { type: LEAF }],
    ]);
  }
  function output(type: GraphQLOutputType): GraphQLOutputType {
    if (isNonNullType(type)) return new GraphQLNonNull(output(type.ofType));
    if (isListType(type)) return new GraphQLList(output(type.ofType));
    return types.get(getNamedType(type).name) ?? LEAF;
  }
  function object({ name }: GraphQLNamedType): GraphQLObjectType {
    const type = types.get(name);
    if (!isObjectType(type)) throw new TypeError(`${name} is no object type`);
    return type;
  }
  function implemented({ name }: GraphQLNamedType): GraphQLInterfaceType {
    const type = types.get(name);
    if (!isInterfaceType(type)) throw new TypeError(`${name} is no interface`);
    return type;
  }

  const root = (type: GraphQLObjectType | null | undefined) => type && object(type);
  return new GraphQLSchema({
    query: root(apiSchema.getQueryType()),
    mutation: root(apiSchema.getMutationType()),
    subscription: root(apiSchema.getSubscriptionType()),
    types: [...types.values()],
    assumeValid: true,
  });
}
