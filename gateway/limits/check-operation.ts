import { type DocumentNode, visit } from 'graphql';
import { createCostMeter, type Size, type TypeWeights } from '#gateway/limits/cost.ts';
import type { Limits } from '#gateway/limits/limits.ts';
import type { GivenVariables } from '#gateway/limits/list-size.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/**
 * Refuses a document that is too large in one way or another, in the user's terms. List sizes are those of the operation that runs: it
 * names the variables that count. @throws GraphError OPERATION_TOO_COMPLEX
 */
export function checkOperation(
  document: DocumentNode,
  limits: Limits,
  weights: TypeWeights,
  variables: GivenVariables = {},
): Size {
  const counts = { aliases: 0, directives: 0, fragments: 0 };
  const countFragment = () => {
    counts.fragments += 1;
  };
  visit(document, {
    Field: (node) => {
      if (node.alias) counts.aliases += 1;
    },
    Directive: () => {
      counts.directives += 1;
    },
    FragmentDefinition: countFragment,
    FragmentSpread: countFragment,
    InlineFragment: countFragment,
  });
  refuseOver('别名', 'aliases', counts.aliases, limits.aliases);
  refuseOver('指令', 'directives', counts.directives, limits.directives);
  refuseOver('片段', 'fragments', counts.fragments, limits.fragments);

  const meter = createCostMeter(document, weights, limits, variables);
  let largest: Size = { depth: 0, fields: 0, cost: 0 };
  for (const definition of document.definitions) {
    if (definition.kind !== 'OperationDefinition') continue;
    const size = meter(definition);
    refuseOver('层级', 'levels', size.depth, limits.depth);
    refuseOver('字段', 'fields', size.fields, limits.fields);
    refuseOver('列表各行合计的值', 'values in all rows of its lists', size.cost, limits.cost);
    if (size.cost > largest.cost) largest = size;
  }
  return largest;
}

function refuseOver(zh: string, en: string, found: number, allowed: number): void {
  if (found > allowed) throw tooComplex(`${zh}不得超过 ${allowed}`, `at most ${allowed} ${en} are allowed`);
}

export function tooComplex(zh: string, en: string): GraphError {
  return new GraphError('OPERATION_TOO_COMPLEX', {
    zh: `查询过于复杂：${zh}。`,
    en: `The operation is too complex: ${en}.`,
  });
}
