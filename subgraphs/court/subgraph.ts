import '#subgraphs/court/calendar.ts';
import '#subgraphs/court/case.ts';
import '#subgraphs/court/fee-notice.ts';
import '#subgraphs/court/hearing-notice.ts';
import type { CourtSystem } from '#adapters/systems/court-12368/port.ts';
import { CourtContext } from '#subgraphs/court/context.ts';
import { courtOwner } from '#subgraphs/court/owner.ts';
import { builder } from '#subgraphs/court/types.ts';
import { toSubgraphSchema } from '#subgraphs/kit/builder.ts';
import { ownCall } from '#subgraphs/kit/legacy-caller.ts';
import type { OwnerMeans } from '#subgraphs/kit/owner-context.ts';
import { answerOwner } from '#subgraphs/kit/owner-door.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

export const courtSchema = toSubgraphSchema(builder);

/** The court's subgraph over the port of its system. */
export function createCourtSubgraph(court: CourtSystem, means: OwnerMeans): Subgraph<CourtContext> {
  const parts = { ...means, department: 'COURT', system: '12368' } as const;
  return {
    name: 'court',
    schema: courtSchema,
    createContext: (envelope, scope) => new CourtContext(court, parts, envelope, scope),
    answerOwner: (question, context) => answerOwner(courtOwner, question, context),
    ready: (signal) => court.ping(ownCall('ready', signal)),
    close: () => court.close(),
  };
}
