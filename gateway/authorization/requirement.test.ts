import { describe, expect, it } from '@jest/globals';
import { allOf, beyond, clause, isNothing, NOTHING, type Requirement } from '#gateway/authorization/requirement.ts';

const scopes = (...anyOf: string[][]): Requirement => ({ ...NOTHING, scopes: [clause(anyOf)] });
const policies = (...anyOf: string[][]): Requirement => ({ ...NOTHING, policies: [clause(anyOf)] });
const authenticated: Requirement = { ...NOTHING, authenticated: true };

describe('clause', () => {
  it.each([
    ['order', [['b', 'a'], ['c']], [['c'], ['a', 'b']]],
    ['repetition', [['a', 'a'], ['a']], [['a']]],
  ])('has one key whatever the %s', (_what, one, other) => {
    expect(clause(one).key).toBe(clause(other).key);
  });

  it.each([
    ['joined names', [['a', 'b']], [['a,b']]],
    ['joined sets', [['a'], ['b']], [['a', 'b']]],
    ['quotes', [['a","b']], [['a', 'b']]],
    ['brackets', [['a'], ['b']], [['a"],["b']]],
  ])('has another key for %s', (_what, one, other) => {
    expect(clause(one).key).not.toBe(clause(other).key);
  });
});

describe('allOf', () => {
  it('keeps scopes and policies apart, and each demand once', () => {
    const all = allOf([authenticated, scopes(['a']), policies(['a']), scopes(['a']), scopes(['b'])]);
    expect(all.authenticated).toBe(true);
    expect(all.scopes.map(({ anyOf }) => anyOf)).toEqual([[['a']], [['b']]]);
    expect(all.policies.map(({ anyOf }) => anyOf)).toEqual([[['a']]]);
  });
});

describe('beyond', () => {
  const cases: [title: string, whole: Requirement, given: Requirement[], isAll: boolean][] = [
    ['the same', scopes(['a']), [scopes(['a'])], true],
    ['a product of two', scopes(['a', 'b']), [scopes(['a']), scopes(['b'])], true],
    ['a product of alternatives', scopes(['a', 'c'], ['b', 'c']), [scopes(['a'], ['b']), scopes(['c'])], true],
    ['one that demands more', scopes(['a']), [scopes(['a', 'b'])], true],
    ['one with fewer alternatives', scopes(['a'], ['b']), [scopes(['a'])], true],
    ['one with more alternatives', scopes(['a']), [scopes(['a'], ['b'])], false],
    ['one that demands less', scopes(['a', 'b']), [scopes(['a'])], false],
    ['nothing', scopes(['a']), [], false],
    ['a policy of that name', scopes(['a']), [policies(['a'])], false],
    ['a login', scopes(['a']), [authenticated], false],
    ['a login for a login', authenticated, [authenticated], true],
    ['scopes for a login', authenticated, [scopes(['a'])], false],
  ];
  it.each(cases)('follows from %s: is decided rightly', (_title, whole, given, isAll) => {
    expect(isNothing(beyond(whole, allOf(given)))).toBe(isAll);
  });
});
