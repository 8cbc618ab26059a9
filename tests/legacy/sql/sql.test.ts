import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT } from '#tests/harness/process.ts';
import { type Parser, shardingSphere, sqlglot } from '#tests/legacy/sql/parsers.ts';
import { collectSql, everyLength } from '../../../scripts/sql/collect.ts';

interface Text {
  readonly name: string;
  readonly sql: string;
  /** sqlglot has no PL/SQL, and keeps ALTER SESSION as a text. */
  readonly isForeign: boolean;
}

let texts: Text[];
beforeAll(async () => {
  const systems = await collectSql();
  texts = systems.flatMap(({ system, texts: own }) =>
    own.flatMap((text) => {
      const isForeign = text.isBlock || text.sql.startsWith('ALTER SESSION ');
      return everyLength(text).map((sql) => ({ name: `${system}/${text.name}`, sql, isForeign }));
    }),
  );
});

const refusals = async (parser: Parser, asked: readonly Text[]) => {
  const judged = await parser(asked.map(({ sql }) => sql));
  return asked.flatMap(({ name }, index) => (judged[index]?.startsWith('ok ') ? [] : [`${name}: ${judged[index]}`]));
};

const WRONG_SQL = [
  'SELECT FROM WHERE',
  'SELCT A FROM T',
  'SELECT A B C FROM T',
  'SELECT A FROM T WHERE',
  'SELECT A FROM T WHERE B = 1 AND',
  'SELECT A FROM (SELECT B FROM T WHERE ROWNUM <= :1',
  "SELECT NVL(A '0') FROM T",
  "SELECT A FROM T WHERE A = 'x",
  'SELECT A FROM T ORDER A',
  'SELECT A FROM T; SELECT B FROM T',
];
/** What other databases have: sqlglot is made to understand all of them, and lets it pass. */
const NOT_ORACLES = [
  'SELECT A FROM T LIMIT 5',
  'SELECT A FROM T AS X',
  'SELECT A::text FROM T',
  'SELECT A, FROM T',
  'SELECT A FROM T WHERE A IN (:1, )',
  'SELECT A FROM T WHERE A = $1',
  'UPDATE T SET',
];
const WRONG_FOREIGN = [
  'ALTER SESSION',
  "ALTER SESSION SET TIME_ZONE = = '+08:00'",
  'BEGIN P.Q(:a; END;',
  'BEGIN P.Q(A => :a, B => :b) END;',
  'BEGIN P.Q(A => :a, B => :b);',
  'BEGIN P.Q(A = > :a); END;',
  'BEGIN P.Q(A => ); END;',
  'BEGIN P.Q(:a, ); END;',
  'BEGIN P.Q(:a) P.R(:b); END;',
];

describe('sqlglot, Oracle dialect', () => {
  it('parses every query, and keeps none as a text that it did not understand', async () => {
    const statements = texts.filter(({ isForeign }) => !isForeign);
    expect(statements.length).toBeGreaterThan(40);
    expect(await refusals(sqlglot, statements)).toEqual([]);
  });

  it('refuses what is wrong', async () => {
    const judged = await sqlglot(WRONG_SQL);
    expect(WRONG_SQL.filter((_, index) => !judged[index]?.startsWith('refused'))).toEqual([]);
  });

  it('knows neither PL/SQL nor ALTER SESSION: the other grammar is needed', async () => {
    const foreign = texts.filter(({ isForeign }) => isForeign);
    expect(foreign.length).toBeGreaterThan(0);
    expect(await refusals(sqlglot, foreign)).toHaveLength(foreign.length);
  });
});

describe('Apache ShardingSphere, Oracle grammar', () => {
  it('parses every statement, PL/SQL blocks among them', async () => {
    expect(await refusals(shardingSphere, texts)).toEqual([]);
  });

  it('parses the schemas of the stand-ins, which are to be plain Oracle', async () => {
    const schemas = globSync('simulators/*/schema.sql', { cwd: ROOT }).flatMap((path) =>
      readFileSync(join(ROOT, path), 'utf8')
        .split(/^\/$/m)
        .filter((sql) => sql.trim() !== '')
        .map((sql) => ({ name: `${path}: ${sql.trim().slice(0, 60)}`, sql, isForeign: false })),
    );
    expect(schemas.length).toBeGreaterThan(10);
    expect(await refusals(shardingSphere, schemas)).toEqual([]);
  });

  it('refuses what is wrong, and what is of another database', async () => {
    const wrong = [...WRONG_SQL, ...NOT_ORACLES, ...WRONG_FOREIGN];
    const judged = await shardingSphere(wrong);
    expect(wrong.filter((_, index) => !judged[index]?.startsWith('refused'))).toEqual([]);
  });
});
