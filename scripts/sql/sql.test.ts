import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DEVIATIONS } from '#simulators/oracle/sql/deviations.ts';
import { collectSql, everyLength, STATEMENTS, type SystemSql, withoutTexts } from './collect.ts';
import { literalsOf, sqlLiterals } from './literals.ts';
import { renderSql } from './page.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
/** Where the connector's own text stands; see `collect.ts`. */
const SETUP = 'adapters/oracle/session-setup.ts';

let systems: SystemSql[];
let texts: SystemSql['texts'];
beforeAll(async () => {
  systems = await collectSql();
  texts = systems.flatMap((each) => each.texts);
});

describe('the collection', () => {
  const sources = globSync('adapters/**/*.ts', { cwd: root }).filter((path) => !/\.(?:test|fixture)\.ts$/.test(path));

  it('has every part of SQL that a statements.ts holds', () => {
    for (const path of sources.filter((each) => basename(each) === STATEMENTS)) {
      const own = systems.find(({ system }) => path.includes(`/${system}/`))?.texts.map(({ sql }) => sql) ?? [];
      const parts = sqlLiterals(read(path)).flatMap((literal) => literal.parts.map((part) => ({ ...literal, part })));
      const missing = parts.filter(({ part }) => !own.some((sql) => sql.includes(part.trim())));
      expect(missing.map(({ line, part }) => `${path}:${line} ${part}`)).toEqual([]);
      expect(own.length).toBeGreaterThan(0);
    }
  });

  it('is all SQL that there is: no other file of adapters holds any', () => {
    const others = sources.filter((path) => basename(path) !== STATEMENTS && path !== SETUP);
    const begins =
      /^\s*(?:SELECT\b[\s\S]*\bFROM\b|INSERT INTO\b|UPDATE\b[\s\S]*\bSET\b|DELETE FROM\b|MERGE\b|BEGIN\b|DECLARE\b|CALL\b|ALTER SESSION\b)/i;
    const found = others.flatMap((path) =>
      literalsOf(read(path)).flatMap(({ line, parts }) => (begins.test(parts.join('?')) ? [`${path}:${line}`] : [])),
    );
    expect(found).toEqual([]);
    expect(texts.map(({ sql }) => sql)).toContainEqual(expect.stringMatching(/^ALTER SESSION /));
  });

  it('names each statement of a system once', () => {
    for (const { texts: own } of systems) expect(new Set(own.map(({ name }) => name)).size).toBe(own.length);
  });

  it('has the direction of every bind of a block, and of none besides', () => {
    for (const { name, sql, binds } of texts.filter(({ isBlock }) => isBlock)) {
      expect([name, binds.map((bind) => bind.name).sort()]).toEqual([name, [...new Set(sql.match(/:\w+/g))].sort()]);
    }
  });

  it('has binds counted from :1 without a gap in every query', () => {
    for (const { name, binds } of texts.filter(({ isBlock }) => !isBlock))
      expect([name, binds.map((bind) => bind.name)]).toEqual([name, binds.map((_, index) => `:${index + 1}`)]);
  });

  it('has no text of a value but flags and codes: what is compared with data is a bind', () => {
    const compared = /(?:=|<|>|\bIN\s*\(|\bLIKE|\bBETWEEN)\s*'([^']*)'/g;
    const queries = systems.filter(({ system }) => system !== 'connector').flatMap((each) => each.texts);
    const literals = queries.flatMap(({ sql }) => Array.from(sql.matchAll(compared), ([, value]) => value ?? ''));
    expect(literals.filter((value) => !/^\d{1,2}$/.test(value))).toEqual([]);
  });

  it('tells writes from reads, and only declared ones write', () => {
    const writes = texts.filter(({ isWrite }) => isWrite);
    expect(
      writes.every(({ isBlock, constant }) => isBlock && texts.some((each) => each.constant === `${constant}.find`)),
    ).toBe(true);
    expect(writes.length).toBeGreaterThan(0);
  });

  it('gives every list length a text', () => {
    const [keyed] = texts.filter(({ lengths }) => lengths !== null);
    const counts = keyed ? everyLength(keyed).map((sql) => withoutTexts(sql).match(/:\d+/g)?.length) : [];
    expect([counts, keyed?.lengths]).toEqual([keyed?.lengths, [1, 4, 16, 64]]);
  });
});

describe('literals', () => {
  it('are found in code, in templates and in what is filled in, but not in comments', () => {
    const source = `const a = 'SELECT 1'; // 'SELECT 2'
/* 'FROM' */ f(\`WHERE \${g('ORDER BY', \`x\${1}\`)} AND\`, "it's");`;
    expect(literalsOf(source)).toEqual([
      { line: 1, parts: ['SELECT 1'] },
      { line: 2, parts: ['WHERE ', ' AND'] },
      { line: 2, parts: ['ORDER BY'] },
      { line: 2, parts: ['x', ''] },
      { line: 2, parts: ["it's"] },
    ]);
    expect(sqlLiterals(source).map(({ parts }) => parts[0])).toEqual(['SELECT 1', 'WHERE ', 'ORDER BY']);
  });
});

describe('docs/sql.md', () => {
  it('is what npm run sql writes', () => {
    expect(read('docs/sql.md')).toBe(renderSql(systems));
  });

  it('shows each statement and each deviation', () => {
    const page = renderSql(systems);
    for (const { sql } of texts) expect(page).toContain(sql);
    for (const { zh, en } of DEVIATIONS) expect(page).toContain(`${zh}<br>${en}`.replaceAll('|', '\\|'));
  });
});
