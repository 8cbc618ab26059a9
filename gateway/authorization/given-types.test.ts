import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Graph, graph, type Question } from '#gateway/authorization/testing/graph.ts';

const SDL = `
  enum Level @requiresScopes(scopes: "level") { LOW HIGH } scalar Code @policy(policies: "code")
  input Filter { level: Level codes: [Code!] inner: Filter name: String defaulted: Level = LOW }
  type Query { list(level: Level, code: Code, filter: Filter, filters: [Filter], defaulted: Level = LOW, name: String): Int open: Int }
  type Mutation { set(level: Level): Int }`;

let asked: Graph;
beforeAll(async () => {
  asked = await graph({ one: { sdl: SDL, root: { list: 1, open: 2, set: 3 } } });
});

const given = (query: string, variables: unknown = {}): Question => ({
  query,
  variables: variables as Record<string, unknown>,
});

describe('a value of a protected type needs the right to that type', () => {
  const refused: [title: string, question: Question][] = [
    ['an enum', given('{ list(level: LOW) }')],
    ['a scalar', given('{ list(code: {a: 1}) }')],
    ['in an input object', given('{ list(filter: {name: "x", level: LOW}) }')],
    ['deep in an input object', given('{ list(filter: {inner: {inner: {codes: ["c"]}}}) }')],
    ['one item instead of a list', given('{ list(filters: {codes: "c"}) }')],
    ['a variable', given('query($l: Level!) { list(level: $l) }', { l: 'LOW' })],
    ['a variable within a literal', given('query($l: Level) { list(filter: {level: $l}) }', { l: 'LOW' })],
    [
      'a variable of an input object',
      given('query($f: [Filter]) { list(filters: $f) }', { f: [{ name: 'x' }, { inner: { level: 'LOW' } }] }),
    ],
    [
      'one item instead of a list in a variable',
      given('query($f: [Filter]) { list(filters: $f) }', { f: { codes: 'c' } }),
    ],
    ['the default of a variable', given('query($l: Level = LOW) { list(level: $l) }')],
    [
      'a variable as two types',
      given('query($l: Level!) { open list(filter: {level: $l}) x: list(level: $l) }', { l: 'LOW' }),
    ],
    [
      'the default of a variable called like something inherited',
      given('query($constructor: Level = LOW) { list(level: $constructor) }'),
    ],
  ];
  it.each(refused)('refused: %s', async (_title, question) => {
    const { errors, authorized } = await asked.ask(question);
    expect(errors).toContain('FORBIDDEN list');
    expect(authorized.denied).toEqual(['Query.list']);
    const holder = { ...question, scopes: ['level'], policies: ['code'] };
    expect(await asked.ask(holder)).toMatchObject({ errors: [], data: { list: 1 } });
  });

  const permitted: [title: string, question: Question][] = [
    ['nothing', given('{ list }')],
    ['null', given('{ list(level: null, filter: {level: null}) }')],
    ['an empty list', given('{ list(filters: [], filter: {codes: []}) }')],
    ['other values', given('{ list(name: "LOW", filter: {name: "x"}) }')],
    ['a variable left out', given('query($l: Level) { list(level: $l) }')],
    [
      'a variable that is null, though it has a default',
      given('query($l: Level = LOW) { list(level: $l) }', { l: null }),
    ],
    [
      'a variable that only a skipped field uses',
      given('query($l: Level!) { list x: list(level: $l) @skip(if: true) }', { l: 'LOW' }),
    ],
    ['defaults of the schema', given('query($f: Filter) { list(filter: $f) }', { f: {} })],
  ];
  it.each(permitted)('permitted: %s', async (_title, question) => {
    expect(await asked.ask(question)).toMatchObject({ errors: [], data: { list: 1 } });
  });

  it('before a mutation runs', async () => {
    expect(await asked.ask('mutation { set(level: LOW) }')).toMatchObject({ data: { set: null }, asked: [] });
  });

  it('reports the policy that permits it', async () => {
    const { authorized } = await asked.ask({ query: '{ list(code: 1) }', policies: ['code'] });
    expect([...authorized.policies]).toEqual(['code']);
  });
});
