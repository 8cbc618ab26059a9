import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { handMade, signingKey } from '#auth/tokens/issuer.fixture.ts';
import { expectAnswer, type StartedGateway, startGateway } from '#tests/gateway/gateway.ts';
import {
  ALGORITHMS,
  AUDIENCE,
  type OpenIdIssuer,
  startOpenIdIssuer,
  type TokenRequest,
} from '#tests/gateway/issuer.ts';
import { type Library, startLibrary } from '#tests/gateway/library.ts';
import { expectRefused } from '#tests/harness/ask.ts';
import { killScripts } from '#tests/harness/process.ts';

let library: Library;
let openid: OpenIdIssuer;
let gateway: StartedGateway;
beforeAll(async () => {
  [library, openid] = await Promise.all([startLibrary(), startOpenIdIssuer()]);
  const file = await library.file(library.protectedSdl);
  gateway = await startGateway('--supergraph', file, '--issuer', openid.issuer, '--audience', AUDIENCE);
});
afterAll(async () => {
  await killScripts();
  await Promise.all([library.close(), openid.close()]);
});
beforeEach(() => library.reset());

const ask = async (query: string, token: TokenRequest = {}) =>
  gateway.ask(query, { authorization: await openid.bearer(token) });
const asked = () => [library.books.requests.length, library.reviews.requests.length];

describe('a token', () => {
  it.each(ALGORITHMS)('signed with %s is taken', async (algorithm) => {
    expectAnswer(await ask('{ members }', { key: openid.keyFor(algorithm) }), { data: { members: ['m-1', 'm-2'] } });
  });

  it('opens what its scope claim names', async () => {
    const query = '{ book(id: "1") { cost } }';
    expectAnswer(await ask(query, { scope: 'openid money costs:read' }), { data: { book: { cost: 48 } } });
    for (const scope of ['costs:read', 'costs:read,money', ['costs:read', 'money'], undefined]) {
      expectAnswer(await ask(query, { scope }), { data: { book: { cost: null } }, errors: ['FORBIDDEN book.cost'] });
    }
  });

  it('opens what its policies claim names, by any of several', async () => {
    const query = '{ book(id: "1") { reviews } }';
    for (const policies of [['reader'], ['librarian', 'other']]) {
      expectAnswer(await ask(query, { policies }), { data: { book: { reviews: ['清楚 clear'] } } });
    }
    for (const policies of [['Reader'], 'reader', { reader: true }, undefined]) {
      const expected = { data: { book: { reviews: null } }, errors: ['FORBIDDEN book.reviews'] };
      expectAnswer(await ask(query, { policies }), expected);
    }
  });

  it.each<[string, () => Promise<string> | string]>([
    ['no token', () => 'Bearer'],
    ['another scheme', () => 'Basic c29tZWJvZHk6cGFzcw=='],
    ['an expired one', () => openid.bearer({ claims: { exp: 1_700_000_000 } })],
    ['one without exp', () => openid.bearer({ claims: { exp: undefined } })],
    ['one for another audience', () => openid.bearer({ claims: { aud: 'account' } })],
    ['one of another issuer', () => openid.bearer({ claims: { iss: 'https://issuer.example' } })],
    ['one signed by a foreign key', async () => openid.bearer({ key: await signingKey('key-RS256') })],
    [
      'one of an algorithm that is not allowed',
      async () => openid.bearer({ key: await signingKey('key-RS256', 'RS512') }),
    ],
    [
      'one without signature',
      () => `Bearer ${handMade({ alg: 'none' }, { iss: openid.issuer, aud: AUDIENCE, sub: 's' })}`,
    ],
  ])('that is none, %s: 401, even for what is public', async (_what, header) => {
    const answer = await gateway.ask('{ greeting }', { authorization: await header() });
    expectRefused(answer, 401, 'UNAUTHENTICATED');
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(asked()).toEqual([0, 0]);
  });
});

describe('a denied field', () => {
  it('is null with an error at its path, the rest answers, its subgraph is not asked', async () => {
    const answer = await ask('{ greeting one: book(id: "1") { title criticism: reviews } }');
    expectAnswer(answer, {
      data: { greeting: '您好 hello', one: { title: '法律援助法释义', criticism: null } },
      errors: ['FORBIDDEN one.criticism'],
    });
    expect(asked()).toEqual([1, 0]);
  });

  it('of list items has an error for each of them', async () => {
    const answer = await ask('{ books { title cost stars } }');
    expectAnswer(answer, {
      data: {
        books: [
          { title: '法律援助法释义', cost: null, stars: 4 },
          { title: '刑事诉讼法', cost: null, stars: 5 },
        ],
      },
      errors: ['FORBIDDEN books.0.cost', 'FORBIDDEN books.1.cost'],
    });
    expect(library.books.requests[0]?.body).not.toContain('cost');
  });

  it('of a mutation lets nothing run', async () => {
    const query = 'mutation { rename(id: "1", title: "x") { title } burn(id: "1") }';
    expectRefused(await ask(query), 403, 'FORBIDDEN');
    expectRefused(await gateway.ask(query), 401, 'UNAUTHENTICATED');
    expect(asked()).toEqual([0, 0]);
    const data = { rename: { title: 'x' }, burn: true };
    expectAnswer(await ask(query, { policies: ['librarian'] }), { data });
  });

  it('below a mutation lets nothing run either', async () => {
    expectRefused(await ask('mutation { rename(id: "1", title: "x") { title cost } }'), 403, 'FORBIDDEN');
    expect(asked()).toEqual([0, 0]);
  });

  it('and nothing else at the root: 403, without a token 401', async () => {
    expectRefused(await ask('{ ledger }'), 403, 'FORBIDDEN');
    expectRefused(await gateway.ask('{ ledger members }'), 401, 'UNAUTHENTICATED');
    expect(asked()).toEqual([0, 0]);
  });
});

describe('without a token', () => {
  it('what is public answers', async () => {
    const data = { greeting: '您好 hello', book: { title: '刑事诉讼法', stars: 5 } };
    expectAnswer(await gateway.ask('{ greeting book(id: "2") { title stars } }'), { data });
  });

  it('what is not is denied, and the rest answers', async () => {
    const expected = { data: { greeting: '您好 hello', members: null }, errors: ['FORBIDDEN members'] };
    expectAnswer(await gateway.ask('{ greeting members }'), expected);
  });
});

it('subgraphs get neither the token nor an envelope, nor anything else of the caller’s headers', async () => {
  const authorization = await openid.bearer({ policies: ['reader'] });
  const headers = { authorization, cookie: 'session=1', 'x-purpose': 'HANDLE_CASE', 'x-forwarded-for': '192.0.2.7' };
  expectAnswer(await gateway.ask('{ book(id: "1") { reviews } }', headers), {
    data: { book: { reviews: ['清楚 clear'] } },
  });
  const received = [...library.books.requests, ...library.reviews.requests];
  expect(received).toHaveLength(2);
  for (const request of received) {
    expect(Object.keys(request.headers).sort()).toEqual([
      'accept',
      'connection',
      'content-length',
      'content-type',
      'host',
      'x-request-id',
    ]);
    expect(JSON.stringify(request)).not.toContain(authorization.slice('Bearer '.length));
  }
});
