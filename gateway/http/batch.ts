import { randomUUID } from 'node:crypto';
import { refusedForm } from '#gateway/http/form-errors.ts';
import type { GraphQLAnswer, GraphQLRequest } from '#gateway/http/graphql.ts';
import { requirePlainJson } from '#gateway/http/plain-json.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

type Answer = (request: GraphQLRequest) => Promise<GraphQLAnswer>;

/**
 * A list of requests in one body, each answered as if it had come alone: with its own id, limits and record. Refused where `most` is 0, or
 * where there are none or more than `most` of them.
 */
export function answerBatches(answer: Answer, most: number): Answer {
  return async (request) => {
    const isBatch = request.method === 'POST' && isJson(request) && request.body.trimStart().startsWith('[');
    if (!isBatch) return answer(request);
    try {
      const bodies = listIn(request.body, most);
      return joined(await Promise.all(bodies.map((body) => answer({ ...request, body, requestId: randomUUID() }))));
    } catch (error) {
      if (error instanceof GraphError) return refusedForm(error, request.requestId);
      throw error;
    }
  };
}

function isJson({ headers }: GraphQLRequest): boolean {
  return headers['content-type']?.toLowerCase().startsWith('application/json') ?? false;
}

/** @throws GraphError BAD_USER_INPUT */
function listIn(text: string, most: number): string[] {
  if (most === 0)
    throw new GraphError('BAD_USER_INPUT', {
      zh: '不支持批量请求，请求体须为一个 JSON 对象，请逐个发送。',
      en: 'Batches are not supported: the body must be one JSON object, so send the operations one by one.',
    });
  requirePlainJson(text);
  const list = parsed(text);
  if (list.length >= 1 && list.length <= most) return list.map((each) => JSON.stringify(each));
  throw new GraphError('BAD_USER_INPUT', {
    zh: `批量请求应含 1 至 ${most} 个查询。`,
    en: `A batch holds 1 to ${most} operations.`,
  });
}

function parsed(text: string): unknown[] {
  try {
    return JSON.parse(text) as unknown[];
  } catch {
    throw new GraphError('BAD_USER_INPUT', { zh: '请求体不是有效的 JSON。', en: 'The body is not valid JSON.' });
  }
}

function joined(answers: readonly GraphQLAnswer[]): GraphQLAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: `[${answers.map(({ body }) => body).join(',')}]`,
    operationName: null,
    actor: answers.find(({ actor }) => actor !== null)?.actor ?? null,
    codes: [...new Set(answers.flatMap(({ codes }) => codes))],
  };
}
