import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { authorize } from '#gateway/authorization/authorize.ts';
import { type Graph, graph, rightsOf } from '#gateway/authorization/testing/graph.ts';

const needs = (scope: string) => `@requiresScopes(scopes: [["${scope}"]])`;

describe('names of Object.prototype are ordinary', () => {
  let asked: Graph;
  beforeAll(async () => {
    asked = await graph({
      one: {
        sdl: `type Query { constructor: constructor toString: Int ${needs('__proto__')} valueOf(hasOwnProperty: hasOwnProperty): Int ${needs('constructor')} }
          type constructor ${needs('toString')} { isPrototypeOf: Int } enum hasOwnProperty { A }`,
        root: { constructor: { isPrototypeOf: 1 }, toString: 2, valueOf: 3 },
      },
    });
  });

  it.each([
    ['nobody', [], { constructor: null, toString: null, valueOf: null }],
    ['who holds others', ['hasOwnProperty', 'isPrototypeOf', ''], { constructor: null, toString: null, valueOf: null }],
    [
      'who holds them',
      ['__proto__', 'constructor', 'toString'],
      { constructor: { isPrototypeOf: 1 }, toString: 2, valueOf: 3 },
    ],
  ])('to %s', async (_who, scopes, data) => {
    const answer = await asked.ask({
      query: '{ constructor { isPrototypeOf } toString valueOf(hasOwnProperty: A) }',
      scopes,
    });
    expect(answer.data).toEqual(data);
  });
});

describe('rights are names, compared whole', () => {
  const matrix: [written: string, scopes: string[], isPermitted: boolean][] = [
    ['[["a", "b"]]', ['a', 'b'], true],
    ['[["a", "b"]]', ['a'], false],
    ['[["a", "b"]]', ['b'], false],
    ['[["a", "b"]]', ['a,b', 'a b', 'ab'], false],
    ['[["a"], ["b"]]', ['b'], true],
    ['[["a"], ["b"]]', ['c'], false],
    ['[["a", "b"], ["c"]]', ['c'], true],
    ['[["a", "b"], ["c"]]', ['a'], false],
    ['[["a", "b"], ["c", "d"]]', ['a', 'd'], false],
    ['["a", "b"]', ['b'], true],
    ['"a b"', ['a', 'b'], false],
    ['"a b"', ['a b'], true],
    ['"A"', ['a'], false],
    ['"a"', ['a '], false],
  ];
  describe.each([
    ['requiresScopes', 'scopes'],
    ['policy', 'policies'],
  ] as const)('@%s', (directive, argument) => {
    it.each(matrix)('%s to %j: %p', async (written, names, isPermitted) => {
      const { ask } = await graph({
        one: { sdl: `type Query { x: Int @${directive}(${argument}: ${written}) }`, root: { x: 1 } },
      });
      expect(await ask({ query: '{ x }', [argument]: names })).toMatchObject({ data: { x: isPermitted ? 1 : null } });
      const other = argument === 'scopes' ? 'policies' : 'scopes';
      expect(await ask({ query: '{ x }', [other]: names })).toMatchObject({ data: { x: null } });
    });
  });

  it('all three on a field, its type and its parent: each of them', async () => {
    const { ask } = await graph({
      one: {
        sdl: `type Query { o: O } type O @authenticated { s: S @policy(policies: "p") } scalar S ${needs('s')}`,
        root: { o: { s: 1 } },
      },
    });
    const permitted = async (question: object) =>
      (await ask({ query: '{ o { s } }', ...question })).errors.length === 0;
    expect(await permitted({ authenticated: true, scopes: ['s'], policies: ['p'] })).toBe(true);
    expect(await permitted({ authenticated: false, scopes: ['s'], policies: ['p'] })).toBe(false);
    expect(await permitted({ authenticated: true, policies: ['p'] })).toBe(false);
    expect(await permitted({ authenticated: true, scopes: ['s'] })).toBe(false);
  });

  it('an answer that is not yes is no', async () => {
    const { supergraph, apiSchema } = await graph({ one: { sdl: 'type Query { x: Int @policy(policies: "p") }' } });
    const policies = { has: (() => Promise.resolve(true)) as unknown as () => boolean };
    const rights = { authenticated: true, scopes: new Set<string>(), policies };
    const asked = { supergraph, apiSchema, document: parse('{ x }'), operationName: undefined, variables: {}, rights };
    expect(authorize(asked).runnable).toBe(false);
  });
});

describe('the key of a plan', () => {
  let asked: Graph;
  beforeAll(async () => {
    asked = await graph({
      one: {
        sdl: `type Query { a(n: Int): Int b: Int ${needs('b')} c: Int ${needs('c')} bc: Int ${needs('b c')} }`,
        root: { a: 1, b: 2, c: 3, bc: 4 },
      },
    });
  });
  const keyOf = (query: string, scopes: string[] = [], variables = {}) => {
    const { supergraph, apiSchema } = asked;
    return authorize({
      supergraph,
      apiSchema,
      document: parse(query),
      operationName: undefined,
      variables,
      rights: rightsOf({ scopes }),
    }).planned.cacheKey;
  };

  it('is one for what runs as one', () => {
    expect(keyOf('{ a b }')).toBe(keyOf('{ a }'));
    expect(keyOf('{ a b }', ['b'])).toBe(keyOf('{a,b # x\n}', ['b', 'x']));
    expect(keyOf('query($x: Boolean!) { a b @skip(if: $x) }', ['b'], { x: true })).toBe(keyOf('{ a }'));
  });

  it('is another for anything else', () => {
    const keys = [
      keyOf('{ a b c }'),
      keyOf('{ a b c }', ['b']),
      keyOf('{ a b c }', ['c']),
      keyOf('{ a b c }', ['b', 'c']),
      keyOf('{ a bc }', ['b c']),
      keyOf('query Q { a }'),
      keyOf('{ x: a }'),
      keyOf('{ a(n: 1) }'),
      keyOf('{ a(n: 2) }'),
      keyOf('query($n: Int) { a(n: $n) }'),
      keyOf('query($n: Int = 1) { a(n: $n) }'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('gives no caller another one’s plan', async () => {
    const query = 'query Q { a b c }';
    expect(await asked.ask({ query, scopes: ['b', 'c'] })).toMatchObject({ data: { a: 1, b: 2, c: 3 } });
    expect(await asked.ask({ query, scopes: ['b'] })).toMatchObject({ data: { a: 1, b: 2, c: null } });
    expect(await asked.ask({ query, scopes: ['b c'] })).toMatchObject({ data: { a: 1, b: null, c: null } });
    expect(await asked.ask({ query })).toMatchObject({ data: { a: 1, b: null, c: null } });
    expect(await asked.ask({ query, scopes: ['b', 'c'] })).toMatchObject({ data: { a: 1, b: 2, c: 3 } });
  });
});

describe('work is bounded', () => {
  const implementors = Array.from(
    { length: 50 },
    (_, index) => `type T${index} implements I { x: Int ${needs(`s${index}`)} i: I u: U }`,
  );
  const sdl = `type Query { i: I } interface I { x: Int i: I u: U } ${implementors.join(' ')} union U = ${implementors.map((_, index) => `T${index}`).join(' | ')}`;

  it('each requirement is looked up once for each scope, however often a fragment is spread', async () => {
    const { supergraph, apiSchema } = await graph({ one: { sdl } });
    let lookups = 0;
    const counted = {
      ...supergraph,
      ofField(object: string, field: string) {
        lookups += 1;
        return supergraph.ofField(object, field);
      },
    };
    const spread = (level: number) =>
      `fragment F${level} on I { x a: i { ...F${level - 1} } b: i { ...F${level - 1} } ... on I { u { ... on I { x } } } }`;
    const document = parse(
      `{ i { ...F8 } } fragment F0 on I { x } ${Array.from({ length: 8 }, (_, index) => spread(index + 1)).join(' ')}`,
    );
    const { denied } = authorize({
      supergraph: counted,
      apiSchema,
      document,
      operationName: undefined,
      variables: {},
      rights: rightsOf({}),
    });
    expect(denied).toHaveLength(50);
    // Query.i once; x, i and u of 50 types in the scope of I, x once more in that of I within U.
    expect(lookups).toBeLessThanOrEqual(1 + 3 * 50 + 50);
  });

  it('a policy is asked about once', async () => {
    const { supergraph, apiSchema } = await graph({
      one: { sdl: 'type Query { x: O } type O @policy(policies: "p") { y: Int @policy(policies: "p") o: O }' },
    });
    let asked = 0;
    const counted = () => {
      asked += 1;
      return true;
    };
    const rights = { ...rightsOf({}), policies: { has: counted } };
    const document = parse('{ x { y o { y o { y } } } a: x { y } }');
    expect(
      authorize({ supergraph, apiSchema, document, operationName: undefined, variables: {}, rights }).runnable,
    ).toBe(true);
    expect(asked).toBe(1);
  });
});
