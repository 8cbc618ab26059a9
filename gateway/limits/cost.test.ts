import { describe, expect, it } from '@jest/globals';
import type { OperationDefinitionNode } from 'graphql';
import { counted, document, doubling, nested, WEIGHTS } from '#gateway/limits/bombs.fixture.ts';
import { createCostMeter } from '#gateway/limits/cost.ts';
import { DEFAULT_LIMITS } from '#gateway/limits/limits.ts';
import { withDefaults } from '#gateway/limits/list-size.ts';

const HUGE = { depth: 1000, fields: Number.MAX_SAFE_INTEGER, cost: Number.MAX_SAFE_INTEGER };
const measure = (text: string, limits = HUGE, given: Record<string, unknown> = {}) => {
  const parsed = document(text);
  const weights = counted(WEIGHTS);
  const operation = parsed.definitions[0] as OperationDefinitionNode;
  const size = createCostMeter(parsed, weights, limits, withDefaults(operation, given))(operation);
  return { ...size, asked: weights.asked };
};

describe('depth and fields', () => {
  it.each<[string, string, number, number]>([
    ['a leaf', '{ __typename }', 1, 1],
    ['each occurrence', '{ loop { id id a: id } }', 2, 4],
    ['levels', `{ ${nested('loop', 5)} }`, 5, 5],
    ['an inline fragment on the type around', '{ loop { ... on Loop { id } ... { id } } }', 2, 3],
    [
      'a fragment, wherever it is spread',
      '{ loop { ...F next { ...F } } } fragment F on Loop { id next { id } }',
      4,
      8,
    ],
    ['an abstract type: implementors × subgraphs', '{ node { id name } }', 2, 1 + 18 * 2],
    ['a fragment that stays on the abstract type', '{ node { ... on Node { id } } }', 2, 1 + 18],
    ['a fragment on one of its implementors', '{ node { ... on A { id } } }', 2, 1 + 18],
    [
      'a fragment from an object type back to the abstract one',
      '{ node { ... on A { ... on Node { id } } } }',
      2,
      1 + 18 * 18,
    ],
    ['a named one', '{ node { ... on A { ...N } } } fragment N on Node { id }', 2, 1 + 18 * 18],
    ['abstract types one in another', '{ node { node { id } } }', 3, 1 + 18 * (1 + 18)],
    ['a union', '{ other { __typename } }', 2, 1 + 2 * 3],
    ['an interface that nothing implements', '{ lone { id } }', 2, 2],
    ['another root', 'mutation { touch { id } }', 2, 2],
    ['what is skipped', '{ loop @skip(if: true) { id } }', 2, 2],
    ['introspection, as leaves', '{ __schema { types { name } } }', 3, 3],
    ['names that nobody has', '{ nothing { at { all } } }', 3, 3],
    ['names like parts of an object', '{ __proto__ { constructor { toString } } }', 3, 3],
    ['a type that nobody has', '{ loop { ... on Nobody { id } } }', 2, 2],
    ['a fragment that is not there', '{ loop { ...Nothing id } }', 2, 2],
  ])('%s', (_what, text, depth, fields) => {
    expect(measure(text)).toMatchObject({ depth, fields });
  });

  it.each([
    ['itself', '{ loop { ...F } } fragment F on Loop { id ...F }'],
    ['itself, deeper', '{ loop { ...F } } fragment F on Loop { id next { ...F } }'],
    ['one that spreads it', '{ loop { ...F } } fragment F on Loop { ...G } fragment G on Loop { id ...F }'],
  ])('a fragment that spreads %s is measured once and left to validation', (_what, text) => {
    expect(measure(text).fields).toBeLessThan(5);
  });
});

describe('cost, which lists multiply', () => {
  it.each<[string, string, number, object]>([
    ['no list', '{ loop { id next { id } } }', 4, {}],
    ['a list as long as it says', '{ loops(first: 7) { id name } }', 7 * 3, {}],
    ['a list as long as the schema says', '{ loops { id name } }', 20 * 3, {}],
    ['a list of which nobody says how long it is', '{ loop { all { id } of { id } } }', 1 + 2 * 5 * 2, {}],
    ['a list of values, lists in it', '{ loop { rows } }', 1 + 25, {}],
    ['lists in lists', '{ loops(first: 100) { of(first: 50) { id } } }', 100 * (1 + 50 * 2), {}],
    ['a variable', 'query ($n: Int!) { loops(first: $n) { id } }', 300 * 2, { n: 300 }],
    ['a variable’s default', 'query ($n: Int! = 9) { loops(first: $n) { id } }', 9 * 2, {}],
    ['a variable given instead of its default', 'query ($n: Int! = 9) { loops(first: $n) { id } }', 4 * 2, { n: 4 }],
    ['a variable that is left out', 'query ($n: Int) { loops(first: $n) { id } }', 20 * 2, {}],
    ['a variable that is null', 'query ($n: Int) { loop { of(first: $n) { id } } }', 1 + 5 * 2, { n: null }],
    ['a variable that is no number', 'query ($n: Int!) { loops(first: $n) { id } }', 20 * 2, { n: '300' }],
    ['a variable that is not declared', '{ loops(first: $n) { id } }', 20 * 2, { n: 300 }],
    ['a variable called __proto__', 'query ($__proto__: Int) { loops(first: $__proto__) { id } }', 20 * 2, {}],
    ['nothing, and less than nothing', '{ loops(first: 0) { id } a: loops(first: -5) { id } }', 4, {}],
    [
      'a list in a fragment',
      '{ loops(first: 3) { ...F } } fragment F on Loop { of(first: 4) { id } }',
      3 * (1 + 4 * 2),
      {},
    ],
    ['a row of an abstract type, which is of one type', '{ node { id ... on A { name } } }', 3, {}],
    ['a list of another name', '{ nothing(first: 1000) { id } }', 2, {}],
  ])('%s', (_what, text, cost, given) => {
    expect(measure(text, HUGE, { ...given }).cost).toBe(cost);
  });
});

describe('the work', () => {
  const twoAliases = (next: string) => `a:next{${next}}b:next{${next}}`;
  const twice = (next: string) => `${next}${next}`;

  it.each([
    ['two aliases a level', twoAliases],
    ['two spreads a level', twice],
  ])('is linear in the document, however often it doubles itself: %s', (_what, by) => {
    const [ten, forty] = [measure(doubling(10, by)), measure(doubling(40, by))];
    expect(forty.fields).toBeGreaterThan(2 ** 40);
    expect(forty.asked).toBeLessThanOrEqual(5 * ten.asked);
  });

  it('of a second operation has the fragments for nothing', () => {
    const parsed = document(`${doubling(20, twice)} query B { loop { ...F0 } }`);
    const weights = counted(WEIGHTS);
    const meter = createCostMeter(parsed, weights, HUGE);
    const [first, last] = [parsed.definitions[0], parsed.definitions.at(-1)] as OperationDefinitionNode[];
    const asked = [first, last].map((operation) => {
      const before = weights.asked;
      if (operation) meter(operation);
      return weights.asked - before;
    });
    expect(asked[1]).toBeLessThanOrEqual(3);
  });

  it('ends where a limit is passed', () => {
    const wide = `{ ${'node { node { id } } '.repeat(500)} }`;
    expect(measure(wide, DEFAULT_LIMITS).asked).toBeLessThan(measure(wide).asked / 50);
    expect(measure(`{ ${nested('loop', 400)} }`, DEFAULT_LIMITS).asked).toBeLessThan(40);
  });
});
