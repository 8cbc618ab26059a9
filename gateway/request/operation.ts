import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { clientFault, withoutNumbers } from '#gateway/errors/client-fault.ts';
import { MOST_FAULTS, variableFaults } from '#gateway/errors/variable-faults.ts';
import { tooComplex } from '#gateway/limits/check-operation.ts';
import { isNestedDeeper } from '#gateway/limits/nesting.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/** Brackets in brackets. Fifteen levels of fields with their fragments, arguments and input objects stay far below. */
const MAX_NESTING = 100;

/** Parses a document. @throws GraphQLError BAD_USER_INPUT for a syntax error, GraphError OPERATION_TOO_COMPLEX for too many tokens or levels. */
export function parseDocument(query: string, maxTokens: number): DocumentNode {
  if (isNestedDeeper(query, MAX_NESTING, maxTokens))
    throw tooComplex(`括号嵌套不得超过 ${MAX_NESTING} 层`, `brackets may be nested ${MAX_NESTING} levels at most`);
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError && /tokens\. Parsing aborted/.test(error.message)) {
      throw tooComplex(`词法单元不得超过 ${maxTokens} 个`, `at most ${maxTokens} tokens are allowed`);
    }
    throw error instanceof GraphQLError ? clientFault(error) : error;
  }
}

/** The one operation that runs. @throws GraphError BAD_USER_INPUT where the name chooses none. */
export function chooseOperation(document: DocumentNode, operationName: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (operation) return operation;
  const names = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [withoutNumbers(each.name?.value ?? '（匿名）')] : [],
  );
  throw new GraphError('BAD_USER_INPUT', {
    zh: `请用 operationName 指明要执行的一个操作；文档中有：${names.join('、') || '无'}。`,
    en: `Name the one operation to run in operationName; the document has: ${names.join(', ') || 'none'}.`,
  });
}

/** What is wrong with a document, each a BAD_USER_INPUT. */
export function validateDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  introspection: boolean,
): readonly GraphQLError[] {
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  return validate(schema, document, rules).map(clientFault);
}

export type Coerced = { readonly values: Record<string, unknown> } | { readonly errors: readonly GraphQLError[] };

/** Variables as the operation declares them, defaults filled in; or what is wrong with them, each a BAD_USER_INPUT. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Coerced {
  const definitions = operation.variableDefinitions ?? [];
  const { coerced, errors } = getVariableValues(schema, definitions, given, { maxErrors: MOST_FAULTS });
  return errors ? { errors: variableFaults(schema, definitions, given) } : { values: coerced };
}
