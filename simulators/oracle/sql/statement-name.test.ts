import { expect, it } from '@jest/globals';
import { statementName } from '#simulators/oracle/sql/statement-name.ts';

it.each([
  ['SELECT a FROM fyzx.v_fyaj WHERE b = :1', 'V_FYAJ'],
  ['SELECT 1 FROM DUAL', 'DUAL'],
  ['INSERT INTO t (a) VALUES (1)', 'T'],
  ['UPDATE t SET a = 1', 'T'],
  ['BEGIN fyzx.pkg_flyz.cx_zpls(:a); END;', 'PKG_FLYZ.CX_ZPLS'],
  ['COMMIT', 'OTHER'],
  ['SELECT a FROM (SELECT 1 FROM t)', 'T'],
  ["SELECT 'broken", 'OTHER'],
])('%s counts as %s', (sql, name) => {
  expect(statementName(sql)).toBe(name);
});
