import {
  type ExecutionResult,
  execute,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  parse,
  type SelectionSetNode,
} from 'graphql';

export interface Reference {
  readonly schema: GraphQLSchema;
  /** Resolves as one subgraph would that has everything. */
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
  /** Whether the caller may see a type, or select a field of an object type (`Type.field`). */
  readonly permits: (coordinate: string) => boolean;
}

/**
 * What a question without named fragments and without `__typename` should be answered, by the rule taken word for word: each
 * occurrence is judged by walking down to it, and a resolver refuses.
 */
export async function referenceAnswer(
  query: string,
  { schema, resolve, permits }: Reference,
): Promise<ExecutionResult> {
  const refused = new Set<FieldNode>();
  const objectsOf = (type: GraphQLCompositeType) =>
    (isObjectType(type) ? [type] : schema.getPossibleTypes(type)).map(({ name }) => name);

  const judge = (
    { selections }: SelectionSetNode,
    type: GraphQLCompositeType,
    objects: readonly string[],
    isRefused: boolean,
  ): void => {
    for (const selection of selections) {
      if (selection.kind === 'FragmentSpread') throw new TypeError('named fragments are not for this reference');
      if (selection.kind === 'InlineFragment') {
        const within = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type;
        if (!isCompositeType(within)) throw new TypeError('invalid question');
        const possible = new Set(objectsOf(within));
        judge(
          selection.selectionSet,
          within,
          objects.filter((object) => possible.has(object)),
          isRefused,
        );
        continue;
      }
      const name = selection.name.value;
      const isPermitted = !isRefused && objects.every((object) => permits(`${object}.${name}`));
      if (!isPermitted) refused.add(selection);
      const below = isUnionType(type) ? undefined : getNamedType(type.getFields()[name]?.type);
      if (selection.selectionSet && isCompositeType(below))
        judge(selection.selectionSet, below, objectsOf(below), !isPermitted);
    }
  };
  const document = parse(query);
  const root = schema.getQueryType();
  for (const definition of document.definitions) {
    if (definition.kind === 'OperationDefinition' && root) judge(definition.selectionSet, root, [root.name], false);
  }

  const visible = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visible);
    return permits((value as { __typename: string }).__typename) ? value : new Error('refused');
  };
  return execute({
    schema,
    document,
    fieldResolver(source, args, context, info) {
      if (info.fieldNodes.every((node) => refused.has(node))) throw new Error('refused');
      const value = resolve(source, args, context, info);
      return isAbstractType(getNamedType(info.returnType)) ? visible(value) : value;
    },
  });
}
