import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLSchema, Kind } from 'graphql';
import { checkOperation } from '#gateway/limits/check-operation.ts';
import type { TypeWeights } from '#gateway/limits/cost.ts';
import { DEFAULT_LIMITS } from '#gateway/limits/limits.ts';
import { parseDocument, validateDocument } from '#gateway/request/operation.ts';
import { operationId, type TrustedOperations } from '#gateway/trusted/trusted-operations.ts';

/** The name of the document's operation, or what keeps the document from being registered. */
export type Checked = { readonly name: string } | { readonly faults: readonly string[] };

/** A document fit for the list has one operation, named, valid for clients, without introspection, and within the limits. */
export function checkDocument(text: string, schema: GraphQLSchema, weights: TypeWeights): Checked {
  try {
    const document = parseDocument(text, DEFAULT_LIMITS.tokens);
    const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    const [operation] = operations;
    const name = operation && 'name' in operation ? operation.name?.value : undefined;
    if (operations.length !== 1 || name === undefined)
      return { faults: ['须恰有一个具名操作 / there must be one operation, with a name'] };
    checkOperation(document, DEFAULT_LIMITS, weights);
    const invalid = validateDocument(schema, document, false);
    return invalid.length > 0 ? { faults: invalid.map(({ message }) => message) } : { name };
  } catch (error) {
    return { faults: [(error as Error).message] };
  }
}

/** Documents of a folder that are not in the list with the text that they have now. */
export function unregistered(folder: string, operations: TrustedOperations): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .filter((name) => !operations.has(operationId(readFileSync(join(folder, name), 'utf8'))))
    .sort();
}
