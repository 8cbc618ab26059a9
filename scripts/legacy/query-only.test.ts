import { describe, expect, it } from '@jest/globals';
import { queryOnly } from './query-only.ts';

describe('the tool runs', () => {
  it.each([
    'SELECT * FROM T WHERE A = :1',
    'select 1 from dual',
    'WITH x AS (SELECT 1 FROM DUAL) SELECT * FROM x',
    '(SELECT 1 FROM DUAL) UNION (SELECT 2 FROM DUAL)',
    "-- a comment; with a semicolon\nSELECT ';' FROM DUAL",
    "SELECT q'[it's; FOR UPDATE]' FROM DUAL",
    'SELECT "FOR UPDATE" FROM T',
    '/* UPDATE */ SELECT 1 FROM DUAL',
  ])('%s', (sql) => {
    expect(queryOnly(sql)).toBe(sql);
  });

  it('a query without the semicolon that was pasted with it', () => {
    expect(queryOnly('SELECT 1 FROM DUAL ;\n')).toBe('SELECT 1 FROM DUAL');
  });
});

describe('the tool refuses', () => {
  it.each([
    ['UPDATE T SET A = 1', /only a query/],
    ['DELETE FROM T', /only a query/],
    ['BEGIN P; END;', /only a query/],
    ['/* SELECT */ DROP TABLE T', /only a query/],
    ["'SELECT' x", /only a query/],
    ['', /only a query/],
    ['SELECT 1 FROM DUAL; DELETE FROM T', /only one statement/],
    ['WITH FUNCTION F RETURN NUMBER IS BEGIN RETURN 1; END; SELECT F FROM DUAL', /only one statement/],
    ['SELECT * FROM T FOR UPDATE', /locks rows/],
    ['SELECT S.NEXTVAL FROM DUAL', /no NEXTVAL/],
    ['SELECT * FROM T FOR /* */ UPDATE NOWAIT', /locks rows/],
  ])('%s', (sql, sentence) => {
    expect(() => queryOnly(sql)).toThrow(sentence);
  });
});
