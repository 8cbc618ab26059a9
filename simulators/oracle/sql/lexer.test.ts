import { describe, expect, it } from '@jest/globals';
import { lex } from '#simulators/oracle/sql/lexer.ts';

const kinds = (sql: string) => lex(sql).map(({ kind, text }) => `${kind} ${text}`);

describe('lex', () => {
  it('tells words, names, texts, numbers, binds and symbols apart', () => {
    expect(kinds(`SELECT t.a, "B", 'it''s', 1.5 || 2e-3 || :x FROM 表 t`)).toEqual([
      'word SELECT',
      ...['word t', 'symbol .', 'word a', 'symbol ,', 'quoted "B"', 'symbol ,', `string 'it''s'`, 'symbol ,'],
      ...['number 1.5', 'symbol ||', 'number 2e-3', 'symbol ||', 'bind :x', 'word FROM', 'word 表', 'word t'],
    ]);
  });

  it('leaves comments out, and what looks like a bind in a text', () => {
    expect(kinds(`a -- :b\n/* :c\n */ ':d'`)).toEqual(['word a', `string ':d'`]);
  });

  it('gives each token its place, a word in capitals, a bind without its colon', () => {
    expect(lex('  abc = : name').map(({ at, word }) => [at, word])).toEqual([
      [2, 'ABC'],
      [6, '='],
      [8, 'NAME'],
    ]);
  });

  it.each([
    ["SELECT 'a", 1756, 7],
    ['SELECT a ? b', 911, 9],
  ])('refuses %s', (sql, number, offset) => {
    expect(() => lex(sql)).toThrow(expect.objectContaining({ number, offset }));
  });
});
