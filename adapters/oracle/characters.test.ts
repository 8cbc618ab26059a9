import { describe, expect, it } from '@jest/globals';
import { requireCharacters } from '#adapters/oracle/characters.ts';

const named = (character: string) =>
  expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringMatching(character) });

describe('a character', () => {
  it.each([
    [{ 1: '张拟三', 2: null }, 'ZHS16GBK'],
    [['㛃𠮷', { kind: 'clob', value: '𠮷' }], 'AL32UTF8'],
    [{ a: { kind: 'ntext', value: '㛃𠮷' }, b: { kind: 'raw', value: '00' } }, 'ZHS16GBK'],
  ] as const)('that the database has may be sent: %j', (binds, charset) => {
    expect(() => requireCharacters(binds, charset)).not.toThrow();
  });

  it.each([
    [['张𠮷'], 'ZHS16GBK', /U\+20BB7/],
    [{ a: { kind: 'clob', value: '㛃' } }, 'ZHS16GBK', /U\+36C3/],
    [['\ud842'], 'AL32UTF8', /U\+D842/],
    [{ a: { kind: 'ntext', value: '\ud842' } }, 'ZHS16GBK', /U\+D842/],
  ] as const)('that it lacks is refused by its name: %j', (binds, charset, name) => {
    expect(() => requireCharacters(binds, charset)).toThrow(named(name.source));
  });
});
