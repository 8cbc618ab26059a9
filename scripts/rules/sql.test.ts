// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of source files
import { describe, expect, it } from '@jest/globals';
import { sqlViolations } from './sql.ts';

const STATEMENTS = 'adapters/systems/police/statements.ts';
const SYSTEM = 'adapters/systems/police/system.ts';
const ORACLE = "import { forKeys } from '#adapters/oracle/in-list.ts';\n";

const whatOf = (path: string, text: string) => sqlViolations({ path, text }).map(({ what }) => what);

describe('a statement', () => {
  it.each([
    ["export const A = { name: 'a', sql: 'SELECT A FROM T WHERE A = :1' };", STATEMENTS],
    ["export const A = { sql: `SELECT ${COLUMNS} FROM T WHERE B = '0'` };", STATEMENTS],
    [
      "const B = \"NVL(B, '0') = '1'\";\nfunction pageOf(columns: string) {\n  return `SELECT ${columns} FROM T`;\n}",
      STATEMENTS,
    ],
    [`${ORACLE}await connector.query(statement, binds, call);\nconnector.query(PAGE, [start], call);`, SYSTEM],
    ['await connector.call(`x${operation}`, {}, call);', 'adapters/systems/court-12368/system.ts'],
    ["it('SELECT A FROM T', () => connector.query('SELECT 1'));", 'adapters/oracle/connector.test.ts'],
  ])('may be %j', (text, path) => {
    expect(whatOf(path, text)).toEqual([]);
  });

  it.each([
    [
      'made by a function',
      'export function find(name: string) {\n  return `SELECT A FROM T WHERE B = ${name}`;\n}',
      STATEMENTS,
    ],
    ['made by an arrow', 'export const find = (name: string) => `SELECT A FROM T WHERE B = ${name}`;', STATEMENTS],
    ['that may be replaced', "export let FIND = 'SELECT A FROM T';", STATEMENTS],
    ['with a value in its text', "export const A = { sql: `SELECT A FROM T WHERE B = '379999'` };", STATEMENTS],
    ['in another file', 'const sql = `SELECT A FROM T WHERE B = ${name}`;', SYSTEM],
    ['in the connector', "await connection.execute('DELETE FROM T');", 'adapters/oracle/fetch.ts'],
    ['as a block in another file', "const block = 'BEGIN P(1); END;';", 'adapters/systems/legal-aid/package.ts'],
    ['made where it is asked', `${ORACLE}await connector.query({ name, sql }, [], call);`, SYSTEM],
    ['changed where it is asked', `${ORACLE}await connector.query(withOrder(PAGE, order), [], call);`, SYSTEM],
    ['written where it is asked', `${ORACLE}connector.write(\`BEGIN \${name}; END;\`, {}, call);`, SYSTEM],
  ])('is not one %s', (_, text, path) => {
    expect(whatOf(path, text).length).toBeGreaterThan(0);
  });
});
