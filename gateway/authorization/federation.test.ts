import { describe, expect, it } from '@jest/globals';
import { compose, federation, graph, type Question, type Subgraph } from '#gateway/authorization/testing/graph.ts';

const needs = (scope: string) => `@requiresScopes(scopes: [["${scope}"]])`;
/** Links the feature by itself, which composition's rules for interfaces do not see. */
const DIRECT = `${federation('"@tag"')} @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)\n`;
const byReference = (type: string, fields: object) => ({
  [type]: { __resolveReference: (key: object) => ({ ...fields, ...key }) },
});

interface Case {
  readonly title: string;
  readonly subgraphs: Record<string, Subgraph>;
  /** Question to the data, the errors and the subgraphs asked. */
  readonly questions: [question: Question, data: unknown, errors: string[], asked: string[]][];
}

const entity = `type T @key(fields: "id") { id: ID!`;
const PROTECTED_KEY: Record<string, Subgraph> = {
  one: { sdl: `type Query { t: T } ${entity} ${needs('id')} }`, root: { t: { id: '1' } } },
  two: { sdl: `${entity} name: String }`, resolvers: byReference('T', { name: 'N' }) },
};
const CHAINED_KEYS: Record<string, Subgraph> = {
  one: { sdl: `type Query { t: T } ${entity} ${needs('id')} }`, root: { t: { id: '1' } } },
  two: {
    sdl: `type T @key(fields: "id") @key(fields: "no") { id: ID! no: ID! ${needs('no')} }`,
    resolvers: byReference('T', { no: '7' }),
  },
  three: { sdl: 'type T @key(fields: "no") { no: ID! name: String }', resolvers: byReference('T', { name: 'N' }) },
};
const REQUIRES: Record<string, Subgraph> = {
  one: {
    sdl: `type Query { t: T } ${entity} price: Int ${needs('price')} open: Int }`,
    root: { t: { id: '1', price: 5, open: 6 } },
  },
  two: {
    sdl: `${entity} price: Int @external shipping: Int @requires(fields: "price") ${needs('price')} }`,
    resolvers: {
      T: { __resolveReference: (key: object) => key, shipping: ({ price }: { price: number }) => price * 2 },
    },
  },
};
/** Composition looks neither at the members of a union whose name a field requires nor, with the direct link, at implementors. */
const REQUIRES_ABSTRACT: Record<string, Subgraph> = {
  one: {
    sdl: `${DIRECT} type Query { t: T } ${entity} u: U i: I } union U = X | Y interface I { n: Int }
      type X implements I @key(fields: "id") ${needs('X')} { id: ID! n: Int @shareable }
      type Y implements I @key(fields: "id") { id: ID! n: Int ${needs('n')} @shareable }`,
    root: { t: { id: '1', u: { __typename: 'Y', id: 'y' }, i: { __typename: 'Y', n: 3 } } },
  },
  two: {
    sdl: `${DIRECT} ${entity} u: U @external i: I @external name: String @requires(fields: "u { __typename }")
        one: String @requires(fields: "u { ... on Y { id } }") all: String @requires(fields: "i { n }") }
      union U = X | Y interface I { n: Int } type X implements I @key(fields: "id") { id: ID! n: Int @shareable } type Y implements I @key(fields: "id") { id: ID! n: Int @shareable }`,
    resolvers: byReference('T', { name: 'U', one: 'Y', all: 'I' }),
  },
};
const SHAREABLE: Record<string, Subgraph> = {
  one: { sdl: `type Query { f: Int @shareable ${needs('a')} }`, root: { f: 1 } },
  two: { sdl: `type Query { f: Int @shareable ${needs('b')} g: Int }`, root: { f: 1, g: 2 } },
};
const PROVIDES: Record<string, Subgraph> = {
  one: {
    sdl: `type Query { t: T @provides(fields: "f") } ${entity} f: Int @external }`,
    root: { t: { id: '1', f: 3 } },
  },
  two: { sdl: `${entity} f: Int @shareable ${needs('f')} }`, resolvers: byReference('T', { f: 3 }) },
};
const OVERRIDE: Record<string, Subgraph> = {
  one: { sdl: `type Query { q: Int } ${entity} f: Int ${needs('old')} }`, root: {} },
  two: { sdl: `type Query { t: T } ${entity} f: Int @override(from: "one") }`, root: { t: { id: '1', f: 3 } } },
};
/** The other subgraph knows the type by its key only, says nothing of its protection, and comes to it by itself. */
const SECOND_PATH: Record<string, Subgraph> = {
  one: {
    sdl: `type Query { t: T ${needs('root')} } type T @key(fields: "id") ${needs('T')} { id: ID! name: String }`,
    root: { t: { id: '1', name: 'N' } },
    resolvers: byReference('T', { name: 'N' }),
  },
  two: {
    sdl: `type Query { s: S } type S { t: T ts: [T!] open: Int } type T @key(fields: "id", resolvable: false) { id: ID! }`,
    root: { s: { t: { id: '1' }, ts: [{ id: '1' }], open: 2 } },
  },
};
const TYPE_OF_TWO: Record<string, Subgraph> = {
  one: { sdl: `type Query { t: T } ${entity.replace('{', `${needs('a')} {`)} }`, root: { t: { id: '1' } } },
  two: { sdl: `${entity.replace('{', `${needs('b')} {`)} f: Int }`, resolvers: byReference('T', { f: 3 }) },
};
const interfaceOf = (extra = '') => `type Query { i: I a: A } interface I @key(fields: "id") { id: ID! }
  type A implements I @key(fields: "id") { id: ID! } type B implements I @key(fields: "id") ${extra} { id: ID! }`;
const INTERFACE_OBJECT: Record<string, Subgraph> = {
  one: { sdl: interfaceOf(), root: { i: { __typename: 'A', id: '1' }, a: { id: '1' } } },
  two: {
    sdl: `type I @interfaceObject @key(fields: "id") { id: ID! f: Int ${needs('f')} g: Int }`,
    resolvers: byReference('I', { f: 1, g: 2 }),
  },
};
const DIRECT_INTERFACE_OBJECT: Record<string, Subgraph> = {
  one: { ...INTERFACE_OBJECT.one, sdl: DIRECT + interfaceOf() },
  two: {
    sdl: `${DIRECT} type I @interfaceObject @key(fields: "id") { id: ID! f: Int ${needs('f')} g: Int }`,
    resolvers: byReference('I', { f: 1, g: 2 }),
  },
};
const DIRECT_INTERFACE: Record<string, Subgraph> = {
  one: {
    sdl: `${DIRECT} type Query { i: I u: U a: A } union U = A | X type X { z: Int }
      interface I { f: Int ${needs('f')} g: Int } type A implements I { f: Int g: Int } type B implements I ${needs('b')} { f: Int g: Int }`,
    root: { i: { __typename: 'A', f: 1, g: 2 }, u: { __typename: 'A', f: 1, g: 2 }, a: { f: 1, g: 2 } },
  },
};

const INTERFACE_OBJECT_REQUIRES: Record<string, Subgraph> = {
  one: {
    sdl: `${DIRECT} type Query { i: I a: A b: B } interface I @key(fields: "id") { id: ID! s: Int }
      type A implements I @key(fields: "id") { id: ID! s: Int } type B implements I @key(fields: "id") { id: ID! s: Int ${needs('s')} }`,
    root: { i: { __typename: 'A', id: '1', s: 4 }, a: { id: '1', s: 4 }, b: { id: '2', s: 5 } },
  },
  two: {
    sdl: `${DIRECT} type I @interfaceObject @key(fields: "id") { id: ID! s: Int @external f: Int @requires(fields: "s") }`,
    resolvers: { I: { __resolveReference: (key: object) => key, f: ({ s }: { s: number }) => s * 10 } },
  },
};
const INACCESSIBLE: Record<string, Subgraph> = {
  one: {
    sdl: `${DIRECT} type Query { i: [I] } interface I { f: Int } type A implements I { f: Int } type B implements I @inaccessible ${needs('b')} { f: Int }`,
    root: {
      i: [
        { __typename: 'A', f: 1 },
        { __typename: 'B', f: 2 },
      ],
    },
  },
};

const CASES: Case[] = [
  {
    title: 'a protected key stays hidden and joins',
    subgraphs: PROTECTED_KEY,
    questions: [
      [{ query: '{ t { name } }' }, { t: { name: 'N' } }, [], ['one', 'two']],
      [{ query: '{ t { id name } }' }, { t: null }, ['FORBIDDEN t.id'], ['one', 'two']],
      [{ query: '{ t { id name } }', scopes: ['id'] }, { t: { id: '1', name: 'N' } }, [], ['one', 'two']],
    ],
  },
  {
    title: 'protected keys in a chain stay hidden and join',
    subgraphs: CHAINED_KEYS,
    questions: [
      [{ query: '{ t { name } }' }, { t: { name: 'N' } }, [], ['one', 'three', 'two']],
      [{ query: '{ t { no } }', scopes: ['id'] }, { t: null }, ['FORBIDDEN t.no'], ['one']],
      [
        { query: '{ t { id no name } }', scopes: ['id', 'no'] },
        { t: { id: '1', no: '7', name: 'N' } },
        [],
        ['one', 'three', 'two'],
      ],
    ],
  },
  {
    title: '@requires',
    subgraphs: REQUIRES,
    questions: [
      [{ query: '{ t { shipping open } }' }, { t: { shipping: null, open: 6 } }, ['FORBIDDEN t.shipping'], ['one']],
      [{ query: '{ t { shipping } }', scopes: ['price'] }, { t: { shipping: 10 } }, [], ['one', 'two']],
    ],
  },
  {
    title: '@requires through abstract types, which composition lets pass',
    subgraphs: REQUIRES_ABSTRACT,
    questions: [
      [{ query: '{ t { name one } }' }, { t: { name: null, one: 'Y' } }, ['FORBIDDEN t.name'], ['one', 'two']],
      [
        { query: '{ t { name all } }', scopes: ['X'] },
        { t: { name: 'U', all: null } },
        ['FORBIDDEN t.all'],
        ['one', 'two'],
      ],
      [{ query: '{ t { all } }', scopes: ['X', 'n'] }, { t: { all: 'I' } }, [], ['one', 'two']],
    ],
  },
  {
    title: '@shareable demands what each subgraph demands',
    subgraphs: SHAREABLE,
    questions: [
      [{ query: '{ f g }', scopes: ['a'] }, { f: null, g: 2 }, ['FORBIDDEN f'], ['two']],
      [{ query: '{ f g }', scopes: ['b'] }, { f: null, g: 2 }, ['FORBIDDEN f'], ['two']],
      [{ query: '{ f g }', scopes: ['a', 'b'] }, { f: 1, g: 2 }, [], ['two']],
    ],
  },
  {
    title: 'a protected type is so on a second path too, by which another subgraph comes to it',
    subgraphs: SECOND_PATH,
    questions: [
      [{ query: '{ s { open t { id } } }' }, { s: { open: 2, t: null } }, ['FORBIDDEN s.t'], ['two']],
      [{ query: '{ s { open ts { __typename } } }' }, { s: { open: 2, ts: null } }, ['FORBIDDEN s.ts'], ['two']],
      [{ query: '{ t { id } }', scopes: ['T'] }, { t: null }, ['FORBIDDEN t'], []],
      [
        { query: '{ s { t { id name } ts { id } } }', scopes: ['T'] },
        { s: { t: { id: '1', name: 'N' }, ts: [{ id: '1' }] } },
        [],
        ['one', 'two'],
      ],
    ],
  },
  {
    title: 'a type demands what each of its subgraphs demands',
    subgraphs: TYPE_OF_TWO,
    questions: [
      [{ query: '{ t { id } }', scopes: ['a'] }, { t: null }, ['FORBIDDEN t'], []],
      [{ query: '{ t { f } }', scopes: ['b'] }, { t: null }, ['FORBIDDEN t'], []],
      [{ query: '{ t { f } }', scopes: ['a', 'b'] }, { t: { f: 3 } }, [], ['one', 'two']],
    ],
  },
  {
    title: '@provides opens no second way',
    subgraphs: PROVIDES,
    questions: [
      [{ query: '{ t { id f } }' }, { t: { id: '1', f: null } }, ['FORBIDDEN t.f'], ['one']],
      [{ query: '{ t { f } }', scopes: ['f'] }, { t: { f: 3 } }, [], ['one']],
    ],
  },
  {
    title: '@override keeps the old demand',
    subgraphs: OVERRIDE,
    questions: [
      [{ query: '{ t { f } }' }, { t: { f: null } }, ['FORBIDDEN t.f'], ['two']],
      [{ query: '{ t { f } }', scopes: ['old'] }, { t: { f: 3 } }, [], ['two']],
    ],
  },
  ...[INTERFACE_OBJECT, DIRECT_INTERFACE_OBJECT].map((subgraphs, index) => ({
    title: `@interfaceObject protects its field on every implementor${index === 1 ? ', where composition does not' : ''}`,
    subgraphs,
    questions: [
      [{ query: '{ i { f g } }' }, { i: { f: null, g: 2 } }, ['FORBIDDEN i.f'], ['one', 'two']],
      [{ query: '{ a { f g } }' }, { a: { f: null, g: 2 } }, ['FORBIDDEN a.f'], ['one', 'two']],
      [{ query: '{ i { ... on A { f } } }' }, { i: { f: null } }, ['FORBIDDEN i.f'], ['one']],
      [
        { query: '{ i { f __typename } a { f } }', scopes: ['f'] },
        { i: { f: 1, __typename: 'A' }, a: { f: 1 } },
        [],
        ['one', 'two', 'two'],
      ],
    ] satisfies Case['questions'],
  })),
  {
    title: '@requires of an @interfaceObject, which composition lets pass, binds the implementors that it reaches',
    subgraphs: INTERFACE_OBJECT_REQUIRES,
    questions: [
      [{ query: '{ a { f } b { f } }' }, { a: { f: 40 }, b: { f: null } }, ['FORBIDDEN b.f'], ['one', 'two']],
      [{ query: '{ i { f } }' }, { i: { f: null } }, ['FORBIDDEN i.f'], ['one']],
      [{ query: '{ i { f } b { f } }', scopes: ['s'] }, { i: { f: 40 }, b: { f: 50 } }, [], ['one', 'two', 'two']],
    ],
  },
  {
    title: 'an implementor that clients cannot see demands nothing of them and never turns up',
    subgraphs: INACCESSIBLE,
    questions: [
      [{ query: '{ i { f } }' }, { i: [{ f: 1 }, null] }, ['DEPARTMENT_DATA_INVALID i.1'], ['one']],
      [{ query: '{ i { __typename } }' }, { i: [{ __typename: 'A' }, null] }, ['DEPARTMENT_DATA_INVALID i.1'], ['one']],
    ],
  },
  {
    title: 'an interface whose own demand composition let pass, and whose implementor’s it did not join',
    subgraphs: DIRECT_INTERFACE,
    questions: [
      [
        { query: '{ i { f } a { f } }', scopes: ['b'] },
        { i: { f: null }, a: { f: null } },
        ['FORBIDDEN a.f', 'FORBIDDEN i.f'],
        ['one'],
      ],
      [{ query: '{ i { ... on A { f } } }', scopes: ['b'] }, { i: { f: null } }, ['FORBIDDEN i.f'], ['one']],
      [{ query: '{ i { g } a { g } }' }, { i: { g: null }, a: { g: 2 } }, ['FORBIDDEN i.g'], ['one']],
      [{ query: '{ u { ... on I { g } } }' }, { u: { g: 2 } }, [], ['one']],
      [{ query: '{ u { ... on I { f } } }' }, { u: { f: null } }, ['FORBIDDEN u.f'], ['one']],
      [{ query: '{ i { f g } a { f } }', scopes: ['b', 'f'] }, { i: { f: 1, g: 2 }, a: { f: 1 } }, [], ['one']],
    ],
  },
];

describe.each(CASES)('$title', ({ subgraphs, questions }) => {
  it.each(questions)('%j', async (question, data, errors, asked) => {
    const { ask } = await graph(subgraphs);
    const answer = await ask(question);
    expect(answer).toMatchObject({ data, errors, asked });
  });
});

describe('an interface type that is protected itself', () => {
  const subgraphs = {
    one: {
      sdl: `${DIRECT} type Query { i: I u: U a: A } union U = A | X type X { z: Int } interface I ${needs('I')} { g: Int } type A implements I { g: Int }`,
      root: { i: { __typename: 'A', g: 2 }, u: { __typename: 'A', g: 2 }, a: { g: 2 } },
    },
  };
  it('is refused where it is returned and where it is selected on, and leaves its implementor alone', async () => {
    const { ask } = await graph(subgraphs);
    expect(await ask('{ i { ... on A { g } } }')).toMatchObject({ data: { i: null }, asked: [] });
    expect(await ask('{ u { ... on I { g } } }')).toMatchObject({
      data: { u: { g: null } },
      errors: ['FORBIDDEN u.g'],
    });
    expect(await ask('{ a { g } u { ... on A { g } } }')).toMatchObject({
      data: { a: { g: 2 }, u: { g: 2 } },
      errors: [],
    });
    expect(await ask({ query: '{ i { g } u { ... on I { g } } }', scopes: ['I'] })).toMatchObject({
      data: { i: { g: 2 }, u: { g: 2 } },
    });
  });
});

describe('what composition 2.14 refuses by itself', () => {
  it.each([
    ['an interface', `type Query { i: I } interface I ${needs('x')} { f: Int } type A implements I { f: Int }`],
    [
      'a field of an interface',
      `type Query { i: I } interface I { f: Int ${needs('x')} } type A implements I { f: Int }`,
    ],
    ['a union', `type Query { u: U } union U ${needs('x')} = A type A { f: Int }`],
    ['an input object', `type Query { f(i: In): Int } input In ${needs('x')} { f: Int }`],
    ['null', 'type Query { f: Int @requiresScopes(scopes: [[null]]) }'],
  ])('%s', (_title, sdl) => {
    expect(() => compose({ one: sdl })).toThrow();
  });

  it('@requires on a field that demands more', () => {
    const one = `type Query { t: T } ${entity} p: Int ${needs('p')} }`;
    expect(() => compose({ one, two: `${entity} p: Int @external s: Int @requires(fields: "p") }` })).toThrow(
      'auth requirements',
    );
  });
});
