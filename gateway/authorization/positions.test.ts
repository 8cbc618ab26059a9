import { beforeAll, describe, expect, it } from '@jest/globals';
import { federation, type Graph, graph, type Question } from '#gateway/authorization/testing/graph.ts';

/** The three directives, each with rights that satisfy it and rights that do not. */
const DIRECTIVES: [name: string, applied: string, holder: Partial<Question>, stranger: Partial<Question>][] = [
  [
    'authenticated',
    '@authenticated',
    { authenticated: true },
    { authenticated: false, scopes: ['ok'], policies: ['ok'] },
  ],
  [
    'requiresScopes',
    '@requiresScopes(scopes: "ok")',
    { scopes: ['ok'] },
    { policies: ['ok'], scopes: ['o', 'k', 'OK'] },
  ],
  ['policy', '@policy(policies: "ok")', { policies: ['ok'] }, { scopes: ['ok'], policies: ['o', 'k', 'OK'] }],
];

const renamed = federation('{name: "@policy", as: "@rule"}, {name: "@authenticated", as: "@policy"}');
const namespaced = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", as: "fed")\n';
type Import = readonly [how: string, links: string, applied: string];
/** Whatever a subgraph calls them: by their own names, under another’s name, in a namespace. */
const IMPORTS: [Import, ...Import[]] = [
  ['renamed', renamed, '@rule(policies: "ok")'],
  ['in a namespace', namespaced, '@fed__policy(policies: [["ok"]])'],
];

/** `PROTECT` stands where the directive goes. The stranger's answer; the holder's is the same without null where STRANGER has it. */
interface Position {
  readonly title: string;
  readonly sdl: string;
  readonly root: Record<string, unknown>;
  readonly query: string;
  readonly held: unknown;
  readonly refused: unknown;
  readonly errors: string[];
  /** Whether the stranger’s question still reaches the subgraph. */
  readonly isAsked: boolean;
}

const POSITIONS: Position[] = [
  {
    title: 'a field',
    sdl: 'type Query { x: Int PROTECT y: Int }',
    root: { x: 1, y: 2 },
    query: '{ x y }',
    held: { x: 1, y: 2 },
    refused: { x: null, y: 2 },
    errors: ['FORBIDDEN x'],
    isAsked: true,
  },
  {
    title: 'the only field',
    sdl: 'type Query { x: Int PROTECT }',
    root: { x: 1 },
    query: '{ x }',
    held: { x: 1 },
    refused: { x: null },
    errors: ['FORBIDDEN x'],
    isAsked: false,
  },
  {
    title: 'a field that must not be null',
    sdl: 'type Query { o: O } type O { x: Int! PROTECT y: Int }',
    root: { o: { x: 1, y: 2 } },
    query: '{ o { x y } }',
    held: { o: { x: 1, y: 2 } },
    refused: { o: null },
    errors: ['FORBIDDEN o.x'],
    isAsked: true,
  },
  {
    title: 'a root field that must not be null',
    sdl: 'type Query { x: Int! PROTECT y: Int }',
    root: { x: 1, y: 2 },
    query: '{ x y }',
    held: { x: 1, y: 2 },
    refused: null,
    errors: ['FORBIDDEN x'],
    isAsked: true,
  },
  {
    title: 'an object type',
    sdl: 'type Query { o: O y: Int } type O PROTECT { x: Int }',
    root: { o: { x: 1 }, y: 2 },
    query: '{ o { x __typename } y }',
    held: { o: { x: 1, __typename: 'O' }, y: 2 },
    refused: { o: null, y: 2 },
    errors: ['FORBIDDEN o'],
    isAsked: true,
  },
  {
    title: 'an object type, of which only the name is asked',
    sdl: 'type Query { o: O } type O PROTECT { x: Int }',
    root: { o: { x: 1 } },
    query: '{ o { __typename } }',
    held: { o: { __typename: 'O' } },
    refused: { o: null },
    errors: ['FORBIDDEN o'],
    isAsked: false,
  },
  {
    title: 'an object type on a second path',
    sdl: 'type Query { shown: O PROTECT o: O nested: N } type N { o: [O!]! } type O { x: Int PROTECT }',
    root: { shown: { x: 1 }, o: { x: 1 }, nested: { o: [{ x: 1 }, { x: 2 }] } },
    query: '{ shown { x } o { x } nested { o { x } } }',
    held: { shown: { x: 1 }, o: { x: 1 }, nested: { o: [{ x: 1 }, { x: 2 }] } },
    refused: { shown: null, o: { x: null }, nested: { o: [{ x: null }, { x: null }] } },
    errors: ['FORBIDDEN nested.o.0.x', 'FORBIDDEN nested.o.1.x', 'FORBIDDEN o.x', 'FORBIDDEN shown'],
    isAsked: true,
  },
  {
    title: 'an implementor, asked by its interface',
    sdl: 'type Query { i: I } interface I { x: Int } type A implements I { x: Int } type B implements I PROTECT { x: Int }',
    root: { i: { __typename: 'A', x: 1 } },
    query: '{ i { x } }',
    held: { i: { x: 1 } },
    refused: { i: null },
    errors: ['FORBIDDEN i'],
    isAsked: false,
  },
  {
    title: 'a field of an implementor, asked by the interface',
    sdl: 'type Query { i: I } interface I { x: Int y: Int } type A implements I { x: Int y: Int } type B implements I { x: Int PROTECT y: Int }',
    root: { i: { __typename: 'A', x: 1, y: 2 } },
    query: '{ i { x y } }',
    held: { i: { x: 1, y: 2 } },
    refused: { i: { x: null, y: 2 } },
    errors: ['FORBIDDEN i.x'],
    isAsked: true,
  },
  {
    title: 'a field of an implementor, asked of another one',
    sdl: 'type Query { i: I } interface I { x: Int } type A implements I { x: Int } type B implements I { x: Int PROTECT }',
    root: { i: { __typename: 'A', x: 1 } },
    query: '{ i { ... on A { x } } }',
    held: { i: { x: 1 } },
    refused: { i: { x: 1 } },
    errors: [],
    isAsked: true,
  },
  {
    title: 'a member of a union that turns up',
    sdl: 'type Query { u: U } union U = A | B type A { x: Int } type B PROTECT { y: Int }',
    root: { u: { __typename: 'B', y: 2 } },
    query: '{ u { ... on A { x } ... on B { y } } }',
    held: { u: { y: 2 } },
    refused: { u: null },
    errors: ['FORBIDDEN u'],
    isAsked: true,
  },
  {
    title: 'a member of a union that turns up without being asked for',
    sdl: 'type Query { u: [U] } union U = A | B type A { x: Int } type B PROTECT { y: Int }',
    root: { u: [{ __typename: 'B', y: 2 }, { __typename: 'A', x: 1 }, null] },
    query: '{ u { ... on A { x } } }',
    held: { u: [{}, { x: 1 }, null] },
    refused: { u: [null, { x: 1 }, null] },
    errors: ['FORBIDDEN u.0'],
    isAsked: true,
  },
  {
    title: 'a member of a union, of which only the name is asked',
    sdl: 'type Query { u: U } union U = A | B type A { x: Int } type B PROTECT { y: Int }',
    root: { u: { __typename: 'A', x: 1 } },
    query: '{ u { __typename ... on A { x } } }',
    held: { u: { __typename: 'A', x: 1 } },
    refused: { u: null },
    errors: ['FORBIDDEN u.__typename'],
    isAsked: true,
  },
  {
    title: 'a scalar',
    sdl: 'type Query { s: S ss: [S!]! y: Int } scalar S PROTECT',
    root: { s: { deep: [1] }, ss: ['a'], y: 2 },
    query: '{ s y }',
    held: { s: { deep: [1] }, y: 2 },
    refused: { s: null, y: 2 },
    errors: ['FORBIDDEN s'],
    isAsked: true,
  },
  {
    title: 'a scalar in a list that must not be null',
    sdl: 'type Query { o: O } type O { ss: [S!]! } scalar S PROTECT',
    root: { o: { ss: ['a'] } },
    query: '{ o { ss } }',
    held: { o: { ss: ['a'] } },
    refused: { o: null },
    errors: ['FORBIDDEN o.ss'],
    isAsked: true,
  },
  {
    title: 'an enum',
    sdl: 'type Query { e: E y: Int } enum E PROTECT { A B }',
    root: { e: 'A', y: 2 },
    query: '{ e y }',
    held: { e: 'A', y: 2 },
    refused: { e: null, y: 2 },
    errors: ['FORBIDDEN e'],
    isAsked: true,
  },
  {
    title: 'the root type',
    sdl: 'type Query PROTECT { x: Int y: Int! }',
    root: { x: 1, y: 2 },
    query: '{ x __typename }',
    held: { x: 1, __typename: 'Query' },
    refused: null,
    errors: ['FORBIDDEN __typename', 'FORBIDDEN x'],
    isAsked: false,
  },
  {
    title: 'a renamed root type',
    sdl: 'extend schema { query: Ask } type Ask PROTECT { x: Int }',
    root: { x: 1 },
    query: '{ x }',
    held: { x: 1 },
    refused: { x: null },
    errors: ['FORBIDDEN x'],
    isAsked: false,
  },
  {
    title: 'introspection under a protected root type',
    sdl: 'type Query PROTECT { x: Int }',
    root: { x: 1 },
    query: '{ __type(name: "Query") { name } x }',
    held: { __type: { name: 'Query' }, x: 1 },
    refused: { __type: null, x: null },
    errors: ['FORBIDDEN __type', 'FORBIDDEN x'],
    isAsked: false,
  },
];

describe.each(DIRECTIVES)('@%s', (_name, applied, holder, stranger) => {
  describe.each(POSITIONS)('on $title', ({ sdl, root, query, held, refused, errors, isAsked }) => {
    let asked: Graph;
    beforeAll(async () => {
      asked = await graph({ one: { sdl: sdl.replaceAll('PROTECT', applied), root } });
    });

    it('answers who holds the right', async () => {
      expect(await asked.ask({ query, ...holder })).toMatchObject({ data: held, errors: [] });
    });

    it('refuses who does not', async () => {
      const answer = await asked.ask({ query, ...stranger });
      expect(answer).toMatchObject({ data: refused, errors });
      expect(answer.asked).toHaveLength(isAsked ? 1 : 0);
      expect(answer.authorized.runnable).toBe(isAsked);
      expect(answer.authorized.allDenied).toBe(!isAsked);
    });

    it('refuses the anonymous', async () => {
      expect(await asked.ask(query)).toMatchObject({ data: refused, errors });
    });
  });
});

const RENAMED = POSITIONS.map((position, index) => {
  const [how, links, applied] = IMPORTS[index % IMPORTS.length] ?? IMPORTS[0];
  return { ...position, how, sdl: links + position.sdl.replaceAll('PROTECT', applied) };
});

describe('@policy by a name that the subgraph gives it', () => {
  it.each(RENAMED)('$how, on $title', async ({ sdl, root, query, held, refused, errors }) => {
    const asked = await graph({ one: { sdl, root } });
    expect(await asked.ask({ query, policies: ['ok'] })).toMatchObject({ data: held, errors: [] });
    expect(await asked.ask({ query, scopes: ['ok'], authenticated: true })).toMatchObject({ data: refused, errors });
  });
});
