import { builder } from '#subgraphs/access/builder.ts';
import { toSubgraphSchema } from '#subgraphs/kit/builder.ts';
import { RequestContext } from '#subgraphs/kit/context.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

builder.queryType({});
builder.queryField('myGrants', (t) => t.string({ description: '（占位，正在实现）placeholder', resolve: () => null }));

export const accessSchema = toSubgraphSchema(builder);

/** Our own subgraph of who may see what: grants, accounts, alerts, the auditor's store, explanations. */
export function createAccessSubgraph(): Subgraph {
  return {
    name: 'access',
    schema: accessSchema,
    createContext: (envelope, scope) => new RequestContext(envelope, scope),
    ready: async () => {},
    close: async () => {},
  };
}
