import {
  type ConstDirectiveNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  type ValidationRule,
  valueFromASTUntyped,
} from 'graphql';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { holdsPolicy, purposeFits } from '#auth/policies/policies.ts';
import { effectiveRoles } from '#auth/policies/roles.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

interface Decorated {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

/** An OR of ANDs of policies, as `@policy` has it; `null` demands nothing. */
export type Demand = readonly (readonly string[])[] | null;

/** Schemas do not change: each demand is read once, and not in every fetch. */
const DEMANDS = new WeakMap<Decorated, Demand>();

/** What the `@policy` of a type or field demands. A list that is empty opens nothing. */
export function demandOf(element: Decorated): Demand {
  const known = DEMANDS.get(element);
  if (known !== undefined) return known;
  const demand = readDemand(element);
  DEMANDS.set(element, demand);
  return demand;
}

function readDemand({ astNode }: Decorated): Demand {
  const directive = astNode?.directives?.find(({ name }) => name.value === 'policy');
  const [argument] = directive?.arguments ?? [];
  if (argument === undefined) return null;
  return [valueFromASTUntyped(argument.value)].flat().map((names) => [names].flat().map(String));
}

/**
 * The gateway has judged the fields before it planned; a subgraph does not rely on that and judges them again, by the same policies, for the
 * role and the purpose that the envelope states. One refused field refuses the fetch: what the gateway plans, it has permitted.
 */
export function fieldPolicyRule(schema: GraphQLSchema, { principal, purpose }: VerifiedEnvelope): ValidationRule {
  const roles = effectiveRoles(principal.roles);
  const judged = new Map<unknown, 'FORBIDDEN' | 'PURPOSE_REQUIRED' | null>();
  const isMet = (demand: Demand, by: (policy: string) => boolean) =>
    demand?.some((all) => all.length > 0 && all.every(by)) ?? true;
  const judge = (demand: Demand) => {
    if (isMet(demand, (policy) => purposeFits(roles, policy, purpose))) return null;
    return isMet(demand, (policy) => holdsPolicy(roles, policy)) ? 'PURPOSE_REQUIRED' : 'FORBIDDEN';
  };
  const refusalOf = (element: Decorated) => {
    if (!judged.has(element)) judged.set(element, judge(demandOf(element)));
    return judged.get(element) ?? null;
  };
  return (context) => ({
    Field(node) {
      const [parent, field] = [context.getParentType(), context.getFieldDef()];
      const returned = field && schema.getType(getNamedType(field.type).name);
      const asked = [isObjectType(parent) ? parent : null, field, returned ?? null];
      const refusals = asked.flatMap((element) => (element == null ? [] : (refusalOf(element) ?? [])));
      if (refusals.length === 0) return undefined;
      const coordinate = `${parent?.name}.${node.name.value}`;
      const originalError = new GraphError(refusals.includes('FORBIDDEN') ? 'FORBIDDEN' : 'PURPOSE_REQUIRED');
      context.reportError(new GraphQLError(originalError.message, { originalError, extensions: { coordinate } }));
      return false;
    },
  });
}
