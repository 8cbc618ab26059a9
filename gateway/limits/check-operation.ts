import { type DocumentNode, type OperationDefinitionNode, visit } from 'graphql';
import { createCostMeter, type TypeWeights } from '#gateway/limits/cost.ts';
import type { Limits } from '#gateway/limits/limits.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/** Refuses a document that is too large in one way or another, in the user's terms. @throws GraphError OPERATION_TOO_COMPLEX */
export function checkOperation(document: DocumentNode, limits: Limits, weights: TypeWeights): void {
  const counts = { aliases: 0, directives: 0 };
  visit(document, {
    Field: (node) => {
      if (node.alias) counts.aliases += 1;
    },
    Directive: () => {
      counts.directives += 1;
    },
  });
  refuseOver('别名', 'aliases', counts.aliases, limits.aliases);
  refuseOver('指令', 'directives', counts.directives, limits.directives);

  const meter = createCostMeter(document, weights, limits);
  for (const definition of document.definitions) {
    if (definition.kind !== 'OperationDefinition') continue;
    const { depth, cost } = meter(definition satisfies OperationDefinitionNode);
    refuseOver('层级', 'levels', depth, limits.depth);
    refuseOver('字段', 'fields', cost, limits.cost);
  }
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
