import { describe, expect, it } from '@jest/globals';
import { document, doubling, nested, WEIGHTS } from '#gateway/limits/bombs.fixture.ts';
import { checkOperation } from '#gateway/limits/check-operation.ts';
import { DEFAULT_LIMITS } from '#gateway/limits/limits.ts';
import type { GraphError } from '#schema/errors/graph-error.ts';

const refusal = (text: string): GraphError | null => {
  try {
    checkOperation(document(text), DEFAULT_LIMITS, WEIGHTS);
    return null;
  } catch (error) {
    return error as GraphError;
  }
};
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
const aliases = (count: number) => `{ ${times(count, (index) => `a${index}: __typename`)} }`;
const directives = (count: number) => `{ ${times(count, () => '__typename @include(if: true)')} }`;
const twoAliases = (next: string) => `a:next{${next}}b:next{${next}}`;
const interfaces = (depth: number) => `{${'node{...on Node{'.repeat(depth)}id${'}}'.repeat(depth)}}`;

describe('refused as too complex', () => {
  it.each([
    ['aliases', aliases(101), 'at most 100 aliases'],
    ['aliases in a fragment that nobody spreads', `{ __typename } fragment F on Loop ${aliases(101)}`, 'aliases'],
    ['directives', directives(101), 'at most 100 directives'],
    ['levels', `{ ${nested('loop', 16)} }`, 'at most 15 levels'],
    [
      'levels through fragments',
      `{ ...Q } fragment Q on Query { ${nested('loop', 9)} ...R } fragment R on Query { ${nested('loop', 16)} }`,
      'levels',
    ],
    ['fragments', `{ ${times(201, () => '... { __typename }')} }`, 'at most 200 fragments'],
    ['values in lists', '{ loops(first: 2000000) { id name next { id } } }', 'at most 5000000 values in all rows'],
    ['values in lists of lists', '{ loops(first: 2000) { of(first: 2000) { id } } }', 'values'],
    ['values, however large the number', '{ loops(first: 99999999999999999999) { id } }', 'values'],
    ['fields', `{ loop { ${'id '.repeat(1500)} } }`, 'at most 1500 fields'],
    [
      'fields of the operation that does not run',
      `query A { __typename } query B { loop { ${'id '.repeat(1500)} } }`,
      'fields',
    ],
    ['fragments with two aliases a level', doubling(12, twoAliases), 'fields'],
    ['the same in 1,251 bytes', doubling(24, twoAliases).padEnd(1251), 'levels'],
    ['fragments that double themselves', doubling(60, (next) => `${next}${next}`), 'fields'],
    ['interface fragments at depth 3, six implementors in three subgraphs', interfaces(3), 'fields'],
    ['the same without fragments', '{ node { node { node { id } } } }', 'fields'],
    ['the same through implementors', '{ node { ...on A { node { ...on B { node { id } } } } } }', 'fields'],
  ])('%s', (_what, text, words) => {
    const error = refusal(text);
    expect(error).toMatchObject({ code: 'OPERATION_TOO_COMPLEX', en: expect.stringContaining(words) });
    expect(error?.message).toMatch(/^查询过于复杂：.*\d+。$/);
  });
});

describe('let through', () => {
  it.each([
    ['100 aliases', aliases(100)],
    ['100 directives', directives(100)],
    ['15 levels', `{ ${nested('loop', 15)} }`],
    ['300 fields, ten deep', `{ ${times(30, () => nested('loop', 10))} }`],
    [
      'one level of an interface with six implementors',
      `{ node { ${'id name '.repeat(20)} ${times(6, (index) => `... on ${'ABCDEF'[index]} { loop { id name } }`)} } }`,
    ],
    ['200 fragments', `{ ${times(200, () => '... { __typename }')} }`],
    ['a hundred rows of a hundred', '{ loops(first: 100) { of(first: 100) { id name next { id } } } }'],
    ['two levels of it', '{ node { node { id name } } }'],
    [
      'a large question with fragments',
      `{ ${times(20, () => 'loop { ...L next { ...L } }')} } fragment L on Loop { id name next { id name } }`,
    ],
  ])('%s', (_what, text) => {
    expect(refusal(text)).toBeNull();
  });
});
