import { ENVELOPE_HEADER, type EnvelopeContent } from '#auth/envelope/envelope.ts';
import type { EnvelopeMaker } from '#auth/envelope/sign.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { createAgent, isObject, postJson } from '#service/http/post-json.ts';
import type { ExplainQuestion, FieldExplanation } from '#subgraphs/casework/explain/question.ts';

/** Asks casework how it would decide. */
export interface ExplainClient {
  /** @throws GraphError BAD_USER_INPUT in casework's words, DEPARTMENT_UNAVAILABLE where the decision cannot be told now */
  ask(question: ExplainQuestion, caller: EnvelopeContent, signal?: AbortSignal): Promise<readonly FieldExplanation[]>;
  close(): Promise<void>;
}

export interface ExplainClientOptions {
  /** Of the casework subgraph (`…/graphql`). */
  readonly address: string;
  /** Signs as access. */
  readonly envelopes: EnvelopeMaker;
  /** Milliseconds for one whole answer. @default 15000 */
  readonly timeoutMs?: number;
}

export function createExplainClient({ address, envelopes, timeoutMs = 15_000 }: ExplainClientOptions): ExplainClient {
  const agent = createAgent();
  const url = new URL('/explain', address).href;
  return {
    async ask(question, caller, signal) {
      const body = JSON.stringify(question);
      try {
        const headers = { [ENVELOPE_HEADER]: await envelopes.sign(caller, 'casework', body) };
        const { value } = await postJson(url, { agent, headers, body, timeoutMs, signal });
        const { answer, errors } = value;
        if (Array.isArray(answer)) return answer as FieldExplanation[];
        throw (Array.isArray(errors) && mistakeIn(errors[0])) || new Error('casework answered without an answer');
      } catch (cause) {
        if (cause instanceof GraphError) throw cause;
        throw notNow(cause);
      }
    },
    close: () => agent.close(),
  };
}

/** What the officer asked amiss; nothing else of casework's errors leaves here. */
function mistakeIn(error: unknown): GraphError | undefined {
  if (!isObject(error) || !isObject(error.extensions) || error.extensions.code !== 'BAD_USER_INPUT') return undefined;
  const { message } = error;
  const { en } = error.extensions;
  return new GraphError('BAD_USER_INPUT', {
    ...(typeof message === 'string' && { zh: message }),
    ...(typeof en === 'string' && { en }),
  });
}

/** The same for every number: a department's facts decide, and it did not give them. */
function notNow(cause: unknown): GraphError {
  return new GraphError('DEPARTMENT_UNAVAILABLE', {
    zh: '现在无法说明：裁决所需的事实暂时无法取得，请稍后重试。',
    en: 'This cannot be explained now: the facts that decide cannot be had. Try again later.',
    cause,
  });
}
