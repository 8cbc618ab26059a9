import '#subgraphs/legal-aid/case.ts';
import '#subgraphs/legal-aid/owner.ts';
import type { LegalAidSystem } from '#adapters/systems/legal-aid/port.ts';
import type { StatementVerifier } from '#auth/decisions/statement.ts';
import { toSubgraphSchema } from '#subgraphs/kit/builder.ts';
import { FailedRequests } from '#subgraphs/kit/failed-requests.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';
import { LegalAidContext } from '#subgraphs/legal-aid/context.ts';
import { builder } from '#subgraphs/legal-aid/types.ts';

export const legalAidSchema = toSubgraphSchema(builder);

/** The legal aid institution's subgraph over the port of its system. */
export function createLegalAidSubgraph(system: LegalAidSystem, statements: StatementVerifier): Subgraph {
  const parts = { department: 'JUSTICE', statements, failed: new FailedRequests() } as const;
  return {
    name: 'legal-aid',
    schema: legalAidSchema,
    createContext: (envelope, signal) => new LegalAidContext(system, parts, envelope, signal),
    ready: (signal) => system.ping({ requestId: 'ready', signal }),
    close: () => system.close(),
  };
}
