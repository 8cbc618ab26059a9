import SchemaBuilder from '@pothos/core';
import DirectivesPlugin from '@pothos/plugin-directives';
import FederationPlugin from '@pothos/plugin-federation';
import type { GraphQLSchema } from 'graphql';
import type { Policy } from '#auth/policies/policies.ts';
import { DateTime } from '#schema/scalars/date-time.ts';
import { LegalDate } from '#schema/scalars/legal-date.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';

interface SharedTypes<Context> {
  Context: Context;
  Scalars: {
    ID: { Input: string; Output: string };
    LegalDate: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
  };
  FederationPolicies: Policy;
}

/** The Pothos builder that every subgraph starts from: federation, our scalars, our policies. Fields are nullable unless they say otherwise. */
export function createBuilder<Context extends RequestContext>() {
  const builder = new SchemaBuilder<SharedTypes<Context>>({ plugins: [DirectivesPlugin, FederationPlugin] });
  builder.addScalarType('LegalDate', LegalDate);
  builder.addScalarType('DateTime', DateTime);
  return builder;
}

/** Federation 2.14 is the newest that `@apollo/gateway` 2.14 composes. */
const FEDERATION = 'https://specs.apollo.dev/federation/v2.14';

export function toSubgraphSchema<Context extends RequestContext>(
  builder: ReturnType<typeof createBuilder<Context>>,
): GraphQLSchema {
  return builder.toSubGraphSchema({ linkUrl: FEDERATION });
}
