import { expect } from '@jest/globals';
import { type Answer, post, type Question } from '#tests/harness/ask.ts';
import { startScript, type TestProcess } from '#tests/harness/process.ts';
import { expectSentence } from '#tests/harness/sentence.ts';

export interface StartedGateway {
  readonly process: TestProcess;
  readonly port: number;
  readonly url: string;
  ask(question: string | Question, headers?: Record<string, string>): Promise<Answer>;
}

/** `npm run gateway -- …` on a free port, once it listens. */
export async function startGateway(...args: string[]): Promise<StartedGateway> {
  const gateway = startScript('gateway/main.ts', ['--port', '0', ...args]);
  const port = Number((await gateway.says(/"ports":\{"gateway":(\d+)\}/))[1]);
  const url = `http://127.0.0.1:${port}/graphql`;
  return {
    process: gateway,
    port,
    url,
    ask: (question, headers = {}) =>
      post(JSON.stringify(typeof question === 'string' ? { query: question } : question), headers, url),
  };
}

/** It ends with exit code 1 and one sentence in each language, which is returned. */
export async function refusalToStart(...args: string[]): Promise<string> {
  return expectSentence(startScript('gateway/main.ts', args));
}

/** Where errors are and which: `FORBIDDEN book.cost`, sorted. */
export function errorsOf({ errors }: Answer): string[] {
  return errors.map(({ path = [], extensions }) => `${extensions.code} ${path.join('.')}`.trimEnd()).sort();
}

/** The whole answer, as far as a client's code looks at it. */
export function expectAnswer(answer: Answer, expected: { status?: number; data?: unknown; errors?: string[] }): void {
  const { status, data } = answer;
  expect({ status, data, errors: errorsOf(answer) }).toEqual({ status: 200, data: undefined, errors: [], ...expected });
}
