import '#subgraphs/procuratorate/case.ts';
import type { ProcuratorateSystem } from '#adapters/systems/procuratorate-12309/port.ts';
import { toSubgraphSchema } from '#subgraphs/kit/builder.ts';
import { ownCall } from '#subgraphs/kit/legacy-caller.ts';
import type { OwnerMeans } from '#subgraphs/kit/owner-context.ts';
import { answerOwner } from '#subgraphs/kit/owner-door.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';
import { ProcuratorateContext } from '#subgraphs/procuratorate/context.ts';
import { procuratorateOwner } from '#subgraphs/procuratorate/owner.ts';
import { builder } from '#subgraphs/procuratorate/types.ts';

export const procuratorateSchema = toSubgraphSchema(builder);

/** The procuratorate's subgraph over the port of its system. */
export function createProcuratorateSubgraph(
  system: ProcuratorateSystem,
  means: OwnerMeans,
): Subgraph<ProcuratorateContext> {
  const parts = { ...means, department: 'PROCURATORATE', system: '12309' } as const;
  return {
    name: 'procuratorate',
    schema: procuratorateSchema,
    createContext: (envelope, scope) => new ProcuratorateContext(system, parts, envelope, scope),
    answerOwner: (question, context) => answerOwner(procuratorateOwner, question, context),
    ready: (signal) => system.ping(ownCall('ready', signal)),
    close: () => system.close(),
  };
}
