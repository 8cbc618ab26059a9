import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Graph, graph, type Question } from '#gateway/authorization/testing/graph.ts';

const SDL = `
  type Query { x: Int }
  type Mutation { open: Int secret: Int @authenticated made: Made madeSecret: Secret any: Any must: Int! }
  type Made { open: Int secret: Int @authenticated } type Secret @authenticated { open: Int }
  union Any = Made | Secret`;

let asked: Graph;
let ran: string[];
beforeAll(async () => {
  const run = (name: string, value: unknown) => () => {
    ran.push(name);
    return value;
  };
  const root = {
    open: run('open', 1),
    secret: run('secret', 2),
    must: run('must', 3),
    made: run('made', { open: 1, secret: 2 }),
    madeSecret: run('madeSecret', { open: 1 }),
    any: run('any', { __typename: 'Secret', open: 1 }),
  };
  asked = await graph({ one: { sdl: SDL, root } });
});

describe('a mutation runs whole or not at all', () => {
  const cases: [title: string, question: string | Question, data: unknown, errors: string[], ran: string[]][] = [
    ['permitted', 'mutation { open made { open } }', { open: 1, made: { open: 1 } }, [], ['open', 'made']],
    [
      'one root field refused',
      'mutation { open secret }',
      { open: null, secret: null },
      ['FORBIDDEN open', 'FORBIDDEN secret'],
      [],
    ],
    [
      'a field of the result refused',
      'mutation { open made { secret } }',
      { open: null, made: null },
      ['FORBIDDEN made', 'FORBIDDEN open'],
      [],
    ],
    [
      'the type of the result refused',
      'mutation { madeSecret { open } }',
      { madeSecret: null },
      ['FORBIDDEN madeSecret'],
      [],
    ],
    ['with a root field that must not be null', 'mutation { must secret }', null, ['FORBIDDEN must'], []],
    [
      'refused in a fragment',
      'mutation { ...F open } fragment F on Mutation { s: secret }',
      { s: null, open: null },
      ['FORBIDDEN open', 'FORBIDDEN s'],
      [],
    ],
    ['refused but skipped', 'mutation { open secret @skip(if: true) }', { open: 1 }, [], ['open']],
    ['everything skipped', 'mutation { secret @skip(if: true) }', {}, [], []],
    [
      'permitted to who is logged in',
      { query: 'mutation { open secret made { secret } }', authenticated: true },
      { open: 1, secret: 2, made: { secret: 2 } },
      [],
      ['open', 'secret', 'made'],
    ],
    [
      'a result that turns out to be refused',
      'mutation { any { ... on Made { open } } }',
      { any: null },
      ['FORBIDDEN any'],
      ['any'],
    ],
  ];
  it.each(cases)('%s', async (_title, question, data, errors, expected) => {
    ran = [];
    expect(await asked.ask(question)).toMatchObject({ data, errors });
    expect(ran).toEqual(expected);
  });

  it('says where it was refused', async () => {
    const { authorized } = await asked.ask('mutation { open made { x: secret } }');
    expect(authorized).toMatchObject({ runnable: false, allDenied: false, denied: ['Made.secret'] });
    expect(authorized.errors.map(({ path }) => path)).toEqual([['made', 'x']]);
  });
});
