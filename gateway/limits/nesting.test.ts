import { expect, it } from '@jest/globals';
import { isNestedDeeper } from '#gateway/limits/nesting.ts';

it.each<[string, string, boolean]>([
  ['just so deep', '{ a(b: [1]) }', false],
  ['deeper', '{ a(b: [[1]]) }', true],
  ['braces', '{ a { b { c { d } } } }', true],
  ['one after the other', '{ a {b} c {d} e(f: [1]) }', false],
  ['types', 'query ($a: [[[Int]]]) { a }', true],
  ['in strings and comments', '{ a(b: "[[[[", c: """{{{{""") # [[[[\n }', false],
  ['after what closes nothing', ']]]] { a { b { c { d } } } }', false],
  ['what cannot be read', '{ a(b: "', false],
  ['nothing', '', false],
  ['beyond the tokens that are looked at', `${'a '.repeat(100)} {{{{`, false],
])('%s', (_what, text, deeper) => expect(isNestedDeeper(text, 3, 50)).toBe(deeper));
