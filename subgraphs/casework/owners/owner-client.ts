import { ENVELOPE_HEADER, type EnvelopeContent, type SubgraphName } from '#auth/envelope/envelope.ts';
import type { EnvelopeMaker } from '#auth/envelope/sign.ts';
import { DepartmentError, type DepartmentErrorCode } from '#schema/errors/graph-error.ts';
import { createAgent, isObject, NoAnswer, postJson } from '#service/http/post-json.ts';
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
  /**
   * The `data` of an answer without errors. Throws the owner's own DepartmentError; DEPARTMENT_TIMEOUT where its subgraph does not answer in
   * time, and DEPARTMENT_UNAVAILABLE for any other answer.
   */
  ask(
    owner: Owner,
    query: string,
    variables: Record<string, unknown>,
    caller: EnvelopeContent,
    signal?: AbortSignal,
  ): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

const DEPARTMENT_CODES = new Set<unknown>([
  'DEPARTMENT_UNAVAILABLE',
  'DEPARTMENT_TIMEOUT',
  'DEPARTMENT_DATA_INVALID',
] satisfies DepartmentErrorCode[]);

export function createOwnerClient({ addresses, envelopes, timeoutMs = 15_000 }: OwnerClientOptions): OwnerClient {
  const agent = createAgent();
  return {
    async ask(owner, query, variables, caller, signal) {
      const { data, errors } = await post(owner, JSON.stringify({ query, variables }), caller, signal);
      const codes = Array.isArray(errors) ? errors.map(codeOf) : [];
      const code = codes.find((each) => DEPARTMENT_CODES.has(each));
      if (code !== undefined) throw failure(owner, code as DepartmentErrorCode);
      if (codes.length > 0 || !isObject(data))
        throw failure(
          owner,
          'DEPARTMENT_UNAVAILABLE',
          new Error(`the owner's subgraph answered ${codes.join() || 'without data'}`),
        );
      return data;
    },
    close: () => agent.close(),
  };

  async function post(owner: Owner, body: string, caller: EnvelopeContent, signal?: AbortSignal) {
    const address = addresses[owner.subgraph];
    if (address === undefined)
      throw failure(owner, 'DEPARTMENT_UNAVAILABLE', new Error('no address is set for the subgraph'));
    try {
      const headers = { [ENVELOPE_HEADER]: await envelopes.sign(caller, owner.subgraph, body) };
      const { value } = await postJson(address, { agent, headers, body, timeoutMs, signal });
      return value;
    } catch (cause) {
      const isLate = cause instanceof NoAnswer && cause.isLate;
      throw failure(owner, isLate ? 'DEPARTMENT_TIMEOUT' : 'DEPARTMENT_UNAVAILABLE', cause);
    }
  }
}

function codeOf(error: unknown): unknown {
  const extensions = isObject(error) ? error.extensions : undefined;
  return isObject(extensions) ? extensions.code : undefined;
}

function failure({ department, system }: Owner, code: DepartmentErrorCode, cause?: unknown): DepartmentError {
  return new DepartmentError(code, { department, system, cause });
}
