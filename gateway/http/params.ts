import { parseRequestParams, type Request, type RequestParams, type Response } from 'graphql-http';
import { requirePlainJson } from '#gateway/http/plain-json.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/**
 * What a request asks, by `graphql-http`, which demands a `query`: a document's id in its place, `{"id": "…"}` or, in an address, `id=…`, is
 * put where Apollo's clients put it, in `extensions.persistedQuery.sha256Hash`. @throws Error or GraphError for a form that is none
 */
export async function readParams(request: Request<unknown, unknown>): Promise<RequestParams | Response> {
  return parseRequestParams(request.method === 'GET' ? withIdInAddress(request) : withIdInBody(request));
}

/** The id of the document, as the client wrote it; null where there is none. */
export function documentIdIn({ extensions }: RequestParams): string | null {
  const persisted: unknown = extensions?.persistedQuery;
  const id = isObject(persisted) ? persisted.sha256Hash : undefined;
  return typeof id === 'string' ? id : null;
}

/** What an address may say, each once: the first of two is not everybody's first. */
const IN_ADDRESS = ['query', 'operationName', 'variables', 'extensions', 'id'];

function withIdInAddress<Asked extends Request<unknown, unknown>>(request: Asked): Asked {
  const [path = '', search = ''] = request.url.split('?', 2);
  const params = new URLSearchParams(search);
  if (IN_ADDRESS.some((name) => params.getAll(name).length > 1)) throw twiceInAddress();
  for (const name of ['variables', 'extensions']) requirePlainJson(params.get(name) ?? '');
  const id = params.get('id');
  const extensions = parsed(params.get('extensions') ?? '{}');
  if (!isObject(extensions) || (id === null && !isObject(extensions.persistedQuery))) return request;
  if (!params.has('query')) params.set('query', '');
  if (id !== null) params.set('extensions', JSON.stringify(withId(extensions, id)));
  return { ...request, url: `${path}?${params}` };
}

function withIdInBody<Asked extends Request<unknown, unknown>>(request: Asked): Asked {
  const text = typeof request.body === 'string' ? request.body : '';
  requirePlainJson(text);
  const body = parsed(text);
  if (!isObject(body)) return request;
  const { id, query, extensions = {} } = body;
  if (!isObject(extensions) || (typeof id !== 'string' && !isObject(extensions.persistedQuery)))
    return { ...request, body };
  const asked = {
    ...body,
    query: query ?? '',
    extensions: typeof id === 'string' ? withId(extensions, id) : extensions,
  };
  return { ...request, body: asked };
}

function withId(extensions: Record<string, unknown>, id: string): Record<string, unknown> {
  return { ...extensions, persistedQuery: { version: 1, sha256Hash: id } };
}

function twiceInAddress(): GraphError {
  return new GraphError('BAD_USER_INPUT', {
    zh: '网址中有重复的参数。',
    en: 'A parameter occurs twice in the address.',
  });
}

/** Undefined for text that is no JSON: `graphql-http` says so. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
