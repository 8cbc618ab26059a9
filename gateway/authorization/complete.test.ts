import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { authorize } from '#gateway/authorization/authorize.ts';
import { complete } from '#gateway/authorization/complete.ts';
import { readSupergraph } from '#gateway/authorization/supergraph.ts';
import { errorsOf, graph, plain, rightsOf } from '#gateway/authorization/testing/graph.ts';

const TYPES = `
  type Query { a: A must: A! list: [A] strict: [A!] stricter: [A!]! lists: [[A!]] u: U us: [U!] any: [[I]] open: Int secret: Int S }
  type A { open: Int must: Int! secret: Int S mustSecret: Int! S a: A b: A! }
  interface I { open: Int } type X implements I { open: Int } type Y implements I S2 { open: Int }
  union U = A | Z type Z S { z: Int }`;
const PROTECTED = TYPES.replaceAll('S2', '@requiresScopes(scopes: "y")')
  .replaceAll(' S }', ' @authenticated }')
  .replaceAll(' S ', ' @authenticated ');
const SUPERGRAPH = `schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
  @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY) @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)
  { query: Query } ${PROTECTED}`;
const supergraph = readSupergraph(SUPERGRAPH);
const apiSchema = buildSchema(TYPES.replaceAll(/ S2?(?= )/g, ''));

/** The answer that an anonymous client gets when the planner found this. */
function completed(
  query: string,
  data: Record<string, unknown> | null,
  errors: object[] = [],
  extensions?: Record<string, unknown>,
) {
  const authorized = authorize({
    supergraph,
    apiSchema,
    document: parse(query),
    operationName: undefined,
    variables: {},
    rights: rightsOf({}),
  });
  const answer = complete({ authorized, apiSchema, data, errors: errors as never, extensions });
  return { data: plain(answer.data), errors: errorsOf(answer) };
}

describe('null goes as far up as it must', () => {
  const a = { open: 1 };
  const cases: [query: string, data: Record<string, unknown>, answer: unknown, errors: string[]][] = [
    ['{ a { open secret } }', { a }, { a: { open: 1, secret: null } }, ['FORBIDDEN a.secret']],
    ['{ a { open mustSecret } }', { a }, { a: null }, ['FORBIDDEN a.mustSecret']],
    [
      '{ a { a { mustSecret } open } }',
      { a: { open: 1, a: {} } },
      { a: { a: null, open: 1 } },
      ['FORBIDDEN a.a.mustSecret'],
    ],
    [
      '{ a { b { mustSecret } open } open }',
      { a: { open: 1, b: {} }, open: 2 },
      { a: null, open: 2 },
      ['FORBIDDEN a.b.mustSecret'],
    ],
    ['{ must { mustSecret } }', { must: {} }, null, ['FORBIDDEN must.mustSecret']],
    [
      '{ list { mustSecret } }',
      { list: [{}, null, {}] },
      { list: [null, null, null] },
      ['FORBIDDEN list.0.mustSecret', 'FORBIDDEN list.2.mustSecret'],
    ],
    [
      '{ list { secret open } }',
      { list: [a, null] },
      { list: [{ secret: null, open: 1 }, null] },
      ['FORBIDDEN list.0.secret'],
    ],
    ['{ list { secret } }', { list: [] }, { list: [] }, []],
    ['{ list { secret } }', { list: null }, { list: null }, []],
    [
      '{ strict { mustSecret } open }',
      { strict: [{}], open: 1 },
      { strict: null, open: 1 },
      ['FORBIDDEN strict.0.mustSecret'],
    ],
    ['{ stricter { mustSecret } }', { stricter: [{}] }, null, ['FORBIDDEN stricter.0.mustSecret']],
    [
      '{ lists { mustSecret } }',
      { lists: [[{}], [], null] },
      { lists: [null, [], null] },
      ['FORBIDDEN lists.0.0.mustSecret'],
    ],
    [
      '{ us { ... on A { open } } }',
      { us: [{ typename_: 'A', open: 1 }, { typename_: 'Z' }] },
      { us: null },
      ['FORBIDDEN us.1'],
    ],
    ['{ us { ... on A { open } } }', { us: [{ typename_: 'A', open: 1 }] }, { us: [{ open: 1 }] }, []],
    [
      '{ any { ... on X { open } } }',
      { any: [[{ typename_: 'Y' }, { typename_: 'X', open: 1 }], null] },
      { any: [[null, { open: 1 }], null] },
      ['FORBIDDEN any.0.0'],
    ],
  ];
  it.each(cases)('%s of %j', (query, data, answer, errors) => {
    expect(completed(query, data)).toEqual({ data: answer, errors });
  });
});

it('a list refused item by item does not search the document each time', () => {
  const authorized = authorize({
    supergraph,
    apiSchema,
    document: parse('{ list { secret } }'),
    operationName: undefined,
    variables: {},
    rights: rightsOf({}),
  });
  const { errors = [] } = complete({ authorized, apiSchema, data: { list: [{}, {}] }, errors: [] });
  expect(errors.map(({ path, locations }) => [path, locations])).toEqual([
    [['list', 0, 'secret'], undefined],
    [['list', 1, 'secret'], undefined],
  ]);
});

describe('errors of subgraphs', () => {
  const failed = { message: 'x', path: ['a', 'open'], extensions: { code: 'DEPARTMENT_UNAVAILABLE' } };

  it('come first and keep their place', () => {
    expect(completed('{ a { open secret } }', { a: { open: null } }, [failed])).toEqual({
      data: { a: { open: null, secret: null } },
      errors: ['DEPARTMENT_UNAVAILABLE a.open', 'FORBIDDEN a.secret'],
    });
  });

  it('explain a null below them, above them, or anywhere', () => {
    const at = (path: unknown[] | undefined) =>
      completed('{ a { must secret } }', { a: { must: null } }, [{ ...failed, path }]).errors;
    expect(at(['a', 'must'])).toEqual(['DEPARTMENT_UNAVAILABLE a.must']);
    expect(at(['a', 'must', 'more'])).toEqual(['DEPARTMENT_UNAVAILABLE a.must.more']);
    expect(at(undefined)).toEqual(['DEPARTMENT_UNAVAILABLE ']);
    expect(at(['open'])).toEqual(['DEPARTMENT_DATA_INVALID a.must', 'DEPARTMENT_UNAVAILABLE open']);
  });

  it('leave the refused roots refused when nothing came back', () => {
    expect(completed('{ a { open } secret s: secret }', null, [failed])).toEqual({
      data: null,
      errors: ['DEPARTMENT_UNAVAILABLE a.open', 'FORBIDDEN s', 'FORBIDDEN secret'],
    });
  });
});

describe('null violations', () => {
  it('that the planner found are errors', () => {
    const extensions = {
      valueCompletion: [{ message: 'Cannot return null for non-nullable field A.must.', path: ['a', 'must'] }],
    };
    expect(completed('{ a { must } }', { a: null }, [], extensions)).toEqual({
      data: { a: null },
      errors: ['DEPARTMENT_DATA_INVALID a.must'],
    });
  });

  it('are promoted out of the real planner', async () => {
    const { ask } = await graph({
      one: {
        sdl: 'type Query { t: T open: Int secret: Int @authenticated } type T @key(fields: "id") { id: ID! }',
        root: { t: { id: 1 }, open: 2 },
      },
      two: {
        sdl: 'type T @key(fields: "id") { id: ID! name: String! }',
        resolvers: { T: { __resolveReference: () => null } },
      },
    });
    expect(await ask('{ t { name } open }')).toMatchObject({
      data: { t: null, open: 2 },
      errors: ['DEPARTMENT_DATA_INVALID t.name'],
    });
    expect(await ask('{ t { name } secret }')).toMatchObject({
      data: { t: null, secret: null },
      errors: ['DEPARTMENT_DATA_INVALID t.name', 'FORBIDDEN secret'],
    });
  });
});

describe('what is fetched is read with care', () => {
  it('own properties only', () => {
    expect(completed('{ constructor: a { open } toString: open secret }', {})).toEqual({
      data: { constructor: null, toString: null, secret: null },
      errors: ['FORBIDDEN secret'],
    });
  });

  it('as own properties whatever they are called', () => {
    const data = JSON.parse('{"__proto__": {"constructor": 1, "__proto__": 2}}');
    const { data: answer } = completed('{ __proto__: a { constructor: open __proto__: must secret } }', data);
    expect(JSON.stringify(answer)).toBe('{"__proto__":{"constructor":1,"__proto__":2,"secret":null}}');
  });

  it('leaves values alone', () => {
    expect(completed('{ open secret }', { open: 2 ** 40 }).data).toEqual({ open: 2 ** 40, secret: null });
  });

  it('shows nothing that was not asked for', () => {
    expect(completed('{ a { secret } }', { a: { typename_: 'A', open: 1, secret: 2 }, open: 3 }).data).toEqual({
      a: { secret: null },
    });
  });

  it('an object without a runtime type is no object', () => {
    expect(completed('{ u { ... on A { open } } }', { u: { open: 1 } })).toEqual({
      data: { u: null },
      errors: ['DEPARTMENT_DATA_INVALID u'],
    });
  });
});
