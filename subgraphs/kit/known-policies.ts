import { type GraphQLSchema, isEnumType, isInterfaceType, isObjectType, isScalarType } from 'graphql';
import { requirePolicies } from '#auth/policies/policies.ts';
import { demandOf } from '#subgraphs/kit/field-policies.ts';

/** Holds a subgraph's `@policy` against the policy text. @throws Error at the first name that it does not have: the process must not start */
export function requireKnownPolicies(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) || isInterfaceType(type)) {
      requirePolicies([type, ...Object.values(type.getFields())].flatMap(policiesOf));
    } else if (isScalarType(type) || isEnumType(type)) requirePolicies(policiesOf(type));
  }
}

function policiesOf(element: Parameters<typeof demandOf>[0]): string[] {
  return (demandOf(element) ?? []).flat();
}
