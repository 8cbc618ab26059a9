import { printSubgraphSchema } from '@apollo/subgraph';
import SchemaBuilder from '@pothos/core';
import DirectivesPlugin from '@pothos/plugin-directives';
import FederationPlugin from '@pothos/plugin-federation';
import { type GraphQLObjectType, type GraphQLSchema, isObjectType, specifiedDirectives } from 'graphql';
import type { Policy } from '#auth/policies/policies.ts';
import { DateTime } from '#schema/scalars/date-time.ts';
import { Digest } from '#schema/scalars/digest.ts';
import { Fen } from '#schema/scalars/fen.ts';
import { LegalDate } from '#schema/scalars/legal-date.ts';
import { boundLists } from '#subgraphs/kit/bounded-lists.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';
import { requireKnownPolicies } from '#subgraphs/kit/known-policies.ts';
import { PUBLIC_DIRECTIVE, PUBLIC_SPECIFICATION } from '#subgraphs/kit/public-directive.ts';
import { redactFields } from '#subgraphs/kit/redacted-fields.ts';

interface SharedTypes<Context> {
  Context: Context;
  Scalars: {
    ID: { Input: string; Output: string };
    LegalDate: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    Digest: { Input: string; Output: string };
    Fen: { Input: number; Output: number };
  };
  FederationPolicies: Policy;
  Directives: { public: { locations: 'OBJECT' | 'FIELD_DEFINITION'; args: Record<never, never> } };
}

/** The Pothos builder that every subgraph starts from: federation, our scalars, our policies. Fields are nullable unless they say otherwise. */
export function createBuilder<Context extends RequestContext>() {
  const builder = new SchemaBuilder<SharedTypes<Context>>({ plugins: [DirectivesPlugin, FederationPlugin] });
  builder.addScalarType('LegalDate', LegalDate);
  builder.addScalarType('DateTime', DateTime);
  builder.addScalarType('Digest', Digest);
  builder.addScalarType('Fen', Fen);
  return builder;
}

export type Builder<Context extends RequestContext> = ReturnType<typeof createBuilder<Context>>;

/** Federation 2.14 is the newest that `@apollo/gateway` 2.14 composes. */
const FEDERATION = 'https://specs.apollo.dev/federation/v2.14';

export function toSubgraphSchema<Context extends RequestContext>(builder: Builder<Context>): GraphQLSchema {
  const name = `@${PUBLIC_DIRECTIVE.name}` as const;
  const schema = builder.toSubGraphSchema({
    linkUrl: FEDERATION,
    directives: [...specifiedDirectives, PUBLIC_DIRECTIVE],
    composeDirectives: [name],
    extensions: { directives: [{ name: 'link', args: { url: PUBLIC_SPECIFICATION, import: [name] } }] },
  });
  requireKnownPolicies(schema);
  for (const type of Object.values(schema.getTypeMap())) if (isObjectType(type)) withoutExtends(type);
  redactFields(schema);
  boundLists(schema);
  const service = schema.getQueryType()?.getFields()._service;
  if (service) service.resolve = () => ({ sdl: printSubgraphSchema(schema) });
  return schema;
}

/**
 * Pothos prints `@extends` on a type that another subgraph owns. The planner then takes a key field, though it is external, from the
 * subgraph that cannot give it: a way back to a case would fail.
 */
function withoutExtends(type: GraphQLObjectType): void {
  const { astNode } = type;
  const directives = astNode?.directives?.filter(({ name }) => name.value !== 'extends');
  if (astNode && directives && directives.length < (astNode.directives?.length ?? 0))
    type.astNode = { ...astNode, directives };
}
