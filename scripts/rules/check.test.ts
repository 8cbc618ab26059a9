import { describe, expect, it } from '@jest/globals';
import { violations } from './check.ts';

/** Paths with their text; every folder gets its README. Gives `path:line what` of each violation. */
function check(texts: Record<string, string>): string[] {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const readmes = [...new Set(files.map(({ path }) => path.replace(/[^/]*$/, 'README.md')))];
  return violations([...files, ...readmes.map((path) => ({ path, text: '' }))]).map(
    ({ path, line, what }) => `${path}:${line} ${what}`,
  );
}

/** What an import of `name` in the file gives: nothing, or the violation. */
function importing(path: string, name: string, statement = `import { it } from '${name}';`): string[] {
  return check({ [path]: statement });
}

function expectRefused(path: string, name: string): void {
  expect(importing(path, name)).toEqual([`${path}:1 import of ${name}`]);
}

describe('rooms', () => {
  it.each([
    ['gateway/main.ts', '#auth/keys/load.ts'],
    ['gateway/main.ts', '#schema/addresses.ts'],
    ['gateway/main.ts', '#service/run.ts'],
    ['gateway/main.ts', '#gateway/settings.ts'],
    ['subgraphs/start.ts', '#adapters/systems/legal-aid/system.ts'],
    ['simulators/soap/server.ts', '#schema/clock.ts'],
    ['demo/start.ts', '#simulators/control/server.ts'],
    ['tests/graph/first-light.test.ts', '#demo/launcher.ts'],
    ['bench/start.ts', '#demo/launcher.ts'],
    ['gateway/http/server.ts', '../limits/cost.ts'],
    ['gateway/http/server.ts', '../../package.json'],
    ['gateway/http/server.ts', 'node:http'],
    ['.ci/answer.mjs', '../demo/settings.ts'],
  ])('%s may import %s', (path, name) => {
    expect(importing(path, name)).toEqual([]);
  });

  it.each([
    ['gateway/main.ts', '#subgraphs/start.ts'],
    ['gateway/main.ts', '#adapters/soap/connector.ts'],
    ['gateway/main.ts', '#demo/users.ts'],
    ['subgraphs/start.ts', '#gateway/main.ts'],
    ['subgraphs/start.ts', '#simulators/soap/server.ts'],
    ['adapters/soap/client.ts', '#auth/caller.ts'],
    ['auth/caller.ts', '#service/logger.ts'],
    ['simulators/soap/server.ts', '#demo/world/cases.ts'],
    ['schema/clock.ts', '#auth/caller.ts'],
    ['service/run.ts', '#schema/clock.ts'],
    ['gateway/main.ts', '#constructor/x.ts'],
    ['gateway/http/server.ts', '../../subgraphs/start.ts'],
    ['adapters/soap/client.test.ts', '#simulators/soap/server.ts'],
    ['gateway/tool.mjs', '#demo/users.ts'],
  ])('%s may not import %s', expectRefused);

  it.each([
    "import '#demo/a.ts';",
    "export * from '#demo/a.ts';",
    "import type { A } from '#demo/a.ts';",
    "const a = await import('#demo/a.ts');",
    'import\n{ A }\nfrom "#demo/a.ts";',
  ])('every form counts: %j', (statement) => {
    expect(importing('gateway/a.ts', '', statement)).toEqual([
      `gateway/a.ts:${statement.split('\n').length} import of #demo/a.ts`,
    ]);
  });

  it('gives the line, and reads no comments', () => {
    const text =
      "/**\n * import { a } from '#demo/a.ts';\n */\n\n// from '#demo/b.ts'\nimport { c } from '#demo/c.ts';\n";
    expect(check({ 'gateway/a.ts': text })).toEqual(['gateway/a.ts:6 import of #demo/c.ts']);
  });

  it('says what is allowed', () => {
    const files = [
      { path: 'auth/README.md', text: '' },
      { path: 'auth/a.ts', text: "import '#demo/a.ts';" },
    ];
    expect(violations(files)).toMatchObject([{ allowed: 'auth imports schema' }]);
  });
});

describe('packages', () => {
  it.each([
    ['adapters/soap/client.ts', 'soap'],
    ['adapters/oracle/session.ts', 'oracledb'],
    ['simulators/oracle/values.test.ts', 'oracledb'],
    ['simulators/oracle/testing/harness.ts', 'oracledb'],
    ['gateway/planning/planner.ts', '@apollo/gateway'],
    ['subgraphs/kit/postgres/database.ts', 'pg'],
    ['gateway/main.ts', 'soapstone'],
  ])('%s may import %s', (path, name) => {
    expect(importing(path, name)).toEqual([]);
  });

  it.each([
    ['adapters/systems/court-12368/system.ts', 'soap'],
    ['simulators/soap/server.ts', 'soap'],
    ['simulators/soap/server.test.ts', 'soap'],
    ['simulators/oracle/listener.ts', 'oracledb'],
    ['adapters/systems/legal-aid/system.ts', 'oracledb'],
    ['subgraphs/main.ts', 'oracledb/lib/thin/connection.js'],
    ['gateway/gateway.ts', '@apollo/gateway'],
    ['gateway/subrequests/http-source.ts', '@apollo/gateway'],
    ['subgraphs/court/owner.ts', 'pg'],
    ['subgraphs/access/store/grants.ts', 'pg'],
  ])('%s may not import %s', expectRefused);

  it('knows types from values', () => {
    const types = "import type { GraphQLDataSource } from 'PACKAGE';".replace('PACKAGE', '@apollo/gateway');
    expect(importing('gateway/subrequests/http-source.ts', '', types)).toEqual([]);
    expect(importing('gateway/http/server.ts', '', types)).toHaveLength(1);
  });
});

describe('SQL', () => {
  const statements = [
    "'SELECT a FROM b'",
    "'select a from b'",
    '`\n  SELECT a,\n    b\n  FROM c`',
    '"INSERT INTO a VALUES (1)"',
    "'UPDATE a SET b = 1'",
    "'DELETE FROM a'",
  ];

  it.each(statements)('stands only in its places: %j', (literal) => {
    const text = `const statement = ${literal};`;
    expect(check({ 'gateway/a.ts': text, 'schema/a.ts': text })).toHaveLength(2);
    expect(
      check({
        'adapters/systems/legal-aid/statements.ts': text,
        'subgraphs/casework/registry/cases.ts': text,
        'adapters/oracle/fetch.test.ts': text,
      }),
    ).toEqual([]);
  });

  it('is not every sentence', () => {
    expect(check({ 'gateway/a.ts': "const text = 'Select a case from the list, update what you set';" })).toEqual([]);
  });

  it('as a file too, and WSDLs', () => {
    expect(check({ 'gateway/a.sql': '', 'subgraphs/court/a.wsdl': '' })).toEqual([
      'gateway/a.sql:1 a file of SQL',
      'subgraphs/court/a.wsdl:1 a WSDL or a schema',
    ]);
  });
});

describe('a legacy system’s own words', () => {
  const declarations = {
    'adapters/systems/court/court.wsdl': '<part name="parameters"/><element name="cxYangLi"/><element name="AH"/>',
    'simulators/legal-aid/schema.sql': 'CREATE TABLE T_YANGLI (\n  YANGLIBH CHAR(24) NOT NULL\n)',
  };

  it.each(['cxYangLi', 'T_YANGLI', 'YANGLIBH'])('%s stays with its adapter', (word) => {
    const text = `export const a = row.${word};`;
    expect(check({ ...declarations, 'adapters/systems/court/a.ts': text, 'demo/systems/a.ts': text })).toEqual([]);
    expect(check({ ...declarations, 'subgraphs/court/a.ts': text })).toEqual([
      `subgraphs/court/a.ts:1 a legacy system’s own word: ${word}`,
    ]);
  });

  it('are not words of everybody', () => {
    expect(check({ ...declarations, 'gateway/a.ts': 'export const parameters = { AH: 1 };' })).toEqual([]);
  });
});

describe('files', () => {
  it.each(['tests/run.log', 'bench/results.jsonl', 'docs/answers.ndjson'])('%s is not committed', (path) => {
    expect(check({ [path]: '' })).toEqual([`${path}:1 a log or the records of a run`]);
  });

  it.each(['work', 'tmp', 'root'])('no path of one machine: %s', (folder) => {
    expect(check({ 'docs/a.md': `first\nsee \`/${folder}/notes\`` })).toEqual([
      `docs/a.md:2 a path of one machine: /${folder}/`,
    ]);
    expect(check({ 'docs/a.md': `https://example.org/${folder}/, .data/${folder}/, '/${folder}'` })).toEqual([]);
  });

  it('a folder with source files has a README', () => {
    const files = [
      { path: 'gateway/http/server.ts', text: '' },
      { path: 'docs/a.md', text: '' },
    ];
    expect(violations(files)).toMatchObject([{ path: 'gateway/http/README.md', what: 'is missing' }]);
  });
});
