import { describe, expect, it } from '@jest/globals';
import type { OperationDefinitionNode } from 'graphql';
import { counted, document, doubling, nested, WEIGHTS } from '#gateway/limits/bombs.fixture.ts';
import { createCostMeter } from '#gateway/limits/cost.ts';
import { DEFAULT_LIMITS } from '#gateway/limits/limits.ts';

const HUGE = { depth: 1000, cost: Number.MAX_SAFE_INTEGER };
const measure = (text: string, limits = HUGE) => {
  const parsed = document(text);
  const weights = counted(WEIGHTS);
  const size = createCostMeter(parsed, weights, limits)(parsed.definitions[0] as OperationDefinitionNode);
  return { ...size, asked: weights.asked };
};

describe('depth and cost', () => {
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
  ])('%s', (_what, text, depth, cost) => {
    expect(measure(text)).toMatchObject({ depth, cost });
  });

  it.each([
    ['itself', '{ loop { ...F } } fragment F on Loop { id ...F }'],
    ['itself, deeper', '{ loop { ...F } } fragment F on Loop { id next { ...F } }'],
    ['one that spreads it', '{ loop { ...F } } fragment F on Loop { ...G } fragment G on Loop { id ...F }'],
  ])('a fragment that spreads %s is measured once and left to validation', (_what, text) => {
    expect(measure(text).cost).toBeLessThan(5);
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
    expect(forty.cost).toBeGreaterThan(2 ** 40);
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
