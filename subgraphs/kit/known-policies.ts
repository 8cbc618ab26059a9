import {
  type ConstDirectiveNode,
  type GraphQLSchema,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  valueFromASTUntyped,
} from 'graphql';
import { requirePolicies } from '#auth/policies/policies.ts';

interface Decorated {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

/** Holds a subgraph's `@policy` against the policy text. @throws Error at the first name that it does not have: the process must not start */
export function requireKnownPolicies(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) || isInterfaceType(type)) {
      requirePolicies([type, ...Object.values(type.getFields())].flatMap(policiesOf));
    } else if (isScalarType(type) || isEnumType(type)) requirePolicies(policiesOf(type));
  }
}

function policiesOf({ astNode }: Decorated): string[] {
  const policies = (astNode?.directives ?? []).filter(({ name }) => name.value === 'policy');
  return policies.flatMap((directive) => {
    const [argument] = directive.arguments ?? [];
    const names = argument && valueFromASTUntyped(argument.value);
    return [names].flat(2).map(String);
  });
}
