import '#subgraphs/legal-aid/case.ts';
import '#subgraphs/legal-aid/me.ts';
import '#subgraphs/legal-aid/mutation.ts';
import '#subgraphs/legal-aid/query.ts';
import type { LegalAidSystem } from '#adapters/systems/legal-aid/port.ts';
import { toSubgraphSchema } from '#subgraphs/kit/builder.ts';
import { ownCall } from '#subgraphs/kit/legacy-caller.ts';
import type { OwnerMeans } from '#subgraphs/kit/owner-context.ts';
import { answerOwner } from '#subgraphs/kit/owner-door.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';
import { LegalAidContext } from '#subgraphs/legal-aid/context.ts';
import { legalAidOwner } from '#subgraphs/legal-aid/owner.ts';
import { builder } from '#subgraphs/legal-aid/types.ts';

export const legalAidSchema = toSubgraphSchema(builder);

/** The legal aid institution's subgraph over the port of its system. */
export function createLegalAidSubgraph(system: LegalAidSystem, means: OwnerMeans): Subgraph<LegalAidContext> {
  const parts = { ...means, department: 'JUSTICE', system: 'legal-aid' } as const;
  return {
    name: 'legal-aid',
    schema: legalAidSchema,
    createContext: (envelope, scope) => new LegalAidContext(system, parts, envelope, scope),
    answerOwner: (question, context) => answerOwner(legalAidOwner, question, context),
    ready: (signal) => system.ping(ownCall('ready', signal)),
    close: () => system.close(),
  };
}
