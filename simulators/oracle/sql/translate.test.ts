import { describe, expect, it } from '@jest/globals';
import { ORACLE_TYPES } from '#simulators/oracle/engine.ts';
import { lex } from '#simulators/oracle/sql/lexer.ts';
import { render, sourceOffset } from '#simulators/oracle/sql/render.ts';
import { translate } from '#simulators/oracle/sql/translate.ts';

const { VARCHAR, CHAR, NUMBER, DATE } = ORACLE_TYPES;

/** The PostgreSQL text, with single spaces. */
function inPostgres(sql: string, ...bindTypes: number[]): string {
  return render(translate(lex(sql)), bindTypes)
    .text.replace(/ ?([.,()]) ?/g, '$1')
    .trim();
}

describe('translate', () => {
  it.each([
    ["SELECT '' FROM DUAL", 'SELECT NULL FROM DUAL'],
    ['SELECT NVL(a, b) FROM t', 'SELECT COALESCE(a,b)FROM t'],
    ['SELECT NVL2(a, b, c) FROM t', 'SELECT CASE WHEN(a)IS NOT NULL THEN b ELSE c END FROM t'],
    [
      "SELECT DECODE(f(a, b), 1, 'x', 'y') FROM t",
      "SELECT CASE WHEN(f(a,b))IS NOT DISTINCT FROM 1 THEN 'x' ELSE 'y' END FROM t",
    ],
    ['SELECT DECODE(a, 1, 2) FROM t', 'SELECT CASE WHEN(a)IS NOT DISTINCT FROM 1 THEN 2 END FROM t'],
    ['SELECT TRIM(a) FROM t', 'SELECT oracle.trimmed(a)FROM t'],
    ["SELECT TRIM(BOTH '0' FROM a) FROM t", "SELECT TRIM(BOTH '0' FROM a)FROM t"],
    ['SELECT a FROM t MINUS SELECT b FROM u', 'SELECT a FROM t EXCEPT SELECT b FROM u'],
    ['SELECT "A", "b C" FROM t', 'SELECT "a","b C" FROM t'],
    ['CREATE TABLE t (a VARCHAR2(20 CHAR), b CHAR(4 BYTE))', 'CREATE TABLE t(a varchar(20),b CHAR(4))'],
    ['CREATE TABLE t (a NUMBER(9,2), b DATE)', 'CREATE TABLE t(a numeric(9,2),b timestamp(0))'],
  ])('%s', (oracle, postgres) => {
    expect(inPostgres(oracle)).toBe(postgres);
  });

  describe('ROWNUM', () => {
    it.each([
      ['SELECT a FROM t WHERE ROWNUM <= 5', 'SELECT a FROM t WHERE TRUE LIMIT 5'],
      ['SELECT a FROM t WHERE ROWNUM < 5 AND b = 1', 'SELECT a FROM t WHERE TRUE AND b = 1 LIMIT 5 - 1'],
      [
        'SELECT a FROM (SELECT a FROM t WHERE ROWNUM = 1) WHERE b = 2',
        'SELECT a FROM(SELECT a FROM t WHERE TRUE LIMIT 1)WHERE b = 2',
      ],
    ])('limits the query that it stands in: %s', (oracle, postgres) => {
      expect(inPostgres(oracle)).toBe(postgres);
    });

    it('keeps its bind where it was counted', () => {
      expect(inPostgres('SELECT a FROM t WHERE ROWNUM <= :n AND b = :b', NUMBER, NUMBER)).toBe(
        'SELECT a FROM t WHERE TRUE AND b =($2::numeric)LIMIT($1::numeric)',
      );
    });

    it('is refused elsewhere', () => {
      expect(() => inPostgres('SELECT ROWNUM FROM t')).toThrow('ORA-03001');
      expect(() => inPostgres('SELECT a FROM t WHERE ROWNUM > 1')).toThrow('ORA-03001');
    });
  });

  describe('binds', () => {
    it('are counted by occurrence and typed but for texts', () => {
      expect(inPostgres('SELECT f(:a, :b, :a) FROM t', VARCHAR, DATE, VARCHAR)).toBe(
        'SELECT f($1,($2::timestamp),$3)FROM t',
      );
    });

    it('are VARCHAR2 where nothing tells their type', () => {
      expect(inPostgres('SELECT 1 FROM t WHERE :a IS NULL OR NVL2(:b, 1, 2) = 1', VARCHAR, VARCHAR)).toBe(
        'SELECT 1 FROM t WHERE($1::varchar)IS NULL OR CASE WHEN(($2::varchar))IS NOT NULL THEN 1 ELSE 2 END = 1',
      );
    });
  });

  describe('a column compared with a bind', () => {
    it.each(['t.k = :a', 't.k <> :a', 't.k IN (:a, :b)', 't.k NOT IN (:a, :b)', 't.k LIKE :a'])(
      'keeps its padding for VARCHAR2 and not for CHAR: %s',
      (condition) => {
        const sql = `SELECT 1 FROM t WHERE ${condition}`;
        expect(inPostgres(sql, VARCHAR, VARCHAR)).toMatch(/WHERE oracle\.exact\(t\.k\)/);
        expect(inPostgres(sql, CHAR, CHAR)).toMatch(/WHERE t\.k/);
      },
    );

    it('is left alone where it is assigned', () => {
      expect(inPostgres('UPDATE t SET a = :a WHERE k = :k', VARCHAR, VARCHAR)).toBe(
        'UPDATE t SET a = $1 WHERE oracle.exact(k)= $2',
      );
    });
  });

  it.each([
    ['SELECT (1 FROM t', 907],
    ['SELECT 1) FROM t', 933],
    ['SELECT NVL2(a, b) FROM t', 938],
    ['DELETE FROM t RETURNING a INTO :a', 3001],
  ])('refuses %s', (sql, number) => {
    expect(() => inPostgres(sql)).toThrow(expect.objectContaining({ number }));
  });

  it('leads a place in the PostgreSQL text back', () => {
    const sql = "SELECT NVL(a, ''), nope FROM t";
    const statement = render(translate(lex(sql)), []);
    expect(sourceOffset(statement, statement.text.indexOf('nope'))).toBe(sql.indexOf('nope'));
  });
});
