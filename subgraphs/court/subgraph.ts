import '#subgraphs/court/case.ts';
import '#subgraphs/court/owner.ts';
import type { CourtSystem } from '#adapters/systems/court-12368/port.ts';
import type { StatementVerifier } from '#auth/decisions/statement.ts';
import { CourtContext } from '#subgraphs/court/context.ts';
import { builder } from '#subgraphs/court/types.ts';
import { toSubgraphSchema } from '#subgraphs/kit/builder.ts';
import { FailedRequests } from '#subgraphs/kit/failed-requests.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

export const courtSchema = toSubgraphSchema(builder);

/** The court's subgraph over the port of its system. */
export function createCourtSubgraph(court: CourtSystem, statements: StatementVerifier): Subgraph {
  const parts = { department: 'COURT', statements, failed: new FailedRequests() } as const;
  return {
    name: 'court',
    schema: courtSchema,
    createContext: (envelope, signal) => new CourtContext(court, parts, envelope, signal),
    ready: (signal) => court.ping({ requestId: 'ready', signal }),
    close: () => court.close(),
  };
}
