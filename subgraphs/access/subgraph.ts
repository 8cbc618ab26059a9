import '#subgraphs/access/accounts/query.ts';
import '#subgraphs/access/explain/explain-access.ts';
import '#subgraphs/access/explain/who-can-see.ts';
import '#subgraphs/access/audit/query.ts';
import '#subgraphs/access/grants/mutation.ts';
import '#subgraphs/access/grants/query.ts';
import { builder } from '#subgraphs/access/builder.ts';
import { AccessContext, type AccessParts } from '#subgraphs/access/context.ts';
import { answerGrants } from '#subgraphs/access/grants/door.ts';
import { toSubgraphSchema } from '#subgraphs/kit/builder.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

export const accessSchema = toSubgraphSchema(builder);

/** Our own subgraph of who may see what: grants, accounts, alerts, the auditor's store, explanations. */
export function createAccessSubgraph(parts: AccessParts): Subgraph<AccessContext> {
  return {
    name: 'access',
    schema: accessSchema,
    createContext: (envelope, scope) => new AccessContext(parts, envelope, scope),
    openDoors: [parts.auditor.door],
    doors: { '/grants': { answer: answerGrants } },
    ready: () => parts.store.ping(),
    async close() {
      await parts.explain.close();
      await parts.store.close();
    },
  };
}
