import SchemaBuilder from '@pothos/core';
import DirectivesPlugin from '@pothos/plugin-directives';
import FederationPlugin from '@pothos/plugin-federation';
import type { GraphQLSchema } from 'graphql';
import type { Policy } from '#auth/policies/policies.ts';
import { DateTime } from '#schema/scalars/date-time.ts';
import { Digest } from '#schema/scalars/digest.ts';
import { Fen } from '#schema/scalars/fen.ts';
import { LegalDate } from '#schema/scalars/legal-date.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';

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
  return builder.toSubGraphSchema({ linkUrl: FEDERATION });
}
