import { ENVELOPE_HEADER, type EnvelopeContent, type SubgraphName } from '#auth/envelope/envelope.ts';
import type { EnvelopeMaker } from '#auth/envelope/sign.ts';
import type { RequestState } from '#gateway/request/state.ts';
import {
  DepartmentError,
  type DepartmentErrorCode,
  type DepartmentFault,
  GraphError,
} from '#schema/errors/graph-error.ts';

/** Seals a subrequest for one of our subgraphs: who asks, for what, with which body (ARCHITECTURE 6). */
export async function envelopeHeaders(maker: EnvelopeMaker, audience: SubgraphName, state: RequestState, body: string) {
  return { [ENVELOPE_HEADER]: await maker.sign(contentOf(state), audience, body) };
}

function contentOf({ caller, purpose, onlyCase, requestId, operation }: RequestState): EnvelopeContent {
  return {
    principal: {
      issuer: caller?.issuer ?? '',
      username: caller?.username ?? '',
      subject: caller?.sub ?? 'anonymous',
      roles: caller?.roles ?? new Set(),
      agency: caller?.agency ?? null,
      staffNo: caller?.staffNo ?? null,
      licenceNo: caller?.licenceNo ?? null,
    },
    purpose,
    onlyCase,
    requestId,
    operation,
  };
}

/** Whose system each subgraph stands before; before none, our own. */
const DEPARTMENTS: Readonly<Record<SubgraphName, DepartmentFault | null>> = {
  casework: null,
  access: null,
  court: { department: 'COURT', system: '12368' },
  'legal-aid': { department: 'JUSTICE', system: 'legal-aid' },
  police: { department: 'POLICE', system: 'police' },
  procuratorate: { department: 'PROCURATORATE', system: '12309' },
  notary: { department: 'NOTARY', system: 'notary' },
};

/** The error that stands for one of our subgraphs when it does not answer: its department's, or an internal one for our own. */
export function ownSubgraphFailure(subgraph: SubgraphName, code: DepartmentErrorCode, cause: unknown): GraphError {
  const department = DEPARTMENTS[subgraph];
  return department === null
    ? new GraphError('INTERNAL', { cause })
    : new DepartmentError(code, { ...department, cause });
}
