import type { ConstValueNode, FieldNode, OperationDefinitionNode, ValueNode } from 'graphql';

/** What the schema says of how many rows a field can have. */
export interface ListSizes {
  /** Null where the field's value is no list. */
  listSize(typeName: string, fieldName: string): ListSize | null;
}

export interface ListSize {
  /** Default of the argument `first`; null where it has none, or where there is no such argument. */
  readonly standard: number | null;
  /** How many lists are one in another: 1 for `[Case]`. */
  readonly nesting: number;
  /** More rows than any list gives a page, where that is known: a list refuses to be asked for more. */
  readonly longest: number | null;
}

/** Variables as the client gave them, and what the operation that runs says of those that are left out. */
export interface GivenVariables {
  readonly [name: string]: unknown;
}

/** The argument that says how long a list may be. */
const FIRST = 'first';

/** Rows that are counted for a list which cannot be told how long to be: what is in a case, by experience few. */
const ASSUMED = 5;

/**
 * How many rows a field's value may have: what `first` says, as literal or variable, else its default in the schema, else five. At
 * least one, so that nothing is for nothing; what is no number is validation's business. A page longer than any costs nothing: the list
 * itself refuses it, and names its own maximum.
 */
export function rowsOf(field: FieldNode, typeName: string, sizes: ListSizes, variables: GivenVariables): number {
  const size = sizes.listSize(typeName, field.name.value);
  if (size === null) return 1;
  const given = field.arguments?.find(({ name }) => name.value === FIRST);
  const asked = given && numberIn(given.value, variables);
  const rows = Math.max(1, asked ?? size.standard ?? ASSUMED);
  return rows > (size.longest ?? Infinity) ? 1 : rows * ASSUMED ** (size.nesting - 1);
}

/** The variables that count in the operation that runs: those given, and the defaults of the others. */
export function withDefaults(
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): GivenVariables {
  const variables: Record<string, unknown> = Object.create(null);
  for (const { variable, defaultValue } of variableDefinitions) {
    const name = variable.name.value;
    variables[name] = Object.hasOwn(given, name) ? given[name] : defaultValue && intOf(defaultValue);
  }
  return variables;
}

function numberIn(value: ValueNode, variables: GivenVariables): number | undefined {
  if (value.kind !== 'Variable') return intOf(value);
  const given = variables[value.name.value];
  return typeof given === 'number' ? given : undefined;
}

function intOf(value: ValueNode | ConstValueNode): number | undefined {
  return value.kind === 'IntValue' ? Number(value.value) : undefined;
}
