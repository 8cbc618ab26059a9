import '#subgraphs/police/case.ts';
import type { PoliceSystem } from '#adapters/systems/police/port.ts';
import { toSubgraphSchema } from '#subgraphs/kit/builder.ts';
import { ownCall } from '#subgraphs/kit/legacy-caller.ts';
import type { OwnerMeans } from '#subgraphs/kit/owner-context.ts';
import { answerOwner } from '#subgraphs/kit/owner-door.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';
import { PoliceContext } from '#subgraphs/police/context.ts';
import { policeOwner } from '#subgraphs/police/owner.ts';
import { builder } from '#subgraphs/police/types.ts';

export const policeSchema = toSubgraphSchema(builder);

/** The police's subgraph over the port of their system. */
export function createPoliceSubgraph(police: PoliceSystem, means: OwnerMeans): Subgraph<PoliceContext> {
  const parts = { ...means, department: 'POLICE', system: 'police' } as const;
  return {
    name: 'police',
    schema: policeSchema,
    createContext: (envelope, scope) => new PoliceContext(police, parts, envelope, scope),
    answerOwner: (question, context) => answerOwner(policeOwner, question, context),
    ready: (signal) => police.ping(ownCall('ready', signal)),
    close: () => police.close(),
  };
}
