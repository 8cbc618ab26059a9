import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';

/**
 * Finds the types of the values that an operation gives to arguments: input objects, enums and scalars, as deep as values are given.
 * Null, an empty list and an argument left out give no value.
 */
export class GivenTypes {
  readonly #definitions: readonly VariableDefinitionNode[];
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #ofVariables = new Map<string, ReadonlySet<string>>();

  constructor(definitions: readonly VariableDefinitionNode[], variables: Readonly<Record<string, unknown>>) {
    this.#definitions = definitions;
    this.#variables = variables;
  }

  of(field: GraphQLField<unknown, unknown>, node: FieldNode): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { name, value } of node.arguments ?? []) {
      const argument = field.args.find((each) => each.name === name.value);
      if (argument !== undefined) this.#inLiteral(argument.type, value, found);
    }
    return found;
  }

  #inLiteral(type: GraphQLInputType, node: ValueNode, found: Set<string>): void {
    if (node.kind === Kind.NULL) return;
    if (node.kind === Kind.VARIABLE) {
      for (const name of this.#ofVariable(type, node.name.value)) found.add(name);
    } else if (isNonNullType(type)) {
      this.#inLiteral(type.ofType, node, found);
    } else if (isListType(type)) {
      for (const item of node.kind === Kind.LIST ? node.values : [node]) this.#inLiteral(type.ofType, item, found);
    } else {
      found.add(type.name);
      if (!isInputObjectType(type) || node.kind !== Kind.OBJECT) return;
      for (const { name, value } of node.fields) {
        const field = type.getFields()[name.value];
        if (field !== undefined) this.#inLiteral(field.type, value, found);
      }
    }
  }

  /** A variable may be used many times, but its value is walked once for each type that it is used as. */
  #ofVariable(type: GraphQLInputType, name: string): ReadonlySet<string> {
    const key = `${name} ${type}`;
    const known = this.#ofVariables.get(key);
    if (known !== undefined) return known;
    const found = new Set<string>();
    this.#ofVariables.set(key, found);
    if (Object.hasOwn(this.#variables, name)) {
      this.#inValue(type, this.#variables[name], found);
    } else {
      const value = this.#definitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
      if (value !== undefined) this.#inLiteral(type, value, found);
    }
    return found;
  }

  #inValue(type: GraphQLInputType, value: unknown, found: Set<string>): void {
    if (value === null || value === undefined) return;
    if (isNonNullType(type)) {
      this.#inValue(type.ofType, value, found);
    } else if (isListType(type)) {
      for (const item of Array.isArray(value) ? value : [value]) this.#inValue(type.ofType, item, found);
    } else {
      found.add(type.name);
      if (!isInputObjectType(type) || typeof value !== 'object') return;
      for (const [name, each] of Object.entries(value)) {
        const field = type.getFields()[name];
        if (field !== undefined) this.#inValue(field.type, each, found);
      }
    }
  }
}
