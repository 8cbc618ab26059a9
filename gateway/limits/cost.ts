import type {
  DocumentNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import type { Limits } from '#gateway/limits/limits.ts';

/** What cost needs to know of a schema. Names that are not in it cost as leaves: validation refuses them afterwards. */
export interface TypeWeights {
  rootType(operation: OperationDefinitionNode['operation']): string | undefined;
  /** Named type of a field's value. */
  fieldType(typeName: string, fieldName: string): string | undefined;
  /** In how many ways a selection on this type can be fetched: 1 for an object type, implementors × subgraphs for an abstract one. */
  ways(typeName: string): number;
}

export interface Size {
  readonly depth: number;
  readonly cost: number;
}

const NOTHING: Size = { depth: 0, cost: 0 };

/**
 * Measures operations of one document with fragments expanded, each fragment once per type on which it is spread: linear in the document
 * however often it doubles itself. Measuring ends where the limits are passed.
 */
export function createCostMeter(document: DocumentNode, weights: TypeWeights, limits: Pick<Limits, 'depth' | 'cost'>) {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  const measured = new Map<string, Size>();
  const underWay = new Set<string>();

  return (operation: OperationDefinitionNode): Size =>
    sum(operation.selectionSet, weights.rootType(operation.operation), 0);

  function sum(selectionSet: SelectionSetNode, around: string | undefined, level: number): Size {
    let depth = 0;
    let cost = 0;
    for (const selection of selectionSet.selections) {
      const size = sizeOf(selection, around, level);
      depth = Math.max(depth, size.depth);
      cost += size.cost;
      if (level + depth > limits.depth || cost > limits.cost) break;
    }
    return { depth, cost };
  }

  function sizeOf(selection: SelectionNode, around: string | undefined, level: number): Size {
    if (selection.kind === 'FragmentSpread') {
      const fragment = fragments.get(selection.name.value);
      return fragment ? narrowed(fragmentSize(fragment), fragment.typeCondition.name.value, around) : NOTHING;
    }
    if (selection.kind === 'InlineFragment') {
      const on = selection.typeCondition?.name.value ?? around;
      return narrowed(sum(selection.selectionSet, on, level), on, around);
    }
    if (!selection.selectionSet) return { depth: 1, cost: 1 };
    const type = around === undefined ? undefined : weights.fieldType(around, selection.name.value);
    const inner =
      level >= limits.depth ? NOTHING : narrowed(sum(selection.selectionSet, type, level + 1), type, undefined);
    return { depth: inner.depth + 1, cost: inner.cost + 1 };
  }

  /** A selection costs once for every way to fetch its type, unless it only stays on the type around it. */
  function narrowed({ depth, cost }: Size, on: string | undefined, around: string | undefined): Size {
    return { depth, cost: on === undefined || on === around ? cost : cost * weights.ways(on) };
  }

  function fragmentSize(fragment: FragmentDefinitionNode): Size {
    const name = fragment.name.value;
    const known = measured.get(name);
    if (known) return known;
    // A cycle is validation's business.
    if (underWay.has(name)) return NOTHING;
    underWay.add(name);
    const size = sum(fragment.selectionSet, fragment.typeCondition.name.value, 0);
    underWay.delete(name);
    measured.set(name, size);
    return size;
  }
}
