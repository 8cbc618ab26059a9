import { describe, expect, it } from '@jest/globals';
import { requirePlainJson } from '#gateway/http/plain-json.ts';

const refused = (text: string) => {
  try {
    requirePlainJson(text);
    return null;
  } catch (error) {
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
    return (error as { en: string }).en;
  }
};

describe('a name twice', () => {
  it.each([
    '{"a": 1, "a": 2}',
    '{"query": "{ a }", "variables": {}, "query": "{ b }"}',
    '{"v": {"no": 1, "\\u006eo": 2}}',
    '[{"a": {"x": [], "x": []}}]',
    '{"__proto__": 1, "__proto__": 2}',
    '{"": 1, "": 2}',
    '{"a\\"": 1, "a\\"": 2}',
  ])('%s', (text) => expect(refused(text)).toMatch(/twice/));
});

describe('let through', () => {
  it.each([
    '{"a": 1, "b": {"a": 2}, "c": [{"a": 3}, {"a": 4}]}',
    '{"a": "{\\"a\\": 1, \\"a\\": 2}"}',
    '{"a": "a", "b": "a"}',
    '["a", "a"]',
    '{"a": ":", "b": "}{"}',
    '"a"',
    '',
    '{"query": ',
    ']]]}}}:::',
    `${'['.repeat(50)}${']'.repeat(50)}`,
    `[${'[],'.repeat(1000)}[]]`,
  ])('%s', (text) => expect(refused(text)).toBeNull());
});

it.each([
  ['lists', '['.repeat(51)],
  ['objects', '{"a":'.repeat(51)],
  ['a quarter of a megabyte of them', '['.repeat(262_144)],
])('too deep: %s', (_what, text) => expect(refused(text)).toMatch(/50 levels/));

it('looks at each character once: a string that never ends costs no more than one that does', () => {
  expect(refused(`{"a": "${'\\'.repeat(200_000)}`)).toBeNull();
  expect(refused('"'.repeat(200_001))).toBeNull();
  expect(refused(`"${'\\"'.repeat(100_000)}`)).toBeNull();
});
