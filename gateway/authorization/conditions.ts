import { type DirectiveNode, Kind, type VariableDefinitionNode } from 'graphql';
import { GraphError } from '#schema/errors/graph-error.ts';

/** The conditions of one operation, decided once and for all before anything is checked or planned. */
export interface Conditions {
  /** Whether a selection that carries these directives is part of the operation. @throws GraphError BAD_USER_INPUT */
  includes(directives: readonly DirectiveNode[] | undefined): boolean;
}

/**
 * Decides `@skip` and `@include`. A variable that was left out has its default, so that what is checked is what runs.
 *
 * @see https://spec.graphql.org/October2021/#sec--skip
 */
export function conditionsOf(
  definitions: readonly VariableDefinitionNode[],
  variables: Readonly<Record<string, unknown>>,
): Conditions {
  const valueOfVariable = (name: string): unknown => {
    if (Object.hasOwn(variables, name) && variables[name] !== undefined) return variables[name];
    const value = definitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
    return value?.kind === Kind.BOOLEAN ? value.value : undefined;
  };
  const isTrue = (directive: DirectiveNode): boolean => {
    const node = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
    const value =
      node?.kind === Kind.VARIABLE
        ? valueOfVariable(node.name.value)
        : node?.kind === Kind.BOOLEAN
          ? node.value
          : undefined;
    if (typeof value !== 'boolean') throw noBoolean(directive.name.value);
    return value;
  };
  return {
    includes: (directives = []) =>
      directives.every((directive) => {
        if (directive.name.value === 'skip') return !isTrue(directive);
        return directive.name.value !== 'include' || isTrue(directive);
      }),
  };
}

/** The directives that are left when the conditions have been decided. */
export function unconditional(directives: readonly DirectiveNode[] | undefined): readonly DirectiveNode[] {
  return (directives ?? []).filter(({ name }) => name.value !== 'skip' && name.value !== 'include');
}

function noBoolean(directive: string): GraphError {
  return new GraphError('BAD_USER_INPUT', {
    zh: `@${directive} 的 if 必须是 true 或 false。`,
    en: `The “if” of @${directive} must be true or false.`,
  });
}
