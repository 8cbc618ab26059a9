import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildASTSchema, parse } from 'graphql';
import { WEIGHTS } from '#gateway/limits/bombs.fixture.ts';
import { checkOperation } from '#gateway/limits/check-operation.ts';
import { DEFAULT_LIMITS } from '#gateway/limits/limits.ts';
import { typeWeights } from '#gateway/limits/type-weights.ts';
import { LONGEST_PAGE } from '#schema/page-size.ts';

it.each([
  ['Node', 18],
  ['Other', 6],
  ['Lone', 1],
  ['Loop', 1],
  ['A', 1],
  ['Nobody', 1],
  ['__proto__', 1],
])('%s can be fetched in %i ways', (type, ways) => {
  expect(WEIGHTS.ways(type)).toBe(ways);
});

it.each([
  ['Query', 'node', 'Node'],
  ['Node', 'id', 'ID'],
  ['A', 'loop', 'Loop'],
  ['Node', 'loop', undefined],
  ['Other', 'id', undefined],
  ['ID', 'id', undefined],
  ['Query', '__proto__', undefined],
  ['Query', 'constructor', undefined],
  ['constructor', 'name', undefined],
])('the type of %s.%s', (type, field, expected) => {
  expect(WEIGHTS.fieldType(type, field)).toBe(expected);
});

describe('our own supergraph', () => {
  const root = join(import.meta.dirname, '..', '..', 'schema');
  const supergraph = readFileSync(join(root, 'generated', 'supergraph.graphql'), 'utf8');
  const weights = typeWeights(buildASTSchema(parse(supergraph), { assumeValidSDL: true }), LONGEST_PAGE);

  it('lets the reference question through', () => {
    const question = readFileSync(join(root, 'operations', 'FirstLight.graphql'), 'utf8');
    expect(() => checkOperation(parse(question), DEFAULT_LIMITS, weights)).not.toThrow();
  });

  it.each([
    [LONGEST_PAGE, 2 * LONGEST_PAGE],
    [LONGEST_PAGE + 1, 2],
    [1e300, 2],
  ])(
    'a page of %d rows costs %i: a longer one than any list gives is refused by the list, which says its maximum',
    (first, cost) => {
      const question = parse('query ($first: Int!) { myCases(first: $first) { caseUid } }');
      expect(checkOperation(question, DEFAULT_LIMITS, weights, { first }).cost).toBe(cost);
    },
  );

  it('no list that takes first gives more of a page', () => {
    const most = [...supergraph.matchAll(/"""([^"]*)"""\s+first: Int/g)].map(([, told]) =>
      Number(/\b1 to (\d+)/.exec(told ?? '')?.[1]),
    );
    expect(most).toHaveLength(supergraph.split(/\bfirst: Int/).length - 1);
    expect(most.filter((each) => !(each <= LONGEST_PAGE))).toEqual([]);
  });
});
