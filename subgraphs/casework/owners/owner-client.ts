import { ENVELOPE_HEADER, type EnvelopeContent, type SubgraphName } from '#auth/envelope/envelope.ts';
import type { EnvelopeMaker } from '#auth/envelope/sign.ts';
import type { Department, SystemName } from '#schema/departments.ts';
import { DepartmentError, type DepartmentErrorCode, GraphError } from '#schema/errors/graph-error.ts';
import { parseDateTime } from '#schema/scalars/date-time.ts';
import { createAgent, isObject, NoAnswer, postJson } from '#service/http/post-json.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';

export interface OwnerClientOptions {
  /** Addresses of the departments' subgraphs (`…/graphql`). */
  addresses: Readonly<Partial<Record<SubgraphName, string>>>;
  envelopes: EnvelopeMaker;
  /** Milliseconds for one whole answer. @default 15000 */
  timeoutMs?: number;
}

/** Whom casework asks, and whom its errors name. */
export interface AskedOwner {
  readonly department: Department;
  readonly system: SystemName;
  readonly subgraph: SubgraphName;
}

/** Asks a department's subgraph on a caller's behalf, in an envelope that casework signs. */
export interface OwnerClient {
  /**
   * The answer's list of objects. Throws the owner's own DepartmentError; DEPARTMENT_TIMEOUT where its subgraph does not answer in
   * time, DEPARTMENT_DATA_INVALID for anything but a list of objects, and DEPARTMENT_UNAVAILABLE for any other answer. What an owner
   * refuses to do (`createTicket`, `requestFileReading`) is its own GraphError, in its own words.
   */
  ask(
    owner: AskedOwner,
    question: OwnerQuestion,
    caller: EnvelopeContent,
    signal?: AbortSignal,
  ): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

const DEPARTMENT_CODES = new Set<unknown>([
  'DEPARTMENT_UNAVAILABLE',
  'DEPARTMENT_TIMEOUT',
  'DEPARTMENT_DATA_INVALID',
] satisfies DepartmentErrorCode[]);

/** Why an owner may refuse a request for a change. */
const REFUSAL_CODES = ['BAD_USER_INPUT', 'CONFLICT', 'NOT_FOUND', 'FORBIDDEN'] as const;
const CHANGES: ReadonlySet<OwnerQuestion['ask']> = new Set(['createTicket', 'requestFileReading']);

export function createOwnerClient({ addresses, envelopes, timeoutMs = 15_000 }: OwnerClientOptions): OwnerClient {
  const agent = createAgent();
  return {
    async ask(owner, question, caller, signal) {
      const { answer, errors } = await post(owner, JSON.stringify(question), caller, signal);
      const codes = Array.isArray(errors) ? errors.map(codeOf) : [];
      const failed = Array.isArray(errors) ? errors.find((each) => DEPARTMENT_CODES.has(codeOf(each))) : undefined;
      if (failed !== undefined) throw departmentErrorOf(owner, failed);
      const refusal = CHANGES.has(question.ask) && Array.isArray(errors) ? refusalIn(errors) : undefined;
      if (refusal) throw refusal;
      if (codes.length > 0 || answer === undefined)
        throw ownerFailure(
          owner,
          'DEPARTMENT_UNAVAILABLE',
          new Error(`the owner's subgraph answered ${codes.join() || 'without an answer'}`),
        );
      if (Array.isArray(answer) && answer.every(isObject)) return answer;
      throw ownerFailure(owner, 'DEPARTMENT_DATA_INVALID', new Error('it answered without a list'));
    },
    close: () => agent.close(),
  };

  async function post(owner: AskedOwner, body: string, caller: EnvelopeContent, signal?: AbortSignal) {
    const address = addresses[owner.subgraph];
    if (address === undefined)
      throw ownerFailure(owner, 'DEPARTMENT_UNAVAILABLE', new Error('no address is set for the subgraph'));
    try {
      const headers = { [ENVELOPE_HEADER]: await envelopes.sign(caller, owner.subgraph, body) };
      const url = new URL('/owner', address).href;
      const { value } = await postJson(url, { agent, headers, body, timeoutMs, signal });
      return value;
    } catch (cause) {
      const isLate = cause instanceof NoAnswer && cause.isLate;
      throw ownerFailure(owner, isLate ? 'DEPARTMENT_TIMEOUT' : 'DEPARTMENT_UNAVAILABLE', cause);
    }
  }
}

function codeOf(error: unknown): unknown {
  const extensions = isObject(error) ? error.extensions : undefined;
  return isObject(extensions) ? extensions.code : undefined;
}

/** The owner's own error: its code, whether it says that another try may help, and when its system opens where it is closed. */
function departmentErrorOf({ department, system }: AskedOwner, error: unknown): DepartmentError {
  const { retryable, opensAt } = isObject(error) && isObject(error.extensions) ? error.extensions : {};
  const code = codeOf(error) as DepartmentErrorCode;
  return new DepartmentError(code, {
    ...{ department, system },
    ...(typeof retryable === 'boolean' && { retryable }),
    ...(typeof opensAt === 'string' && { opensAt: parseDateTime(opensAt) ?? undefined }),
  });
}

function refusalIn(errors: readonly unknown[]): GraphError | undefined {
  const [error] = errors;
  const code = REFUSAL_CODES.find((each) => each === codeOf(error));
  if (code === undefined || !isObject(error) || !isObject(error.extensions)) return undefined;
  const { message } = error;
  const { en } = error.extensions;
  return new GraphError(code, {
    ...(typeof message === 'string' && { zh: message }),
    ...(typeof en === 'string' && { en }),
  });
}

export function ownerFailure(
  { department, system }: AskedOwner,
  code: DepartmentErrorCode,
  cause?: unknown,
): DepartmentError {
  return new DepartmentError(code, { department, system, cause });
}
