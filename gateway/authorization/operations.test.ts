import { beforeAll, describe, expect, it } from '@jest/globals';
import { print } from 'graphql';
import { type Graph, graph, type Question } from '#gateway/authorization/testing/graph.ts';

const SDL = `
  type Query { open: Int secret: Int @authenticated o: O i: I u: U many(n: Int, s: Int @deprecated): Int }
  type O { open: Int secret: Int @authenticated next: O any: I }
  interface I { open: Int } type A implements I { open: Int mine: Int } type B implements I { open: Int secret: Int @authenticated }
  union U = A | C type C @authenticated { open: Int }`;
const leaf = { open: 1, secret: 2 };
const root = {
  ...leaf,
  o: { ...leaf, next: { ...leaf, next: null }, any: { __typename: 'A', open: 3, mine: 4 } },
  i: { __typename: 'B', ...leaf },
  u: { __typename: 'A', open: 5, mine: 6 },
  many: 7,
};

let asked: Graph;
beforeAll(async () => {
  asked = await graph({ one: { sdl: SDL, root } });
});

type Case = [title: string, question: string | Question, data: unknown, errors: string[]];

describe('the name of the field decides, never the name in the answer', () => {
  const cases: Case[] = [
    ['an alias for the protected', '{ open: secret }', { open: null }, ['FORBIDDEN open']],
    ['the protected name as an alias', '{ secret: open }', { secret: 1 }, []],
    ['exchanged', '{ secret: open open: secret }', { secret: 1, open: null }, ['FORBIDDEN open']],
    ['nested', '{ x: o { y: secret z: open } }', { x: { y: null, z: 1 } }, ['FORBIDDEN x.y']],
    ['twice', '{ a: secret b: secret open }', { a: null, b: null, open: 1 }, ['FORBIDDEN a', 'FORBIDDEN b']],
    ['our own key', '{ u { typename_: __typename } }', { u: null }, ['FORBIDDEN u.typename_']],
    [
      'our own key for a field',
      '{ u { ... on A { typename_: open } } secret }',
      { u: { typename_: 5 }, secret: null },
      ['FORBIDDEN secret'],
    ],
    [
      'names of Object.prototype',
      '{ constructor: open toString: secret __proto__: o { hasOwnProperty: secret valueOf: open } }',
      JSON.parse('{"constructor":1,"toString":null,"__proto__":{"hasOwnProperty":null,"valueOf":1}}'),
      ['FORBIDDEN __proto__.hasOwnProperty', 'FORBIDDEN toString'],
    ],
  ];
  it.each(cases)('%s', expectAnswer);

  it('does not lend __typename to another field', async () => {
    await expect(asked.ask('{ o { __typename: open } }')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await asked.ask('{ o { __typename: __typename } }')).toMatchObject({ data: { o: { __typename: 'O' } } });
  });
});

describe('fragments', () => {
  const cases: Case[] = [
    ['inline, without a type', '{ ... { secret open } }', { secret: null, open: 1 }, ['FORBIDDEN secret']],
    [
      'inline, on the type itself',
      '{ o { ... on O { secret open } } }',
      { o: { secret: null, open: 1 } },
      ['FORBIDDEN o.secret'],
    ],
    [
      'named',
      'query { ...F } fragment F on Query { secret o { ...G } } fragment G on O { secret open }',
      { secret: null, o: { secret: null, open: 1 } },
      ['FORBIDDEN o.secret', 'FORBIDDEN secret'],
    ],
    [
      'named, of which nothing is left',
      'query { open ...F } fragment F on Query { secret }',
      { open: 1, secret: null },
      ['FORBIDDEN secret'],
    ],
    [
      'named, used in two scopes',
      'query { i { ...F ... on A { ...F } } o { any { ...F } } } fragment F on I { open ... on B { secret } }',
      { i: { open: 1, secret: null }, o: { any: { open: 3 } } },
      ['FORBIDDEN i.secret'],
    ],
    [
      'on an interface within an object',
      '{ o { any { ... on A { ... on I { open } mine } } } }',
      { o: { any: { open: 3, mine: 4 } } },
      [],
    ],
    ['that exclude each other', '{ u { ... on I { ... on A { open } ... on B { secret } } } }', { u: { open: 5 } }, []],
    [
      'a field merged from an occurrence that is refused and one that is not',
      '{ u { ... on I { open } ... on A { open mine } } }',
      { u: { open: 5, mine: 6 } },
      [],
    ],
    [
      'a typename refused in a wide scope and shown in a narrow one',
      '{ u { ... on A { __typename } } }',
      { u: { __typename: 'A' } },
      [],
    ],
    ['the same, merged', '{ u { __typename ... on A { __typename } } }', { u: { __typename: 'A' } }, []],
    [
      'the same, merged the other way round',
      '{ u { ... on A { __typename } __typename } }',
      { u: { __typename: 'A' } },
      [],
    ],
  ];
  it.each(cases)('%s', expectAnswer);

  it('are not left over', async () => {
    const { authorized } = await asked.ask(
      'query Q { open ...F } fragment F on Query { secret ... on Query { secret } ...G } fragment G on Query { s: secret }',
    );
    expect(print(authorized.planned.document)).toBe('query Q {\n  open\n}');
  });
});

describe('@skip and @include', () => {
  const question = (query: string, variables: Record<string, unknown> = {}): Question => ({ query, variables });
  const secretAndOpen = { data: { secret: null, open: 1 }, errors: ['FORBIDDEN secret'] };
  const cases: Case[] = [
    ['skipped', '{ secret @skip(if: true) open }', { open: 1 }, []],
    ['not skipped', '{ secret @skip(if: false) open }', secretAndOpen.data, secretAndOpen.errors],
    ['not included', '{ secret @include(if: false) open }', { open: 1 }, []],
    ['included and skipped', '{ secret @include(if: true) @skip(if: true) open }', { open: 1 }, []],
    [
      'by a variable',
      question('query($x: Boolean!) { secret @include(if: $x) open }', { x: true }),
      secretAndOpen.data,
      secretAndOpen.errors,
    ],
    [
      'by a variable that is false',
      question('query($x: Boolean!) { secret @include(if: $x) open }', { x: false }),
      { open: 1 },
      [],
    ],
    [
      'by a default that is true',
      question('query($x: Boolean = true) { secret @include(if: $x) open }'),
      secretAndOpen.data,
      secretAndOpen.errors,
    ],
    [
      'by a default that is false',
      question('query($x: Boolean! = false) { secret @include(if: $x) open }'),
      { open: 1 },
      [],
    ],
    [
      'by a default overruled',
      question('query($x: Boolean = false) { secret @include(if: $x) open }', { x: true }),
      secretAndOpen.data,
      secretAndOpen.errors,
    ],
    [
      'by a default not overruled by an inherited name',
      question('query($toString: Boolean = true) { secret @include(if: $toString) open }'),
      secretAndOpen.data,
      secretAndOpen.errors,
    ],
    [
      'by a variable called __proto__',
      question(
        'query($__proto__: Boolean = true) { secret @include(if: $__proto__) open }',
        JSON.parse('{"__proto__": false}'),
      ),
      { open: 1 },
      [],
    ],
    ['on a fragment', '{ ... @skip(if: true) { secret } open }', { open: 1 }, []],
    ['on a spread', 'query { ...F @include(if: false) open } fragment F on Query { secret }', { open: 1 }, []],
    [
      'skipped in a fragment that is not',
      'query { ...F } fragment F on Query { secret @skip(if: true) open }',
      { open: 1 },
      [],
    ],
    ['everything skipped', '{ secret @skip(if: true) }', {}, []],
    ['everything below skipped', '{ o { secret @skip(if: true) } }', { o: {} }, []],
    [
      'merged with one that is not skipped',
      '{ secret @skip(if: true) secret open }',
      secretAndOpen.data,
      secretAndOpen.errors,
    ],
  ];
  it.each(cases)('%s', expectAnswer);

  it('a condition without a value is the client’s mistake', async () => {
    const nothing = { query: 'query($x: Boolean = true) { open @include(if: $x) }', variables: { x: null } };
    await expect(asked.ask(nothing)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('what is planned has no conditions left, and no variables that it does not use', async () => {
    const { authorized } = await asked.ask({
      query:
        'query($x: Boolean = true, $n: Int = 3, $s: Int) { many(n: $n) @include(if: $x) secret @skip(if: $x) m: many(s: $s) @skip(if: $x) }',
    });
    expect(print(authorized.planned.document)).toBe('query ($n: Int = 3) {\n  many(n: $n)\n}');
  });
});

describe('a document with more than one operation', () => {
  const document =
    'query Open { open } query Secret { secret ...F } query Unused($x: Int) { many(n: $x) ...F } fragment F on Query { o { secret } }';
  it.each([
    ['Open', { open: 1 }, []],
    ['Secret', { secret: null, o: { secret: null } }, ['FORBIDDEN o.secret', 'FORBIDDEN secret']],
  ])('counts the chosen one only: %s', async (operationName, data, errors) => {
    expect(await asked.ask({ query: document, operationName })).toMatchObject({ data, errors });
  });

  it.each([undefined, 'Other', '', '__proto__'])('chooses none by %p', async (operationName) => {
    const question = { query: document, ...(operationName !== undefined && { operationName }) };
    await expect(asked.ask(question)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('what is reported', () => {
  it('coordinates by object type, refused and permitted', async () => {
    const { authorized } = await asked.ask(
      '{ o { secret open } i { open ... on B { secret } } u { ... on A { mine } } x: secret }',
    );
    expect([...authorized.denied].sort()).toEqual(['B.secret', 'O.secret', 'Query.secret']);
    expect([...authorized.selected].sort()).toEqual([
      'A.mine',
      'A.open',
      'B.open',
      'O.open',
      'Query.i',
      'Query.o',
      'Query.u',
    ]);
  });

  it('the place of each refusal where nothing may run', async () => {
    const { authorized } = await asked.ask('{ x: secret secret ... { secret } }');
    expect(authorized.errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['x'], 'FORBIDDEN'],
      [['secret'], 'FORBIDDEN'],
    ]);
  });

  it('the answer of the planner as it is where nothing is refused', async () => {
    const { authorized } = await asked.ask({ query: '{ secret o { any { open } } }', authenticated: true });
    expect(authorized).toMatchObject({ completion: null, runnable: true, allDenied: false, denied: [], errors: [] });
  });
});

async function expectAnswer(
  _title: string,
  question: string | Question,
  data: unknown,
  errors: string[],
): Promise<void> {
  const answer = await asked.ask(question);
  expect(answer.errors).toEqual(errors);
  expect(JSON.stringify(answer.data)).toBe(JSON.stringify(data));
}
