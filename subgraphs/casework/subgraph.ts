import '#subgraphs/casework/case.ts';
import '#subgraphs/casework/file-reading/file-reading-right.ts';
import '#subgraphs/casework/lists/custody.ts';
import '#subgraphs/casework/lists/custody-ledger.ts';
import '#subgraphs/casework/lists/data-quality.ts';
import '#subgraphs/casework/lists/deadline.ts';
import '#subgraphs/casework/lists/deadlines-due.ts';
import '#subgraphs/casework/lists/document.ts';
import '#subgraphs/casework/lists/measure.ts';
import '#subgraphs/casework/lists/one-transfer.ts';
import '#subgraphs/casework/lists/representation.ts';
import '#subgraphs/casework/lists/transfer.ts';
import '#subgraphs/casework/lists/transfer-answers.ts';
import '#subgraphs/casework/lists/transfer-inbox.ts';
import '#subgraphs/casework/me.ts';
import '#subgraphs/casework/mutation.ts';
import '#subgraphs/casework/query.ts';
import '#subgraphs/casework/statistics/transfer-statistics.ts';
import '#subgraphs/casework/tickets/query.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { CaseworkContext, type CaseworkParts } from '#subgraphs/casework/context.ts';
import { answerExplain } from '#subgraphs/casework/explain/explain.ts';
import { toSubgraphSchema } from '#subgraphs/kit/builder.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

export const caseworkSchema = toSubgraphSchema(builder);

/** Our own subgraph: the registry of cases, parties and links, and the lists that several departments feed. */
export function createCaseworkSubgraph(parts: CaseworkParts): Subgraph<CaseworkContext> {
  return {
    name: 'casework',
    schema: caseworkSchema,
    createContext: (envelope, scope) => new CaseworkContext(parts, envelope, scope),
    doors: { '/explain': { answer: answerExplain } },
    ready: () => parts.registry.ping(),
    async close() {
      await parts.grants.close();
      await parts.owners.close();
      await parts.links.close();
      await parts.registry.close();
    },
  };
}
