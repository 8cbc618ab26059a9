import { GraphQLError } from 'graphql';
import { presentError } from '#gateway/errors/present.ts';
import type { GraphQLAnswer } from '#gateway/http/graphql.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/** The sentences of graphql-http for a request that is no GraphQL request, in the user's terms. */
const FORM_ERRORS = new Map<string, { zh: string; en: string }>(
  Object.entries({
    'Missing query': {
      zh: '缺少 query：请求体应为 {"query": "…"}。',
      en: 'The query is missing: the body is {"query": "…"}.',
    },
    'Invalid query': { zh: 'query 必须是字符串。', en: 'The query must be a string.' },
    'Invalid variables': { zh: 'variables 必须是对象。', en: 'The variables must be an object.' },
    'Invalid operationName': { zh: 'operationName 必须是字符串。', en: 'The operationName must be a string.' },
    'Invalid extensions': { zh: 'extensions 必须是对象。', en: 'The extensions must be an object.' },
    'Unparsable JSON body': { zh: '请求体不是有效的 JSON。', en: 'The body is not valid JSON.' },
    'JSON body must be an object': { zh: '请求体必须是一个 JSON 对象。', en: 'The body must be one JSON object.' },
    'Missing body': { zh: '请求体为空。', en: 'The body is empty.' },
    'Unparsable URL': { zh: '网址中的参数无法读取。', en: 'The parameters in the URL cannot be read.' },
  }),
);

/** An error of the request’s form in our words; any other as it is. */
export function form(error: unknown): unknown {
  if (error instanceof GraphQLError || error instanceof GraphError || !(error instanceof Error)) return error;
  const known = FORM_ERRORS.get(error.message);
  return known ? new GraphError('BAD_USER_INPUT', known) : error;
}

/** graphql-http leaves some refusals without a body; a client gets a sentence with each. */
export const BARE: Readonly<Record<number, { zh: string; en: string }>> = {
  405: { zh: '只接受 GET 和 POST。', en: 'Only GET and POST are accepted.' },
  406: {
    zh: '可提供 application/graphql-response+json 或 application/json。',
    en: 'application/graphql-response+json or application/json can be given.',
  },
  415: { zh: '请求体应为 UTF-8 编码的 application/json。', en: 'The body must be application/json in UTF-8.' },
};

/** The answer to what is no request of GraphQL over HTTP at all. @param status @default 400 */
export function refusedForm(error: GraphError, requestId: string, status = 400): GraphQLAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ errors: [presentError(error, requestId)] }),
    operationName: null,
    actor: null,
    codes: [error.code],
  };
}
