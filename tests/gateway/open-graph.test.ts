import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { errorsOf, expectAnswer, type StartedGateway, startGateway } from '#tests/gateway/gateway.ts';
import { type Library, startLibrary } from '#tests/gateway/library.ts';
import { codesOf, post } from '#tests/harness/ask.ts';
import { killScripts } from '#tests/harness/process.ts';

let library: Library;
let gateway: StartedGateway;
beforeAll(async () => {
  library = await startLibrary();
  gateway = await startGateway('--supergraph', await library.file(library.openSdl), '--auth', 'none');
});
afterAll(async () => {
  await killScripts();
  await library.close();
});
beforeEach(() => library.reset());

describe('a supergraph with nothing protected, without tokens', () => {
  it('is answered from its subgraphs', async () => {
    const data = {
      greeting: '您好 hello',
      books: [
        { title: '法律援助法释义', cost: 48, stars: 4 },
        { title: '刑事诉讼法', cost: 30, stars: 5 },
      ],
    };
    expectAnswer(await gateway.ask('{ greeting books { title cost stars } }'), { data });
    expect([library.books.requests.length, library.reviews.requests.length]).toEqual([1, 1]);
  });

  it('takes variables and mutations', async () => {
    const query = 'mutation ($title: String!) { rename(id: "1", title: $title) { title } burn(id: "1") }';
    const data = { rename: { title: '新名' }, burn: true };
    expectAnswer(await gateway.ask({ query, variables: { title: '新名' } }), { data });
  });

  it('may use x-case and x-purpose for what it likes', async () => {
    const headers = { 'x-case': 'anything', 'x-purpose': 'whatever' };
    const answer = await post(JSON.stringify({ query: '{ greeting }' }), headers, gateway.url);
    expect({ status: answer.status, data: answer.data }).toEqual({ status: 200, data: { greeting: '您好 hello' } });
  });

  it('is live and ready', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      expect((await fetch(new URL(path, gateway.url))).status).toBe(200);
    }
  });
});

describe('limits stay on', () => {
  const nested = (levels: number): string => (levels === 0 ? 'title' : `sequel { ${nested(levels - 1)} }`);
  /** Fragments within fragments, two aliases a level: a kilobyte that keeps a planner busy for minutes. */
  const bomb = ['query { book(id: "1") { ...F0 } }']
    .concat(
      Array.from(
        { length: 20 },
        (_, i) => `fragment F${i} on Book { a: sequel { ...F${i + 1} } b: sequel { ...F${i + 1} } }`,
      ),
    )
    .concat('fragment F20 on Book { title }')
    .join(' ');

  it.each([
    ['too deep', `{ book(id: "1") { ${nested(20)} } }`],
    ['too many aliases', `{ ${Array.from({ length: 150 }, (_, i) => `a${i}: greeting`).join(' ')} }`],
    ['too many tokens', `{ ${'greeting '.repeat(5000)} }`],
    ['a planner bomb', bomb],
  ])('%s', async (_what, query) => {
    const answer = await gateway.ask(query);
    expect({ status: answer.status, codes: codesOf(answer) }).toEqual({
      status: 400,
      codes: ['OPERATION_TOO_COMPLEX'],
    });
    expect(library.books.requests).toEqual([]);
  });

  it('too long a body', async () => {
    const body = JSON.stringify({ query: '{ greeting }', padding: 'x'.repeat(300 * 1024) });
    expect((await post(body, {}, gateway.url)).status).toBe(413);
  });
});

describe('introspection', () => {
  const query = '{ __type(name: "Query") { name } }';

  it('is off', async () => {
    const answer = await gateway.ask(query, { accept: 'application/graphql-response+json' });
    expectAnswer(answer, { status: 400, errors: ['BAD_USER_INPUT'] });
  });

  it('is on when it is asked for', async () => {
    const file = await library.file(library.openSdl);
    const open = await startGateway('--supergraph', file, '--auth', 'none', '--introspection', 'on');
    expectAnswer(await open.ask(query), { data: { __type: { name: 'Query' } } });
    open.process.kill('SIGTERM');
    expect(await open.process.ended).toBe(0);
  });
});

describe('a subgraph that answers badly', () => {
  const query = '{ book(id: "1") { title } greeting }';
  const fails = (extensions: Record<string, unknown> = {}) => ({
    message: 'connect ECONNREFUSED 10.1.2.3:5432 in SELECT name FROM patients at Pool.query (/srv/app/pool.js:17:3)',
    extensions: { stacktrace: ['Error: secret', '    at /srv/app/pool.js:17:3'], ...extensions },
  });
  const MACHINERY = /10\.1\.2\.3|ECONN|SELECT|patients|\/srv|pool\.js|stacktrace|serviceName|secret|127\.0\.0\.1/;

  it('with null where none may be: an error at its place, none only in extensions', async () => {
    library.books.answer = JSON.stringify({ data: { book: { title: null }, greeting: 'hi' } });
    const answer = await gateway.ask(query);
    expectAnswer(answer, { data: { book: null, greeting: 'hi' }, errors: ['DEPARTMENT_DATA_INVALID book.title'] });
    expect(answer.text).not.toContain('valueCompletion');
  });

  it('with null for the whole answer', async () => {
    library.books.answer = JSON.stringify({ data: { greeting: null } });
    expectAnswer(await gateway.ask('{ greeting }'), { data: null, errors: ['DEPARTMENT_DATA_INVALID greeting'] });
  });

  it.each([
    ['no code', {}],
    ['a code of its own', { code: 'INTERNAL_SERVER_ERROR' }],
    ['a code that is no text', { code: null }],
    ['a code that every object has', { code: 'constructor' }],
  ])('with an error of %s: none of its words are shown', async (_what, extensions) => {
    library.books.answer = JSON.stringify({
      data: { book: null, greeting: 'hi' },
      errors: [{ ...fails(extensions), path: ['book'] }],
    });
    const answer = await gateway.ask(query);
    expectAnswer(answer, { data: { book: null, greeting: 'hi' }, errors: ['INTERNAL book'] });
    expect(answer.text).not.toMatch(MACHINERY);
  });

  it.each([
    ['no objects', [null, 'SELECT', 5]],
    ['nothing in them', [{}]],
    ['a message that is no text', [{ message: { sql: 'SELECT' } }]],
    ['a path that is none', [fails({ code: 'X' })].map((error) => ({ ...error, path: 'book' }))],
    ['extensions that are no object', [{ message: 'SELECT', extensions: 'SELECT' }]],
  ])('with errors of the wrong form, %s: the data is kept', async (_what, errors) => {
    library.books.answer = JSON.stringify({ data: { book: { title: 'kept' }, greeting: 'hi' }, errors });
    const answer = await gateway.ask(query);
    expect({ status: answer.status, data: answer.data }).toEqual({
      status: 200,
      data: { book: { title: 'kept' }, greeting: 'hi' },
    });
    expect(answer.text).not.toMatch(MACHINERY);
  });

  it.each([
    ['HTML', '<html><h1>502 Bad Gateway</h1> 10.1.2.3</html>'],
    ['nothing', ''],
    ['no GraphQL', '{"message": "SELECT name FROM patients"}'],
  ])('with %s: unavailable', async (_what, body) => {
    library.books.answer = body;
    const answer = await gateway.ask(query);
    expect({ status: answer.status, codes: codesOf(answer) }).toEqual({
      status: 200,
      codes: ['DEPARTMENT_UNAVAILABLE'],
    });
    expect(answer.text).not.toMatch(MACHINERY);
  });

  it('not at all: its fields are null, the rest answers', async () => {
    library.reviews.answer = '<html>';
    const answer = await gateway.ask('{ book(id: "1") { title stars } }');
    expect(answer.data).toEqual({ book: { title: '法律援助法释义', stars: null } });
    expect(errorsOf(answer)).toHaveLength(1);
    expect(codesOf(answer)).toEqual(['DEPARTMENT_UNAVAILABLE']);
  });
});
