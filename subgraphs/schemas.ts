import type { GraphQLSchema } from 'graphql';
import type { SubgraphName } from '#auth/envelope/envelope.ts';
import { accessSchema } from '#subgraphs/access/subgraph.ts';
import { caseworkSchema } from '#subgraphs/casework/subgraph.ts';
import { courtSchema } from '#subgraphs/court/subgraph.ts';
import { legalAidSchema } from '#subgraphs/legal-aid/subgraph.ts';
import { notarySchema } from '#subgraphs/notary/subgraph.ts';
import { policeSchema } from '#subgraphs/police/subgraph.ts';
import { procuratorateSchema } from '#subgraphs/procuratorate/subgraph.ts';

/** Every subgraph's schema, for composition. A new subgraph is composed by being listed. */
export const SUBGRAPH_SCHEMAS: Readonly<Record<SubgraphName, GraphQLSchema>> = {
  casework: caseworkSchema,
  court: courtSchema,
  'legal-aid': legalAidSchema,
  police: policeSchema,
  procuratorate: procuratorateSchema,
  notary: notarySchema,
  access: accessSchema,
};
