import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  type SelectionSetNode,
} from 'graphql';

/**
 * Response keys of the root fields that ask for one thing by a number, that is, with an argument of type `ID`. Which of them missed is
 * told by the answer alone, so that no budget knows more than the client: what does not exist, is foreign or is sealed counts alike.
 */
export function numbersAsked(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): ReadonlySet<string> {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root || operation.operation !== 'query') return new Set();
  const keys = new Set<string>();
  for (const field of rootFields(document, operation.selectionSet))
    if (asksByNumber(root, field)) keys.add(field.alias?.value ?? field.name.value);
  return keys;
}

/** How many of them answered nothing: null, without an error that says why. */
export function missesIn({ data, errors = [] }: ExecutionResult, asked: ReadonlySet<string>): number {
  if (data == null) return 0;
  const explained = new Set(errors.map(({ path }) => path?.[0]));
  return [...asked].filter((key) => Object.hasOwn(data, key) && data[key] === null && !explained.has(key)).length;
}

function asksByNumber(root: GraphQLObjectType, { name, arguments: given = [] }: FieldNode): boolean {
  const args = root.getFields()[name.value]?.args ?? [];
  return args.some(
    (arg) => getNamedType(arg.type).name === 'ID' && given.some(({ name: of }) => of.value === arg.name),
  );
}

/** Each fragment once: spread again it adds nothing to the root. */
function* rootFields(
  document: DocumentNode,
  { selections }: SelectionSetNode,
  seen = new Set<string>(),
): Generator<FieldNode> {
  for (const selection of selections) {
    if (selection.kind === 'Field') yield selection;
    else if (selection.kind === 'InlineFragment') yield* rootFields(document, selection.selectionSet, seen);
    else if (!seen.has(selection.name.value)) {
      seen.add(selection.name.value);
      for (const definition of document.definitions) {
        if (definition.kind === 'FragmentDefinition' && definition.name.value === selection.name.value)
          yield* rootFields(document, definition.selectionSet, seen);
      }
    }
  }
}
