import { describe, expect, it } from '@jest/globals';
import { translatePattern } from '#adapters/soap/schema/pattern/translate.ts';

const matches = (pattern: string, text: string) => new RegExp(`^(?:${translatePattern(pattern)})$`, 'v').test(text);

describe('a pattern of XML Schema', () => {
  it.each([
    ['[0-9]{17}[0-9X]', ['12345678901234567X'], ['12345678901234567', '123456789012345678X']],
    ['\\d{4}-\\d{2}', ['2024-01', '２０２４-０１'], ['2024-1', ' 2024-01']],
    ['(a|b)?c+', ['c', 'acc'], ['abc', '']],
    ['a|', ['a', ''], ['b']],
    ['.', ['x', '法', '𠮷'], ['', '\n', 'ab']],
    ['a.c', ['a.c', 'axc'], ['a\nc']],
    ['\\.\\?\\*\\+\\(\\)\\{\\}\\[\\]\\|\\\\\\^\\-', ['.?*+(){}[]|\\^-'], ['x']],
    ['[\\s]+', [' \t\n\r'], ['\u00a0']],
    ['\\S+', ['a法'], ['a b']],
    ['\\i\\c*', ['a-1.b', '_x', '名'], ['1a', '-a']],
    ['\\w+', ['法a1'], ['a-b', '']],
    ['\\W', ['-'], ['a']],
    ['\\p{Lu}\\P{Lu}', ['Aa', 'É1'], ['AA', 'aa']],
    ['\\p{IsCJKUnifiedIdeographs}+', ['法院'], ['a', 'あ']],
    ['\\P{IsBasicLatin}', ['法'], ['a']],
    ['[^a-z]', ['A', '法'], ['a']],
    ['[a-z-[aeiou]]+', ['xyz'], ['xay']],
    ['[^0-9-[abc]]', ['d'], ['1', 'a']],
    ['[\\w-[\\d]]', ['a'], ['1']],
    ['[a\\-z.]', ['-', '.', 'a'], ['b']],
    ['[-a]', ['-', 'a'], ['b']],
    ['[a-]', ['-', 'a'], ['b']],
    ['[\\d-x]', ['-', '7', 'x'], ['y']],
    ['[&|(){}/!#$%]', ['&', '|', '(', '/', '$'], ['a']],
    ['[&&a]', ['&', 'a'], ['b']],
    ['[{}]', ['{', '}'], ['a']],
    ['\\/\\$\\@', ['/$@'], ['x']],
    ['a{2}b{1,}c{0,1}', ['aab', 'aabbc'], ['ab', 'aabbcc']],
    ['^[0-9]+$', ['12'], ['^12$']],
    ['^a$|^b$', ['a', 'b'], ['^a$']],
    ['a^b', ['a^b'], ['ab']],
    ['[𠮷-𠮿]', ['𠮹'], ['法', '\ud842']],
    ['〔\\d+〕第\\d+号', ['〔2024〕第7号'], ['(2024)第7号']],
    ['}', ['}'], ['{']],
  ])('%s', (pattern, those, others) => {
    expect([...those, ...others].filter((text) => matches(pattern, text))).toEqual(those);
  });

  it.each([
    ['(a', 'there is a ( without its )'],
    ['a)', 'there is a ) without its ('],
    ['[a', 'it ends too early'],
    ['a]', 'there is a ] without its ['],
    ['[]', 'a class [] is empty'],
    ['[^]', 'a class [] is empty'],
    ['[z-a]', 'a range in a class ends before it begins'],
    ['[a[b]]', 'a [ within a class must be \\['],
    ['[a-[b]c]', 'a subtracted class must be the last in its class'],
    ['*a', 'there is nothing that the * could repeat'],
    ['a**', 'there is nothing that the * could repeat'],
    ['a+?b??', 'there is nothing that the ? could repeat'],
    ['(?=a)', 'there is nothing that the ? could repeat'],
    ['(?:a)', 'there is nothing that the ? could repeat'],
    ['{2}', 'there is nothing that the { could repeat'],
    ['a{,2}', 'a quantifier must be {n}, {n,} or {n,m}'],
    ['a{x}', 'a quantifier must be {n}, {n,} or {n,m}'],
    ['a{3,2}', 'a quantifier {n,m} has an m less than its n'],
    ['a{2', 'it ends too early'],
    ['\\b', 'it has no escape \\b'],
    ['\\1', 'it has no escape \\1'],
    ['\\x41', 'it has no escape \\x'],
    ['\\', 'it ends too early'],
    ['\\p{Foo}', 'it has no such \\p{…}: a category of Unicode (Lu) or a block (IsCyrillic) is expected'],
    ['\\p{IsFoo}', 'it has no such \\p{…}: a category of Unicode (Lu) or a block (IsCyrillic) is expected'],
    ['\\p{Script=Han}', 'it has no such \\p{…}: a category of Unicode (Lu) or a block (IsCyrillic) is expected'],
    ['\\pL', '\\p needs a {…} behind it'],
    ['((a{100}){100}){100}', 'it repeats something more than 20000 times'],
    ['a{999999999}', 'it repeats something more than 20000 times'],
    ['a{99999999999}', 'a quantifier must be {n}, {n,} or {n,m}'],
    ['('.repeat(60), 'its groups are nested too deeply'],
    ['[a-'.repeat(30), 'its classes are nested too deeply'],
    ['a'.repeat(5_001), 'it is longer than 5000 characters'],
  ])('%s is refused', (pattern, reason) => {
    expect(() => translatePattern(pattern)).toThrow(expect.objectContaining({ message: reason }));
  });
});
