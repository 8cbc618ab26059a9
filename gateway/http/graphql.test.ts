import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { front } from '#gateway/http/front.fixture.ts';
import { createGraphQLHandler } from '#gateway/http/graphql.ts';

let answers: Parameters<typeof front>[0];
const { parts, asked, audit, audited } = await front((...of) => answers?.(...of));
const unexpected: unknown[] = [];
const handle = createGraphQLHandler(parts, (_requestId, error) => unexpected.push(error));
beforeEach(() => {
  asked.length = 0;
  unexpected.length = 0;
  answers = () => ({ data: { open: 'here' } });
});

interface Sent {
  readonly body?: unknown;
  readonly role?: string;
  readonly headers?: Record<string, string>;
  readonly url?: string;
  readonly method?: string;
}
async function send({ body = '', role, headers = {}, url = '/graphql', method = 'POST' }: Sent) {
  const answer = await handle({
    method,
    url,
    headers: { 'content-type': 'application/json', ...(role && { authorization: `Bearer ${role}` }), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    requestId: 'r-1',
    source: '127.0.0.1',
    signal: new AbortController().signal,
  });
  return {
    ...answer,
    parsed: JSON.parse(answer.body) as { data?: unknown; errors?: { message: string; path?: unknown }[] },
  };
}
const OPEN = { query: '{ open }' };
const CASE = { query: '{ case(no: "1") { caseUid } }' };
const STRICT = { accept: 'application/graphql-response+json' };

describe('status and code', () => {
  it.each<[string, Sent, number, string[]]>([
    ['an answer', { body: OPEN }, 200, []],
    ['a query by GET', { method: 'GET', url: '/graphql?query=%7Bopen%7D' }, 200, []],
    ['a mutation by GET', { method: 'GET', url: '/graphql?query=mutation%7Bnote%7D' }, 405, ['BAD_USER_INPUT']],
    ['a GET without a query', { method: 'GET', url: '/graphql' }, 400, ['BAD_USER_INPUT']],
    [
      'a GET whose variables are no JSON',
      { method: 'GET', url: '/graphql?query=%7Bopen%7D&variables=%7B' },
      400,
      ['BAD_USER_INPUT'],
    ],
    ['a query in the address of a POST', { url: '/graphql?query=%7Bopen%7D' }, 400, ['BAD_USER_INPUT']],
    ['another method', { method: 'PUT', body: OPEN }, 405, ['BAD_USER_INPUT']],
    ['nothing that can be given', { body: OPEN, headers: { accept: 'text/html' } }, 406, ['BAD_USER_INPUT']],
    ['another type', { body: OPEN, headers: { 'content-type': 'text/plain' } }, 415, ['BAD_USER_INPUT']],
    [
      'two types in one header',
      { body: OPEN, headers: { 'content-type': 'application/json, text/plain' } },
      415,
      ['BAD_USER_INPUT'],
    ],
    ['syntax, relaxed', { body: { query: '{' } }, 200, ['BAD_USER_INPUT']],
    ['syntax, strict', { body: { query: '{' }, headers: STRICT }, 400, ['BAD_USER_INPUT']],
    ['too complex', { body: { query: `{${' open'.repeat(5000)}}` } }, 400, ['OPERATION_TOO_COMPLEX']],
    ['no token', { body: CASE }, 401, ['UNAUTHENTICATED']],
    ['a bad token', { body: OPEN, role: 'bad' }, 401, ['UNAUTHENTICATED']],
    ['a role that may not', { body: CASE, role: 'notary.notary' }, 403, ['FORBIDDEN']],
    ['no purpose', { body: CASE, role: 'court.judge' }, 403, ['PURPOSE_REQUIRED']],
    ['a subscription', { body: { query: 'subscription { a }' } }, 400, ['BAD_USER_INPUT']],
    ['variables that are a list', { body: { ...OPEN, variables: [] } }, 400, ['BAD_USER_INPUT']],
    ['an operation name that is none', { body: { ...OPEN, operationName: {} } }, 400, ['BAD_USER_INPUT']],
    ['extensions that are none', { body: { ...OPEN, extensions: 'x' } }, 400, ['BAD_USER_INPUT']],
    ['a body that is JSON but no object', { body: 'null' }, 400, ['BAD_USER_INPUT']],
    ['__proto__ as a body', { body: '{"__proto__": {"query": "{open}"}}' }, 400, ['BAD_USER_INPUT']],
  ])('%s', async (_what, sent, status, codes) => {
    const answer = await send(sent);
    expect({ status: answer.status, codes: answer.codes }).toEqual({ status, codes });
    expect('data' in answer.parsed).toBe(codes.length === 0);
    for (const { message } of answer.parsed.errors ?? []) expect(message).toMatch(/\p{Script=Han}/u);
  });

  it('a challenge with 401, what is allowed with 405', async () => {
    expect((await send({ body: CASE })).headers).toMatchObject({ 'www-authenticate': 'Bearer' });
    expect((await send({ method: 'PUT' })).headers).toMatchObject({ allow: 'GET, POST' });
    expect((await send({ method: 'GET', url: '/graphql?query=mutation%7Bnote%7D' })).headers).toMatchObject({
      allow: 'POST',
    });
  });

  it('no audit, no data: 503', async () => {
    audit.isFull = true;
    const answer = await send({ body: OPEN });
    audit.isFull = false;
    expect({ status: answer.status, codes: answer.codes, data: answer.parsed.data, asked }).toEqual({
      status: 503,
      codes: ['AUDIT_UNAVAILABLE'],
      data: undefined,
      asked: [],
    });
  });
});

describe('what goes wrong behind the checks', () => {
  it('an unknown error of a subgraph is internal, in our words', async () => {
    answers = () => ({ data: null, errors: [{ message: 'SELECT 1 at 10.0.0.1', extensions: { stacktrace: ['x'] } }] });
    const { status, codes, body } = await send({ body: OPEN });
    expect({ status, codes }).toEqual({ status: 200, codes: ['INTERNAL'] });
    expect(body).not.toMatch(/SELECT|stacktrace|serviceName/);
  });

  it('a null where none may be is the department’s', async () => {
    answers = () => ({ data: { must: null } });
    const { codes, parsed } = await send({ body: { query: '{ must }' } });
    expect({ codes, data: parsed.data }).toEqual({ codes: ['DEPARTMENT_DATA_INVALID'], data: null });
  });

  it('a planner that fails is a 500 with a sentence, and the log is told', async () => {
    const failing = { ...parts, planner: { ...parts.planner, run: () => Promise.reject(new Error('boom')) } };
    const failed: unknown[] = [];
    const request = { method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' } };
    const signal = new AbortController().signal;
    const answer = await createGraphQLHandler(failing, (requestId, error) => failed.push(requestId, error))({
      ...request,
      body: JSON.stringify(OPEN),
      requestId: 'r-1',
      source: null,
      signal,
    });
    expect(answer).toMatchObject({ status: 500, codes: ['INTERNAL'], body: expect.not.stringContaining('boom') });
    expect(failed).toEqual(['r-1', new Error('boom')]);
  });
});

describe('names like parts of an object', () => {
  it.each(['__proto__', 'constructor', 'hasOwnProperty'])('%s as response key and as variable', async (name) => {
    const given: unknown[] = [];
    answers = (_query, variables) => {
      given.push({ ...variables });
      return { data: JSON.parse(`{"${name}": "here"}`) };
    };
    const query = `query ($${name}: String) { ${name}: open(text: $${name}) }`;
    expect((await send({ body: { query } })).body).toBe(`{"data":{"${name}":"here"}}`);
    expect((await send({ body: `{"query": ${JSON.stringify(query)}, "variables": {"${name}": "t"}}` })).status).toBe(
      200,
    );
    expect(given.map((each) => JSON.stringify(each))).toEqual(['{}', `{"${name}":"t"}`]);
  });
});

it('the log is told who and which operation, without a number that its name may spell', async () => {
  expect(await send({ body: { query: 'query Q379999198506120130 { open }' }, role: 'court.judge' })).toMatchObject({
    operationName: 'Q…',
    actor: 'sub-of-court.judge',
    codes: [],
  });
});

describe('what an operation ended with is on record before it leaves', () => {
  const judge = { role: 'court.judge', headers: { 'x-purpose': 'HANDLE_CASE' } };
  const broken = () => ({
    data: { open: null },
    errors: [{ message: 'x', extensions: { code: 'DEPARTMENT_TIMEOUT' } }],
  });

  it.each<[string, Sent, () => unknown, unknown[]]>([
    ['an answer', { body: OPEN }, () => ({ data: { open: 'o' } }), ['permit', 'answered', []]],
    ['a department’s failure', { body: OPEN }, broken, ['failure', 'DEPARTMENT_TIMEOUT', ['DEPARTMENT_TIMEOUT']]],
    ['a refusal', { body: CASE }, () => ({}), ['deny', 'UNAUTHENTICATED', ['UNAUTHENTICATED']]],
    [
      'a refusal of status 200',
      { body: { query: '{ none }' } },
      () => ({}),
      ['deny', 'BAD_USER_INPUT', ['BAD_USER_INPUT']],
    ],
    [
      'too large a question',
      { ...judge, body: { query: `{${' open'.repeat(4000)}}` } },
      () => ({}),
      ['deny', 'OPERATION_TOO_COMPLEX', ['OPERATION_TOO_COMPLEX']],
    ],
  ])('%s', async (_what, sent, given, [decision, rule, codes]) => {
    answers = given;
    audited.length = 0;
    const { body } = await send(sent);
    const digest = `sm3:${createHash('sm3').update(body).digest('hex')}`;
    expect(audited.at(-1)).toMatchObject({ event: 'answer', decision, rule, codes, digest });
  });

  it('and without that record nothing leaves', async () => {
    answers = () => {
      audit.isFull = true;
      return { data: { open: 'secret' } };
    };
    const { status, body } = await send({ body: OPEN });
    audit.isFull = false;
    expect([status, body]).toEqual([503, expect.not.stringContaining('secret')]);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'AUDIT_UNAVAILABLE' } }] });
  });
});

it('nothing here was unexpected', () => expect(unexpected).toEqual([]));
