import { Agent, request } from 'undici';
import { ENVELOPE_HEADER, type EnvelopeContent, type SubgraphName } from '#auth/envelope/envelope.ts';
import type { EnvelopeMaker } from '#auth/envelope/sign.ts';
import { DepartmentError, type DepartmentErrorCode } from '#schema/errors/graph-error.ts';
import type { Owner } from '#subgraphs/casework/owners/owner.ts';

export interface OwnerClientOptions {
  /** Addresses of the departments' subgraphs. */
  addresses: Readonly<Partial<Record<SubgraphName, string>>>;
  envelopes: EnvelopeMaker;
  /** Milliseconds for one whole answer. @default 15000 */
  timeoutMs?: number;
}

/** Asks a department's subgraph on a caller's behalf, in an envelope that casework signs. */
export interface OwnerClient {
  /** The `data` of the answer. Throws the owner's own DepartmentError, or DEPARTMENT_UNAVAILABLE where its subgraph does not answer. */
  ask<Data>(
    owner: Owner,
    query: string,
    variables: Record<string, unknown>,
    caller: EnvelopeContent,
    signal?: AbortSignal,
  ): Promise<Data>;
  close(): Promise<void>;
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string; readonly retryable?: boolean } }[];
}

const DEPARTMENT_CODES = new Set<string>([
  'DEPARTMENT_UNAVAILABLE',
  'DEPARTMENT_TIMEOUT',
  'DEPARTMENT_DATA_INVALID',
] satisfies DepartmentErrorCode[]);

export function createOwnerClient({ addresses, envelopes, timeoutMs = 15_000 }: OwnerClientOptions): OwnerClient {
  const agent = new Agent({ headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  return {
    async ask<Data>(
      owner: Owner,
      query: string,
      variables: Record<string, unknown>,
      caller: EnvelopeContent,
      signal?: AbortSignal,
    ) {
      const answer = await post<Data>(owner, JSON.stringify({ query, variables }), caller, signal);
      const code = answer.errors?.[0]?.extensions?.code;
      if (code !== undefined && DEPARTMENT_CODES.has(code)) throw failure(owner, code as DepartmentErrorCode);
      if (!answer.data)
        throw failure(
          owner,
          'DEPARTMENT_UNAVAILABLE',
          new Error(`the owner's subgraph answered ${code ?? 'without data'}`),
        );
      return answer.data;
    },
    close: () => agent.close(),
  };

  async function post<Data>(
    owner: Owner,
    body: string,
    caller: EnvelopeContent,
    signal?: AbortSignal,
  ): Promise<Answer<Data>> {
    const address = addresses[owner.subgraph];
    if (address === undefined)
      throw failure(owner, 'DEPARTMENT_UNAVAILABLE', new Error('no address is set for the subgraph'));
    try {
      const response = await request(address, {
        method: 'POST',
        dispatcher: agent,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          [ENVELOPE_HEADER]: await envelopes.sign(caller, owner.subgraph, body),
        },
        body,
        ...(signal && { signal }),
      });
      return (await response.body.json()) as Answer<Data>;
    } catch (cause) {
      throw failure(owner, 'DEPARTMENT_UNAVAILABLE', cause);
    }
  }
}

function failure({ department, system }: Owner, code: DepartmentErrorCode, cause?: unknown): DepartmentError {
  return new DepartmentError(code, { department, system, cause });
}
