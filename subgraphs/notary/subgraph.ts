import '#subgraphs/notary/query.ts';
import type { NotarySystem } from '#adapters/systems/notary/port.ts';
import { toSubgraphSchema } from '#subgraphs/kit/builder.ts';
import { ownCall } from '#subgraphs/kit/legacy-caller.ts';
import type { OwnerMeans } from '#subgraphs/kit/owner-context.ts';
import { answerOwner } from '#subgraphs/kit/owner-door.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';
import { NotaryContext } from '#subgraphs/notary/context.ts';
import { notaryOwner } from '#subgraphs/notary/owner.ts';
import { builder } from '#subgraphs/notary/types.ts';

export const notarySchema = toSubgraphSchema(builder);

/** The notary offices' subgraph over the port of their platform. */
export function createNotarySubgraph(notary: NotarySystem, means: OwnerMeans): Subgraph<NotaryContext> {
  const parts = { ...means, department: 'NOTARY', system: 'notary' } as const;
  return {
    name: 'notary',
    schema: notarySchema,
    createContext: (envelope, scope) => new NotaryContext(notary, parts, envelope, scope),
    answerOwner: (question, context) => answerOwner(notaryOwner, question, context),
    ready: (signal) => notary.ping(ownCall('ready', signal)),
    close: () => notary.close(),
  };
}
