import '#subgraphs/casework/case.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { CaseworkContext, type CaseworkParts } from '#subgraphs/casework/context.ts';
import { toSubgraphSchema } from '#subgraphs/kit/builder.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

export const caseworkSchema = toSubgraphSchema(builder);

/** Our own subgraph: the registry of cases, parties and links, and the lists that several departments feed. */
export function createCaseworkSubgraph(parts: CaseworkParts): Subgraph {
  return {
    name: 'casework',
    schema: caseworkSchema,
    createContext: (envelope, signal) => new CaseworkContext(parts, envelope, signal),
    ready: () => parts.registry.ping(),
    async close() {
      await parts.owners.close();
      await parts.registry.close();
    },
  };
}
