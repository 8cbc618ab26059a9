import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import type { Limits } from '#gateway/limits/limits.ts';
import { type GivenVariables, type ListSizes, rowsOf } from '#gateway/limits/list-size.ts';

/** What cost needs to know of a schema. Names that are not in it cost as leaves: validation refuses them afterwards. */
export interface TypeWeights extends ListSizes {
  rootType(operation: OperationDefinitionNode['operation']): string | undefined;
  /** Named type of a field's value. */
  fieldType(typeName: string, fieldName: string): string | undefined;
  /** In how many ways a selection on this type can be fetched: 1 for an object type, implementors × subgraphs for an abstract one. */
  ways(typeName: string): number;
}

export interface Size {
  readonly depth: number;
  /** Fields to be planned. */
  readonly fields: number;
  /** Values to be fetched, lists with all their rows. */
  readonly cost: number;
}

const NOTHING: Size = { depth: 0, fields: 0, cost: 0 };

/**
 * Measures operations of one document with fragments expanded, each fragment once per type on which it is spread: linear in the document
 * however often it doubles itself. Measuring ends where the limits are passed.
 */
export function createCostMeter(
  document: DocumentNode,
  weights: TypeWeights,
  limits: Pick<Limits, 'depth' | 'fields' | 'cost'>,
  variables: GivenVariables = {},
) {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  const measured = new Map<string, Size>();
  const underWay = new Set<string>();

  return (operation: OperationDefinitionNode): Size =>
    sum(operation.selectionSet, weights.rootType(operation.operation), 0);

  function sum(selectionSet: SelectionSetNode, around: string | undefined, level: number): Size {
    let depth = 0;
    let fields = 0;
    let cost = 0;
    for (const selection of selectionSet.selections) {
      const size = sizeOf(selection, around, level);
      depth = Math.max(depth, size.depth);
      fields += size.fields;
      cost += size.cost;
      if (level + depth > limits.depth || fields > limits.fields || cost > limits.cost) break;
    }
    return { depth, fields, cost };
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
    return fieldSize(selection, around, level);
  }

  function fieldSize(field: FieldNode, around: string | undefined, level: number): Size {
    const rows = around === undefined ? 1 : rowsOf(field, around, weights, variables);
    if (!field.selectionSet) return { depth: 1, fields: 1, cost: rows };
    const type = around === undefined ? undefined : weights.fieldType(around, field.name.value);
    const inner = level >= limits.depth ? NOTHING : narrowed(sum(field.selectionSet, type, level + 1), type, undefined);
    return { depth: inner.depth + 1, fields: inner.fields + 1, cost: rows * (inner.cost + 1) };
  }

  /** A selection is planned once for every way to fetch its type, unless it only stays on the type around it. A row is of one type. */
  function narrowed({ depth, fields, cost }: Size, on: string | undefined, around: string | undefined): Size {
    return { depth, fields: on === undefined || on === around ? fields : fields * weights.ways(on), cost };
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
