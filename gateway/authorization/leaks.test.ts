import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { execute, type GraphQLCompositeType, type GraphQLFieldResolver, isUnionType, parse } from 'graphql';
import { federation, type Graph, graph, plain, type Subgraph } from '#gateway/authorization/testing/graph.ts';
import { questionOf } from '#gateway/authorization/testing/questions.ts';
import { referenceAnswer } from '#gateway/authorization/testing/reference.ts';

/**
 * What is demanded where. Every leaf's value is its own coordinate, so that an answer itself tells what it shows, and what it may
 * show is decided here anew, without any code of this folder.
 */
const DEMANDS: Record<string, string> = {
  'Query.secret': 's',
  'Query.locked': 'l',
  Locked: 'k',
  'Plain.secret': 's',
  'Plain.code': 'c',
  'Locked.inner': 'i',
  B: 'b',
  'A.vital': 's',
  'Node.extra': 'e',
  'A.extra': 'e',
  'B.extra': 'e',
  'C.extra': 'e',
  'C.own': 'o',
};
const SCOPES = [...new Set(Object.values(DEMANDS))];
const needs = (coordinate: string) => `@requiresScopes(scopes: [["${DEMANDS[coordinate]}"]])`;

const value: GraphQLFieldResolver<unknown, unknown> = (_source, _args, _context, { parentType, fieldName }) =>
  `${parentType.name}.${fieldName}`;
const object = () => ({ id: '1' });
const some = (typename: string) => () => ({ __typename: typename, id: '1' });
const leaves = (...names: string[]) => Object.fromEntries(names.map((name) => [name, value]));

const SUBGRAPHS: Record<string, Subgraph> = {
  one: {
    sdl: `
      type Query { open: String secret: String ${needs('Query.secret')} plain: Plain! locked: Locked ${needs('Query.locked')} node: Node nodes: [Node!] any: [Any] only: Any c: C }
      type Plain { open: String secret: String ${needs('Plain.secret')} must: String! code: Code node: Node locked: [Locked] plain: Plain! }
      type Locked ${needs('Locked')} { open: String inner: String! ${needs('Locked.inner')} }
      scalar Code @requiresScopes(scopes: "c")
      interface Node @key(fields: "id") { id: ID! open: String }
      type A implements Node @key(fields: "id") { id: ID! open: String vital: String! ${needs('A.vital')} plain: Plain! }
      type B implements Node @key(fields: "id") ${needs('B')} { id: ID! open: String }
      type C implements Node @key(fields: "id") { id: ID! open: String own: String ${needs('C.own')} }
      union Any = A | B | Plain`,
    resolvers: {
      Query: {
        ...leaves('open', 'secret'),
        plain: object,
        locked: object,
        node: some('A'),
        nodes: () => ['A', 'B', 'C'].map((name) => some(name)()),
        any: () => ['Plain', 'B', 'A'].map((name) => some(name)()),
        only: some('B'),
        c: object,
      },
      Plain: { ...leaves('open', 'secret', 'must', 'code'), node: some('C'), locked: () => [object()], plain: object },
      Locked: leaves('open', 'inner'),
      A: { ...leaves('open', 'vital'), plain: object },
      B: leaves('open'),
      C: leaves('open', 'own'),
    },
  },
  two: {
    sdl: `type Node @interfaceObject @key(fields: "id") { id: ID! extra: String ${needs('A.extra')} free: String }`,
    // It knows only Node, so it cannot say whose field it gives.
    resolvers: { Node: { __resolveReference: (key: object) => key, ...leaves('free'), extra: () => 'Node.extra' } },
  },
};

function* stringsIn(node: unknown): Iterable<string> {
  if (typeof node === 'string') yield node;
  else if (typeof node === 'object' && node !== null) for (const each of Object.values(node)) yield* stringsIn(each);
}

/** What the type of a field demands besides. */
const RETURNS: Record<string, string> = { 'Query.locked': 'k', 'Plain.locked': 'k', 'Plain.code': 'c' };
/** The same where composition has joined what B demands into Node. */
const JOINED: Record<string, string> = { ...RETURNS, 'Query.node': 'b', 'Query.nodes': 'b', 'Plain.node': 'b' };

const DIRECT = `${federation('"@tag"')} @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)\n`;
const direct = Object.fromEntries(
  Object.entries(SUBGRAPHS).map(([name, each]) => [name, { ...each, sdl: DIRECT + each.sdl }]),
);

/** Numbers that make a question’s choices, and rights. */
const arbitrary = fc.tuple(fc.array(fc.nat(1000), { minLength: 20, maxLength: 60 }), fc.subarray(SCOPES));
const typename = () => '__typename';
const open = (type: GraphQLCompositeType) => (isUnionType(type) ? '... on Plain { open }' : 'open');

describe.each([
  ['joins requirements into interfaces', SUBGRAPHS, JOINED],
  ['lets them be, as the subgraphs link the feature themselves', direct, RETURNS],
])('random questions with random rights, where composition %s', (_title, subgraphs, returns) => {
  let asked: Graph;
  beforeAll(async () => {
    asked = await graph(subgraphs);
  });
  const permits = (scopes: readonly string[], coordinate: string) => {
    const [type = ''] = coordinate.split('.');
    return [DEMANDS[type], DEMANDS[coordinate], returns[coordinate]].every(
      (scope) => scope === undefined || scopes.includes(scope),
    );
  };

  it('show and fetch what is permitted, refuse what is not', async () => {
    let shown = 0;
    let refused = 0;
    const run = async ([choices, scopes]: [number[], string[]]) => {
      const query = questionOf(asked.apiSchema, choices, typename);
      const { data, errors, fetched, authorized } = await asked.ask({ query, scopes });
      const coordinates = [...stringsIn(data), ...[...stringsIn(fetched)].filter((text) => text.includes('.'))];
      const wrong = [...coordinates, ...authorized.selected].filter((coordinate) => !permits(scopes, coordinate));
      const wronged = authorized.denied.filter((coordinate) => permits(scopes, coordinate));
      const failed = errors.filter((error) => !error.startsWith('FORBIDDEN '));
      expect({ query, wrong, wronged, failed }).toEqual({ query, wrong: [], wronged: [], failed: [] });
      shown += coordinates.length;
      refused += authorized.denied.length;
    };
    await fc.assert(fc.asyncProperty(arbitrary, run), { seed: 20250101, numRuns: 150 });
    expect(shown).toBeGreaterThan(1000);
    expect(refused).toBeGreaterThan(200);
  });

  it('are answered as the rule says, word for word', async () => {
    const run = async ([choices, scopes]: [number[], string[]]) => {
      const query = questionOf(asked.apiSchema, choices, open);
      const { data, errors } = await asked.ask({ query, scopes });
      const expected = await referenceAnswer(query, {
        schema: asked.apiSchema,
        resolve: whole,
        permits: (each) => permits(scopes, each),
      });
      const places = (expected.errors ?? []).map(({ path = [] }) => `FORBIDDEN ${path.join('.')}`).sort();
      expect({ query, data, errors }).toEqual({ query, data: plain(expected.data), errors: places });
    };
    await fc.assert(fc.asyncProperty(arbitrary, run), { seed: 20250102, numRuns: 150 });
  });

  it('are answered in full to who holds every right', async () => {
    const run = async ([choices]: [number[], string[]]) => {
      const query = questionOf(asked.apiSchema, choices, typename);
      const { data, errors } = await asked.ask({ query, scopes: SCOPES });
      const expected = await execute({ schema: asked.apiSchema, document: parse(query), fieldResolver: whole });
      expect({ query, data, errors }).toEqual({ query, data: plain(expected.data), errors: [] });
    };
    await fc.assert(fc.asyncProperty(arbitrary, run), { seed: 20250103, numRuns: 100 });
  });
});

/** Resolves as one subgraph would that has the fields of both. */
const whole: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  if (info.fieldName === 'id') return '1';
  const resolvers = SUBGRAPHS.one?.resolvers?.[info.parentType.name] as Record<string, typeof whole> | undefined;
  return resolvers?.[info.fieldName]?.(source, args, context, info) ?? `Node.${info.fieldName}`;
};
