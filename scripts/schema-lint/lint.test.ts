import { composeServices } from '@apollo/composition';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { lintSchemas } from './lint.ts';
import { RULES, type RuleId } from './rules.ts';

const DIRECTIVES =
  '"@key", "@requires", "@provides", "@external", "@shareable", "@override", "@interfaceObject", "@context", "@fromContext", "@composeDirective"';
const PUBLIC = `@link(url: "https://zhengfa.example/specs/public/v0.1", import: ["@public"]) @composeDirective(name: "@public")`;
const federation = (protections = '"@authenticated", "@requiresScopes", "@policy"', version = 'v2.14') =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/${version}", import: [${DIRECTIVES}, ${protections}])\n`;
const PUBLIC_DEFINITION = '"公开 public" directive @public on OBJECT | FIELD_DEFINITION\n';
const READ = '@policy(policies: [["case.read"]])';
const NEEDS = (name: string) => `@requiresScopes(scopes: [["${name}"]])`;
/** A subgraph of ours: federation, and `@public`. */
const ours = (sdl: string) => `${federation()} ${PUBLIC}\n${PUBLIC_DEFINITION}${sdl}`;
/** Links the feature by itself, which composition's rules for interfaces do not see. */
const direct = (sdl: string) =>
  `${federation('"@tag"')} @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)\n${sdl}`;

/** `rule what` of each violation, descriptions left out unless they are the matter. */
function broken(subgraphs: Readonly<Record<string, string>>, isAboutDescriptions = false): string[] {
  const files = Object.entries(subgraphs).map(([name, text]) => ({ path: `schema/${name}.graphql`, text }));
  return lintSchemas(files, { policies: new Set(['case.read', 'ticket.read']) })
    .filter(({ rule }) => (rule === 'no-description') === isAboutDescriptions)
    .map(({ rule, what }) => `${rule} ${what}`);
}

const bad: readonly (readonly [
  rule: RuleId,
  title: string,
  subgraphs: string | Record<string, string>,
  what: string[],
])[] = [
  ['unreadable', 'no GraphQL', 'type Query {', ['Syntax Error: Expected Name, found <EOF>.']],
  ['does-not-compose', 'an unknown type', ours(`type Query { x: Unknown ${READ} }`), ['[one] Unknown type Unknown']],
  [
    'unenforceable',
    'a supergraph with a feature for security that nobody knows',
    `schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
       @link(url: "https://example.com/clearance/v1.0", for: SECURITY) { query: Query } type Query { x: Int }`,
    [
      'The supergraph uses the security feature https://example.com/clearance/v1.0, which this gateway cannot enforce, so it does not start.',
    ],
  ],
  ['no-decision', 'a root field', ours(`type Query { x: Int, y: Int @public }`), ['Query.x']],
  ['no-decision', 'a mutation', ours(`type Query { y: Int @public } type Mutation { x: Int }`), ['Mutation.x']],
  ['no-decision', 'a type behind a protected field', ours(`type Query { t: T ${READ} } type T { x: Int }`), ['T']],
  [
    'no-decision',
    'one field of a type whose others are decided',
    ours(`type Query { t: T ${READ} } type T { x: Int ${READ} y: Int @public z: Int }`),
    ['T.z'],
  ],
  [
    'no-decision',
    'a public directive of somebody else’s',
    `${federation()} @link(url: "https://example.com/public/v0.1", import: ["@public"]) @composeDirective(name: "@public")
       ${PUBLIC_DEFINITION} type Query { x: Int @public }`,
    ['Query.x'],
  ],
  ['public-and-protected', 'a field', ours(`type Query { x: Int @public ${READ} }`), ['Query.x']],
  ['public-and-protected', 'a type', ours(`type Query { t: T } type T @public @authenticated { x: Int }`), ['T']],
  [
    'public-and-protected',
    'a field of two subgraphs',
    {
      one: ours(`type Query { t: T } type T @key(fields: "id") @public { id: ID! }`),
      two: ours(`type T @key(fields: "id") ${READ} { id: ID! f: Int }`),
    },
    ['T'],
  ],
  ['empty-list', 'no scopes', ours(`type Query { x: Int @requiresScopes(scopes: []) }`), ['Query.x @requiresScopes']],
  ['empty-list', 'an empty set', ours(`type Query { x: Int @policy(policies: [[]]) }`), ['Query.x @policy']],
  [
    'empty-list',
    'one set of two',
    ours(`type Query { x: Int @policy(policies: [["case.read"], []]) }`),
    ['Query.x @policy'],
  ],
  ['short-form', 'a name', ours(`type Query { x: Int @requiresScopes(scopes: "a") }`), ['Query.x @requiresScopes']],
  [
    'short-form',
    'a list of names',
    ours(`type Query { x: Int @policy(policies: ["case.read"]) }`),
    ['Query.x @policy'],
  ],
  ['short-form', 'a number', ours(`type Query { x: Int @requiresScopes(scopes: [[1]]) }`), ['Query.x @requiresScopes']],
  [
    'short-form',
    'under another name',
    `${federation('{name: "@policy", as: "@rule"}')} type Query { x: Int @rule(policies: "case.read") }`,
    ['Query.x @rule'],
  ],
  [
    'short-form',
    'in a namespace',
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", as: "fed") type Query { x: Int @fed__policy(policies: "case.read") }`,
    ['Query.x @fed__policy'],
  ],
  [
    'unknown-policy',
    'one of two',
    ours(`type Query { x: Int @policy(policies: [["case.read"], ["case.write"]]) }`),
    ['Query.x @policy case.write'],
  ],
  [
    'second-path',
    'to a type that is public by itself',
    ours(`type Query { t: T ${READ} u: U @public } type U @public { t: T } type T @public { x: Int }`),
    ['Query.t by way of U.t'],
  ],
  [
    'second-path',
    'through a list of a union',
    ours(
      `type Query { t: T ${READ} u: [U!] @public } union U = T | V type V @public { x: Int } type T @public { x: Int }`,
    ),
    ['Query.t by way of Query.u'],
  ],
  [
    'requires-arguments',
    'in @requires',
    {
      one: ours(`type Query { t: T } type T @key(fields: "id") ${READ} { id: ID! price(unit: String): Int }`),
      two: ours(
        `type T @key(fields: "id") { id: ID! price(unit: String): Int @external tax: Int @requires(fields: "price(unit: \\"CNY\\")") }`,
      ),
    },
    ['T.tax @requires'],
  ],
  [
    'requires-protected',
    'through a union, which composition lets pass',
    {
      one: ours(`type Query { t: T } type T @key(fields: "id") @public { id: ID! u: U } union U = X | Y
        type X @key(fields: "id") ${READ} { id: ID! } type Y @key(fields: "id") @public { id: ID! }`),
      two: ours(`type T @key(fields: "id") { id: ID! u: U @external name: String @requires(fields: "u { __typename }") }
        union U = X | Y type X @key(fields: "id") { id: ID! } type Y @key(fields: "id") { id: ID! }`),
    },
    ['T.name'],
  ],
  [
    'from-context',
    'on what is protected',
    ours(`type Query { t: T } type T @key(fields: "id") @context(name: "c") ${READ} { id: ID! n: String s: S }
      type S @key(fields: "id") ${READ} { id: ID! x(n: String @fromContext(field: "$c { n }")): Int }`),
    ['T @context', 'S.x(n:) @fromContext'],
  ],
  [
    'interface-demand',
    'of an implementor',
    direct(`type Query { i: I ${NEEDS('i')} } interface I { f: Int }
      type A implements I ${NEEDS('a')} { f: Int } type B implements I ${NEEDS('b')} { f: Int ${NEEDS('f')} }`),
    ['I', 'I.f'],
  ],
  [
    'interface-demand',
    'of an interface object',
    {
      one: direct(
        `type Query { i: I ${NEEDS('i')} } interface I @key(fields: "id") { id: ID! } type A implements I @key(fields: "id") ${NEEDS('a')} { id: ID! }`,
      ),
      two: direct(`type I @interfaceObject @key(fields: "id") { id: ID! f: Int ${NEEDS('f')} }`),
    },
    ['A.f', 'I'],
  ],
  [
    'override',
    'of another subgraph’s field',
    {
      one: ours(`type Query { t: T } type T @key(fields: "id") ${READ} { id: ID! f: Int }`),
      two: ours(`type T @key(fields: "id") { id: ID! f: Int @override(from: "one") }`),
    },
    ['T.f @override'],
  ],
  ['shareable', 'a type', ours(`type Query { t: T } type T @shareable ${READ} { x: Int }`), ['T @shareable']],
  ['shareable', 'a root field', ours(`type Query { x: Int @shareable ${READ} }`), ['Query.x @shareable']],
  [
    'undeclared-directive',
    'not linked',
    `${federation()} directive @mask(with: String) on FIELD_DEFINITION type Query { x: Int ${READ} @mask(with: "*") }`,
    ['@mask'],
  ],
  [
    'undeclared-directive',
    'linked and not composed',
    `${federation()} @link(url: "https://example.com/mask/v1.0", import: ["@mask"]) directive @mask on FIELD_DEFINITION type Query { x: Int ${READ} @mask }`,
    ['@mask'],
  ],
  [
    'misleading-name',
    'a directive of the team’s own',
    `${federation('{name: "@authenticated", as: "@auth"}')} @link(url: "https://example.com/own/v1.0", import: ["@authenticated"]) @composeDirective(name: "@authenticated")
       directive @authenticated on FIELD_DEFINITION type Query { x: Int @auth @authenticated }`,
    ['@authenticated'],
  ],
  [
    'misleading-name',
    'two exchanged',
    `${federation('{name: "@authenticated", as: "@policy"}, {name: "@policy", as: "@authenticated"}')} type Query { x: Int @policy y: Int @authenticated(policies: [["case.read"]]) }`,
    ['@policy', '@authenticated'],
  ],
  [
    'links-protection-itself',
    'a specification of protection',
    direct(`type Query { x: Int ${NEEDS('x')} }`),
    ['https://specs.apollo.dev/requiresScopes'],
  ],
  ['no-federation', 'no link', 'type Query { x: Int }', ['one']],
  [
    'no-federation',
    'a version that the gateway does not know',
    `${federation('"@policy"', 'v2.15')} type Query { x: Int ${READ} }`,
    ['one'],
  ],
  ['person-first', 'a root field', ours(`type Query { personByPhone: Int ${READ} }`), ['Query.personByPhone']],
];

describe('a bad example is refused', () => {
  it.each(bad)('%s: %s', (rule, _title, subgraphs, what) => {
    const files = typeof subgraphs === 'string' ? { one: subgraphs } : subgraphs;
    const found = broken(files).filter((each) => each.startsWith(`${rule} `));
    expect(found).toEqual(what.map((each) => expect.stringContaining(`${rule} ${each}`)));
  });

  it.each([['a type', `type Query ${READ} { x: Int }`, ['@public', 'Query', 'Query.x']]])(
    'no-description: %s',
    (_title, sdl, what) => {
      const bare = `${federation()} ${PUBLIC}\ndirective @public on OBJECT | FIELD_DEFINITION\n${sdl}`;
      expect(broken({ one: bare }, true)).toEqual(what.map((each) => `no-description ${each}`));
    },
  );

  it('every rule has one', () => {
    const shown = new Set([...bad.map(([rule]) => rule), 'no-description']);
    expect(Object.keys(RULES).filter((rule) => !shown.has(rule))).toEqual([]);
  });
});

/** The same rules where only the supergraph is given, as another team's gateway would get it. */
describe('of a supergraph alone', () => {
  const composed = (subgraphs: Readonly<Record<string, string>>) =>
    composeServices(
      Object.entries(subgraphs).map(([name, sdl]) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) })),
    ).supergraphSdl ?? '';
  const entity = `type Query { t: T } type T @key(fields: "id") ${READ} { id: ID! f(unit: String): Int }`;

  it.each<[rule: RuleId, subgraphs: Record<string, string>]>([
    ['no-decision', { one: ours('type Query { x: Int }') }],
    ['short-form', { one: ours('type Query { x: Int @policy(policies: "case.read") }') }],
    ['unknown-policy', { one: ours('type Query { x: Int @policy(policies: [["other"]]) }') }],
    ['unenforceable', { one: ours('type Query { x: Int @policy(policies: [[]]) }') }],
    [
      'requires-arguments',
      {
        one: ours(entity),
        two: ours(
          `type T @key(fields: "id") { id: ID! f(unit: String): Int @external g: Int @requires(fields: "f(unit: \\"x\\")") }`,
        ),
      },
    ],
    [
      'override',
      {
        one: ours(entity),
        two: ours(`type T @key(fields: "id") { id: ID! f(unit: String): Int @override(from: "one") }`),
      },
    ],
    [
      'from-context',
      {
        one: ours(`type Query { t: T } type T @key(fields: "id") @context(name: "c") @public { id: ID! n: String s: S }
          type S @key(fields: "id") @public { id: ID! x(n: String @fromContext(field: "$c { n }")): Int }`),
      },
    ],
  ])('%s', (rule, subgraphs) => {
    const supergraph = composed(subgraphs);
    expect(supergraph).not.toBe('');
    expect(broken({ supergraph }).map((each) => each.split(' ')[0])).toContain(rule);
  });
});

const GOOD = ours(`
"查询 queries"
type Query {
  "案件 a case"
  case("案号 number" no: ID!): Case ${READ}
  "12368 热线 hotline"
  hotline: String @public
}
"案件 a case"
type Case @key(fields: "id") ${READ} {
  "（案号） number"
  id: ID!
  "机关 agency"
  agency: Agency
  "状态 state"
  state: State
}
"机关 agency"
type Agency @public @shareable {
  "名称 name"
  name: String
}
"状态 state"
enum State {
  "有效 valid"
  VALID
}`);

it('what is right passes', () => {
  expect(lintSchemas([{ path: 'one.graphql', text: GOOD }], { policies: new Set(['case.read']) })).toEqual([]);
});

describe('descriptions are Chinese first', () => {
  it.each([
    ['"机关 agency"', '"agency"'],
    ['"（案号） number"', '"(number) 案号"'],
    ['"案号 number" no', 'no'],
    ['"有效 valid"', '""'],
    ['"12368 热线 hotline"', '"hotline 热线"'],
  ])('%s is, %s is not', (good, wrong) => {
    expect(broken({ one: GOOD }, true)).toEqual([]);
    expect(broken({ one: GOOD.replace(good, wrong) }, true)).toHaveLength(1);
  });
});

it('tells where: the file and line in which it is defined', () => {
  const text = GOOD.replace('type Agency @public', 'type Agency');
  const [violation] = lintSchemas([{ path: 'schema/one.graphql', text }], { policies: new Set(['case.read']) });
  const line = text.split('\n').findIndex((each) => each.startsWith('type Agency')) + 1;
  expect(violation).toMatchObject({ path: 'schema/one.graphql', rule: 'no-decision', what: 'Agency' });
  // A type begins with its description.
  expect(violation?.line).toBe(line - 1);
});
