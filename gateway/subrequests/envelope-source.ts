import { ENVELOPE_HEADER, type EnvelopeContent, type SubgraphName } from '#auth/envelope/envelope.ts';
import type { EnvelopeMaker } from '#auth/envelope/sign.ts';
import type { RequestState } from '#gateway/request/state.ts';
import { DepartmentError, type DepartmentErrorCode, GraphError } from '#schema/errors/graph-error.ts';

/** Seals a subrequest for one of our subgraphs: who asks, for what, with which body (ARCHITECTURE 6). */
export async function envelopeHeaders(maker: EnvelopeMaker, audience: SubgraphName, state: RequestState, body: string) {
  return { [ENVELOPE_HEADER]: await maker.sign(contentOf(state), audience, body) };
}

function contentOf({ caller, purpose, onlyCase, requestId }: RequestState): EnvelopeContent {
  return {
    principal: {
      subject: caller?.sub ?? 'anonymous',
      roles: caller?.roles ?? new Set(),
      agency: caller?.agency ?? null,
      staffNo: caller?.staffNo ?? null,
      licenceNo: caller?.licenceNo ?? null,
    },
    purpose,
    onlyCase,
    requestId,
  };
}

/** The error that stands for one of our subgraphs when it does not answer: its department's, or an internal one for our own. */
export function ownSubgraphFailure(subgraph: SubgraphName, code: DepartmentErrorCode, cause: unknown): GraphError {
  if (subgraph === 'court') return new DepartmentError(code, { department: 'COURT', system: '12368', cause });
  if (subgraph === 'legal-aid') return new DepartmentError(code, { department: 'JUSTICE', system: 'legal-aid', cause });
  return new GraphError('INTERNAL', { cause });
}
