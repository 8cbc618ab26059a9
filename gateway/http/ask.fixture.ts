import type { front } from '#gateway/http/front.fixture.ts';
import { createGraphQLHandler } from '#gateway/http/graphql.ts';

export interface Sent {
  readonly method?: string;
  readonly url?: string;
  readonly body?: unknown;
  readonly role?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks the front without a server: how it ends as `status CODE …`, and the answer. */
export function asker({ parts }: Awaited<ReturnType<typeof front>>) {
  const handle = createGraphQLHandler(parts, (_requestId, error) => {
    throw error;
  });
  return async ({ method = 'POST', url = '/graphql', body = '', role, headers = {} }: Sent) => {
    const answer = await handle({
      ...{ method, url, requestId: 'r-1', source: '10.0.0.1', signal: new AbortController().signal },
      headers: { 'content-type': 'application/json', ...(role && { authorization: `Bearer ${role}` }), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { ...answer, end: [answer.status, ...answer.codes].join(' '), parsed: JSON.parse(answer.body) as unknown };
  };
}
