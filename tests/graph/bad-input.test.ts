import { describe, expect, it } from '@jest/globals';
import { FIRST_LIGHT } from '#demo/first-light.ts';
import { type Answer, answerOf, as, codesOf, expectRefused, post, tokenOf } from '#tests/harness/ask.ts';
import { stack } from '#tests/harness/stack.ts';

const lin = () => as('court.lin');
const caseBy = (args: string) => ({ query: `{ case(${args}) { caseUid } }` });
const headers = async (): Promise<Record<string, string>> => ({
  authorization: `Bearer ${await tokenOf('court.lin')}`,
  'x-purpose': 'HANDLE_CASE',
});
const IDENTITY_NUMBER = '379999198506120130';

/** A sentence in both languages, and nothing of the machinery or of what was sent. */
function expectSentence(answer: Answer): void {
  expect(answer.errors.length).toBeGreaterThan(0);
  for (const { message, extensions } of answer.errors) {
    expect(message).toMatch(/\p{Script=Han}/u);
    expect(extensions.en).toMatch(/[a-z]{2}/);
  }
  expect(answer.text).not.toMatch(/node_modules|\bat .+\.[jt]s:|Did you mean|SELECT|127\.0\.0\.1/);
  expect(answer.text).not.toContain(IDENTITY_NUMBER);
}

describe('numbers', () => {
  it.each([
    ['no court number', '2025鲁刑初1号'],
    ['an identity number in the wrong place', IDENTITY_NUMBER],
    ['nothing', ''],
    ['a hundred thousand characters', '9'.repeat(100_000)],
    ['control characters', '（2025）鲁9999刑初\u0000999901号'],
  ])('%s is told which numbers are allowed, with one of each', async (_what, no) => {
    const answer = await lin().ask({ query: FIRST_LIGHT.query, variables: { no } });
    expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status: 200, codes: ['BAD_USER_INPUT'] });
    expectSentence(answer);
    for (const example of ['ZF-2025-000001', 'A3799990000002025030001', '虚检刑诉受', '刑初'])
      expect(answer.errors[0]?.message).toContain(example);
  });

  it.each(['', 'caseUid: "ZF-2025-000001", courtCaseNo: "（2025）鲁9999刑初999901号"', 'caseUid: null'])(
    'case(%s): exactly one number',
    async (args) => {
      const answer = await lin().ask(args ? caseBy(args) : { query: '{ case { caseUid } }' });
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
      expectSentence(answer);
    },
  );
});

describe('requests', () => {
  it.each([
    ['not JSON', '{"query": ', 400],
    ['a list', '[{"query": "{ __typename }"}]', 400],
    ['no query', '{}', 400],
    ['a query that is no text', '{"query": 7}', 400],
    ['variables that are no object', '{"query": "{ __typename }", "variables": "x"}', 400],
    ['an empty body', '', 400],
  ])('%s', async (_what, body, status) => {
    const answer = await post(body, await headers());
    expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status, codes: ['BAD_USER_INPUT'] });
    expectSentence(answer);
  });

  it('too long a body: 413, and the answer reaches the client', async () => {
    const answer = await post(JSON.stringify({ query: `{ __typename } #${'x'.repeat(2_000_000)}` }), await headers());
    expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status: 413, codes: ['BAD_USER_INPUT'] });
    expectSentence(answer);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=gbk',
  ])('content type %s: 415', async (type) => {
    const answer = await post('{"query": "{ __typename }"}', { ...(await headers()), 'content-type': type });
    expect(answer.status).toBe(415);
    expectSentence(answer);
  });

  it('a compressed body: 415', async () => {
    const answer = await post(Buffer.from('1f8b', 'hex'), { ...(await headers()), 'content-encoding': 'gzip' });
    expect(answer.status).toBe(415);
    expectSentence(answer);
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('%s: 405', async (method) => {
    const answer = await answerOf(await fetch(stack().graphUrl, { method, headers: await headers(), body: '{}' }));
    expect(answer.status).toBe(405);
  });

  it('another path: 404', async () => {
    expect((await answerOf(await fetch(new URL('/admin', stack().graphUrl)))).status).toBe(404);
  });

  it('two Authorization headers: 401', async () => {
    const token = await tokenOf('court.lin');
    const doubled = new Headers([
      ['content-type', 'application/json'],
      ['authorization', `Bearer ${token}`],
      ['authorization', `Bearer ${token}`],
    ]);
    const answer = await answerOf(
      await fetch(stack().graphUrl, { method: 'POST', headers: doubled, body: '{"query":"{ __typename }"}' }),
    );
    expectRefused(answer, 401, 'UNAUTHENTICATED');
  });
});

describe('operations', () => {
  const accept = (type: string) => async (question: object) =>
    post(JSON.stringify(question), { ...(await headers()), accept: type });
  const strict = accept('application/graphql-response+json');
  const relaxed = accept('application/json');

  it.each([
    ['a syntax error', { query: '{ case(' }],
    ['an unknown field', { query: '{ case(caseUid: "ZF-2025-000001") { caseUidd } }' }],
    ['a variable of the wrong type', { query: FIRST_LIGHT.query, variables: { no: { idNumber: IDENTITY_NUMBER } } }],
    ['a variable that is missing', { query: FIRST_LIGHT.query }],
    [
      'an identity number as an enum',
      { query: `{ case(caseUid: "ZF-2025-000001") { parties(role: "${IDENTITY_NUMBER}") { partyUid } } }` },
    ],
    ['an inaccessible field', { query: '{ case(caseUid: "ZF-2025-000001") { statement } }' }],
    ['an owner’s internal root field', { query: '{ courtFacts(recordNos: ["x"]) { recordNo } }' }],
  ])('%s: 400, or 200 where the client takes only application/json', async (_what, question) => {
    const answers = [await strict(question), await relaxed(question)];
    expect(answers.map(({ status }) => status)).toEqual([400, 200]);
    for (const answer of answers) {
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
      expectSentence(answer);
    }
  });

  it.each([
    ['an unknown operation name', { query: 'query A { __typename } query B { __typename }', operationName: 'C' }],
    ['no operation name where there are two', { query: 'query A { __typename } query B { __typename }' }],
  ])('%s: 400, naming the operations there are', async (_what, question) => {
    const answer = await relaxed(question);
    expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] });
    expect(answer.errors[0]?.message).toContain('A、B');
    expectSentence(answer);
  });

  it('introspection is on in the demo', async () => {
    const answer = await strict({ query: '{ __type(name: "Case") { fields { name } } }' });
    const { fields } = (answer.data as { __type: { fields: { name: string }[] } }).__type;
    expect(fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['caseUid', 'courtCases', 'legalAidCases', 'parties']),
    );
    expect(fields.map(({ name }) => name)).not.toContain('statement');
  });
});

describe('limits', () => {
  const nested = (levels: number) => `{ ${'a { '.repeat(levels)}b${' }'.repeat(levels)} }`;
  const bomb = (levels: number) => {
    const fragments = Array.from(
      { length: levels },
      (_, i) => `fragment F${i} on Case { a: parties { case: partyUid } ...F${i + 1} ...F${i + 1} }`,
    );
    return `query { case(caseUid: "ZF-2025-000001") { ...F0 } } ${fragments.join(' ')} fragment F${levels} on Case { caseUid }`;
  };
  it.each([
    ['tokens', `{ ${'__typename '.repeat(5000)} }`],
    ['levels', nested(40)],
    ['aliases', `{ ${Array.from({ length: 200 }, (_, i) => `a${i}: __typename`).join(' ')} }`],
    ['directives', `{ ${'x: __typename @include(if: true) '.repeat(120)} }`],
    ['fields', bomb(60)],
  ])('too many %s: OPERATION_TOO_COMPLEX', async (_what, query) => {
    const answer = await lin().ask({ query });
    expectRefused(answer, 400, 'OPERATION_TOO_COMPLEX');
    expectSentence(answer);
  });
});
