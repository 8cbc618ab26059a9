import { ApolloGateway } from '@apollo/gateway';
import { describe, expect, it } from '@jest/globals';
import { NOTHING } from '#gateway/authorization/requirement.ts';
import { readSupergraph } from '#gateway/authorization/supergraph.ts';
import { SupergraphRefused } from '#gateway/authorization/supergraph-refused.ts';
import { compose, federation } from '#gateway/authorization/testing/graph.ts';

const LINK = '@link(url: "https://specs.apollo.dev/link/v1.0")';
const JOIN = '@link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)';
const AUTHENTICATED = '@link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)';
const SCOPES = '@link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)';

/** A supergraph as far as authorization reads it. */
const supergraph = (links: string, rest = 'type Query { x: Int }') =>
  `schema ${LINK} ${JOIN} ${links} { query: Query }\n${rest}`;
const scoped = (value: string) => supergraph(SCOPES, `type Query { x: Int @requiresScopes(scopes: ${value}) }`);

describe('what a supergraph calls the directives', () => {
  const cases: [title: string, sdl: string, needs: Record<string, string>][] = [
    [
      'by their own names',
      `${federation()} type Query { a: Int @authenticated s: Int @requiresScopes(scopes: "S") p: Int @policy(policies: "P") o: Int }`,
      { a: 'authenticated', s: 'scopes S', p: 'policies P', o: '' },
    ],
    [
      'renamed',
      `${federation('{name: "@authenticated", as: "@loggedIn"}, {name: "@requiresScopes", as: "@scopes"}, {name: "@policy", as: "@rule"}')}
       type Query { a: Int @loggedIn s: Int @scopes(scopes: "S") p: Int @rule(policies: "P") }`,
      { a: 'authenticated', s: 'scopes S', p: 'policies P' },
    ],
    [
      'in a namespace of their own',
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", as: "fed")
       type Query { a: Int @fed__authenticated s: Int @fed__requiresScopes(scopes: "S") p: Int @fed__policy(policies: "P") }`,
      { a: 'authenticated', s: 'scopes S', p: 'policies P' },
    ],
    [
      'under the default namespace, nothing imported',
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")
       type Query { a: Int @federation__authenticated p: Int @federation__policy(policies: "P") }`,
      { a: 'authenticated', p: 'policies P' },
    ],
    [
      'with two names exchanged',
      `${federation('{name: "@authenticated", as: "@policy"}, {name: "@policy", as: "@authenticated"}')}
       type Query { a: Int @policy p: Int @authenticated(policies: "P") }`,
      { a: 'authenticated', p: 'policies P' },
    ],
    [
      'with three names in a ring',
      `${federation('{name: "@authenticated", as: "@policy"}, {name: "@policy", as: "@requiresScopes"}, {name: "@requiresScopes", as: "@authenticated"}')}
       type Query { a: Int @policy p: Int @requiresScopes(policies: "P") s: Int @authenticated(scopes: "S") }`,
      { a: 'authenticated', p: 'policies P', s: 'scopes S' },
    ],
    [
      'beside a team’s own directive of that name',
      `${federation('{name: "@authenticated", as: "@auth"}')}
       @link(url: "https://example.com/own/v1.0", import: ["@authenticated"]) @composeDirective(name: "@authenticated")
       directive @authenticated(by: String) on FIELD_DEFINITION
       type Query { a: Int @auth o: Int @authenticated(by: "me") }`,
      { a: 'authenticated', o: '' },
    ],
    [
      'with only a team’s own directive of that name',
      `${federation('"@tag"')} @link(url: "https://example.com/own/v1.0", import: ["@policy"]) @composeDirective(name: "@policy")
       directive @policy(of: String) on FIELD_DEFINITION
       type Query { o: Int @policy(of: "mine") }`,
      { o: '' },
    ],
    [
      'linked by the subgraph itself',
      `${federation('"@tag"')} @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY, import: [{name: "@requiresScopes", as: "@s"}])
       type Query { s: Int @s(scopes: "S") }`,
      { s: 'scopes S' },
    ],
  ];

  it.each(cases)('%s', async (_title, sdl, needs) => {
    const composed = compose({ one: sdl });
    const read = readSupergraph(composed);
    const names = Object.keys(needs);
    expect(Object.fromEntries(names.map((name) => [name, describeRequirement(read.ofField('Query', name))]))).toEqual(
      needs,
    );
    expect(read.isAnythingProtected).toBe(Object.values(needs).some((need) => need !== ''));
    await expectToLoad(read.plannerSdl);
  });

  it.each([
    ['as, with the main directive', 'as: "sec"', '@sec(scopes: "S")'],
    ['as, with the name in full', 'as: "sec"', '@sec__requiresScopes(scopes: "S")'],
    ['no as, with the name in full', '', '@requiresScopes__requiresScopes(scopes: "S")'],
    ['as, and an import', 'as: "sec", import: [{name: "@requiresScopes", as: "@s"}]', '@s(scopes: "S")'],
    ['an import that is no list', 'import: {name: "@requiresScopes", as: "@s"}', '@s(scopes: "S")'],
    ['imports of the scalar too', 'import: ["Scope", "@requiresScopes"]', '@requiresScopes(scopes: "S")'],
  ])('in a supergraph written by hand: %s', (_title, how, directive) => {
    const sdl = supergraph(
      `@link(url: "https://specs.apollo.dev/requiresScopes/v0.1", ${how} for: SECURITY)`,
      `type Query { x: Int ${directive} }`,
    );
    expect(describeRequirement(readSupergraph(sdl).ofField('Query', 'x'))).toBe('scopes S');
  });

  it('finds links on an extension of the schema, under another name of the link directive', () => {
    const sdl = `schema { query: Query }
      extend schema @uses(url: "https://specs.apollo.dev/link/v1.0", as: "uses") @uses(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
      extend schema @uses(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
      type Query { x: Int y: Int } extend type Query @authenticated`;
    expect(describeRequirement(readSupergraph(sdl).ofField('Query', 'x'))).toBe('authenticated');
  });
});

describe('arguments are coerced as GraphQL does', () => {
  it.each([
    ['"x"', [['x']]],
    ['["x"]', [['x']]],
    ['["x", "y"]', [['x'], ['y']]],
    ['[["x", "y"]]', [['x', 'y']]],
    ['[["x", "y"], "z"]', [['x', 'y'], ['z']]],
    ['"""x"""', [['x']]],
    ['[["__proto__"], ["constructor"]]', [['__proto__'], ['constructor']]],
    ['[["b", "a", "b"], ["a", "b"]]', [['a', 'b']]],
  ])('%s', (value, anyOf) => {
    expect(
      readSupergraph(scoped(value))
        .ofField('Query', 'x')
        ?.scopes.map((clause) => clause.anyOf),
    ).toEqual([anyOf]);
  });
});

describe('a supergraph that cannot be enforced is refused', () => {
  it.each([
    ['an empty list', scoped('[]')],
    ['an empty set', scoped('[[]]')],
    ['an empty set among others', scoped('[["a"], []]')],
    ['an empty name', scoped('""')],
    ['a number', scoped('[[1]]')],
    ['null', scoped('null')],
    ['null as a name', scoped('[[null]]')],
    ['an object', scoped('{a: 1}')],
    ['lists three deep', scoped('[[["x"]]]')],
    ['no argument', supergraph(SCOPES, 'type Query { x: Int @requiresScopes }')],
    ['another argument', supergraph(SCOPES, 'type Query { x: Int @requiresScopes(policies: "x") }')],
    ['one argument more', supergraph(SCOPES, 'type Query { x: Int @requiresScopes(scopes: "x", unless: "y") }')],
    ['an argument where there is none', supergraph(AUTHENTICATED, 'type Query { x: Int @authenticated(when: "x") }')],
    ['an unknown version', supergraph('@link(url: "https://specs.apollo.dev/policy/v0.2", for: SECURITY)')],
    ['an unknown version that is not marked', supergraph('@link(url: "https://specs.apollo.dev/policy/v1.0")')],
    ['no version', supergraph('@link(url: "https://specs.apollo.dev/policy")')],
    ['a slash too many', supergraph('@link(url: "https://specs.apollo.dev/policy/v0.1/")')],
    ['an unknown feature for security', supergraph('@link(url: "https://example.com/clearance/v1.0", for: SECURITY)')],
    [
      'an unknown version of an enforced one',
      supergraph('@link(url: "https://specs.apollo.dev/inaccessible/v0.3", for: SECURITY)'),
    ],
    ['contexts', supergraph('@link(url: "https://specs.apollo.dev/context/v0.1", for: SECURITY)')],
    [
      'one feature linked twice',
      supergraph(`${AUTHENTICATED} @link(url: "https://specs.apollo.dev/authenticated/v0.1", as: "other")`),
    ],
    [
      'one name for two features',
      supergraph(`${AUTHENTICATED} @link(url: "https://example.com/own/v1.0", import: ["@authenticated"])`),
    ],
    [
      'an import of something unknown',
      supergraph('@link(url: "https://specs.apollo.dev/policy/v0.1", import: ["@policies"])'),
    ],
    [
      'an import that cannot be read',
      supergraph('@link(url: "https://specs.apollo.dev/policy/v0.1", import: [{as: "@p"}])'),
    ],
    ['a name that is not linked', supergraph('', 'type Query { x: Int @authenticated }')],
    ['an input field', supergraph(AUTHENTICATED, 'type Query { x(i: I): Int } input I { y: Int @authenticated }')],
    ['an argument', supergraph(AUTHENTICATED, 'type Query { x(i: Int @authenticated): Int }')],
    ['a value of an enum', supergraph(AUTHENTICATED, 'type Query { x: E } enum E { A @authenticated }')],
    ['a subgraph', `${federation()} type Query { x: Int @authenticated }`],
    ['a plain schema', 'type Query { x: Int }'],
    ['no GraphQL', 'type Query {'],
    ['an unknown type', supergraph('', 'type Query { x: Unknown }')],
    [
      '@requires that cannot be followed',
      supergraph('', 'type Query { x: Int @join__field(graph: A, requires: "y") }'),
    ],
    [
      '@requires that goes in circles',
      supergraph(
        '',
        'type Query { x: Int @join__field(graph: A, requires: "y") y: Int @join__field(graph: B, requires: "x") }',
      ),
    ],
  ])('%s', (_title, sdl) => {
    expect(() => readSupergraph(sdl)).toThrow(SupergraphRefused);
    expect(() => readSupergraph(sdl)).toThrow(/\p{Script=Han}.* \/ .*[a-z]/su);
  });

  it('names the place', () => {
    expect(() => readSupergraph(scoped('[]'))).toThrow('Query.x');
  });
});

describe('what composition 2.14 writes', () => {
  it('joins what two subgraphs demand of one field: both', () => {
    const read = readSupergraph(
      compose({
        one: 'type Query { x: Int @shareable @requiresScopes(scopes: [["a"], ["b"]]) @authenticated }',
        two: 'type Query { x: Int @shareable @requiresScopes(scopes: [["c"]]) @policy(policies: "P") }',
      }),
    );
    expect(read.ofField('Query', 'x')).toMatchObject({
      authenticated: true,
      scopes: [
        {
          anyOf: [
            ['a', 'c'],
            ['b', 'c'],
          ],
        },
      ],
      policies: [{ anyOf: [['P']] }],
    });
  });

  it('lets a demand pass an empty list of another subgraph', () => {
    const read = readSupergraph(
      compose({
        one: 'type Query { x: Int @shareable @requiresScopes(scopes: []) }',
        two: 'type Query { x: Int @shareable @requiresScopes(scopes: [["c"]]) }',
      }),
    );
    expect(describeRequirement(read.ofField('Query', 'x'))).toBe('scopes c');
  });

  it('protects nothing where no subgraph does', () => {
    const read = readSupergraph(compose({ one: 'type Query { x: Int }' }));
    expect(read.isAnythingProtected).toBe(false);
    expect(read.ofField('Query', 'x')).toEqual(NOTHING);
    expect(read.ofField('Query', 'y')).toBeUndefined();
    expect(read.ofField('constructor', 'toString')).toBeUndefined();
  });

  it('links contexts for security, which the stock executor does not pass on: refused', () => {
    const link = federation('"@context", "@fromContext"');
    const sdl = compose({
      one: `${link} type Query { t: T } type T @key(fields: "id") @context(name: "c") { id: ID! s: Int u: U }
        type U @key(fields: "id") { id: ID! f(s: Int @fromContext(field: "$c { s }")): Int }`,
      two: 'type Query { x: Int }',
    });
    expect(() => readSupergraph(sdl)).toThrow('https://specs.apollo.dev/context/v0.1');
  });

  it('is refused by the stock gateway with the directives, and loaded without them', async () => {
    const sdl = compose({
      one: 'type Query { x: S @policy(policies: "P") @authenticated } scalar S @requiresScopes(scopes: "s")',
    });
    await expect(load(sdl)).rejects.toThrow('one or more checks failed');
    await expectToLoad(readSupergraph(sdl).plannerSdl);
  });
});

function describeRequirement(requirement: ReturnType<ReturnType<typeof readSupergraph>['ofField']>): string {
  const { authenticated, scopes, policies } = requirement ?? NOTHING;
  const clauses = (name: string, given: typeof scopes) =>
    given.map(({ anyOf }) => `${name} ${anyOf.map((set) => set.join('+')).join('|')}`);
  return [
    ...(authenticated ? ['authenticated'] : []),
    ...clauses('scopes', scopes),
    ...clauses('policies', policies),
  ].join(', ');
}

async function expectToLoad(plannerSdl: string): Promise<void> {
  expect(plannerSdl).not.toContain('specs.apollo.dev/authenticated');
  expect(plannerSdl).not.toContain('specs.apollo.dev/requiresScopes');
  expect(plannerSdl).not.toContain('specs.apollo.dev/policy');
  const { schema } = await load(plannerSdl);
  const introduced = Object.keys(schema.getTypeMap()).filter((name) => /Scope|Policy/.test(name));
  expect(introduced).toEqual([]);
}

async function load(supergraphSdl: string) {
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  const gateway = new ApolloGateway({ supergraphSdl, logger, buildService: () => ({ process: async () => ({}) }) });
  return gateway.load();
}
