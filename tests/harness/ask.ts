import { expect } from '@jest/globals';
import { fetchToken } from '#demo/token-request.ts';
import { stack } from '#tests/harness/stack.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly AnswerError[];
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** A demo user who asks the graph. The purpose is HANDLE_CASE unless another is given; null leaves the header out. */
export function as(user: string, options: { purpose?: string | null; headers?: Record<string, string> } = {}) {
  const { purpose = 'HANDLE_CASE', headers = {} } = options;
  return {
    user,
    async ask(question: Question): Promise<Answer> {
      return post(JSON.stringify(question), {
        authorization: `Bearer ${await tokenOf(user)}`,
        ...(purpose !== null && { 'x-purpose': purpose }),
        ...headers,
      });
    },
  };
}

/** Sends a body as it is. */
export async function post(
  body: string | Buffer,
  headers: Record<string, string> = {},
  url = stack().graphUrl,
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return answerOf(response);
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const parsed = (text ? JSON.parse(text) : {}) as Pick<Answer, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, text, data: parsed.data, errors: parsed.errors ?? [] };
}

const tokens = new Map<string, Promise<string>>();

/** An access token of a demo user, fetched once. */
export function tokenOf(user: string): Promise<string> {
  const known = tokens.get(user);
  if (known) return known;
  const token = fetchToken(stack().issuer, user, 'demo');
  tokens.set(user, token);
  return token;
}

/** A denial of the whole question: status, code, a sentence in each language, no data. */
export function expectRefused(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status, codes: [code] });
  expect(answer.data ?? null).toBeNull();
  for (const { message, extensions } of answer.errors) {
    expect(message).toMatch(/\p{Script=Han}/u);
    expect(extensions).toMatchObject({ en: expect.stringMatching(/[a-z]/), requestId: expect.any(String) });
  }
}

/** The caller may not see it, or it does not exist: nobody can tell which. */
export async function expectAbsent(asker: ReturnType<typeof as>, question: Question): Promise<void> {
  const answer = await asker.ask(question);
  expect({ status: answer.status, data: answer.data, errors: answer.errors }).toEqual({
    status: 200,
    data: { case: null },
    errors: [],
  });
}

/** The caller's role may not ask at all. */
export async function expectDenied(asker: ReturnType<typeof as>, question: Question): Promise<void> {
  expectRefused(await asker.ask(question), 403, 'FORBIDDEN');
}

export function codesOf({ errors }: Answer): string[] {
  return [...new Set(errors.map(({ extensions }) => String(extensions.code)))].sort();
}
