import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CLOSED_SETTING, LIMIT_RANGES } from '#adapters/connector/read-limits.ts';
import { PORT_SETTINGS } from '#demo/settings.ts';
import { readSubgraphSettings } from '#subgraphs/settings.ts';
import { pathsIn, ROOT, readDocument } from '#tests/docs/document.ts';

const { text, commands } = readDocument('README.md');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('what the README names', () => {
  it('is there', () => {
    const links = [...text.matchAll(/\]\(([\w./-]+)\)/g)].map(([, path = '']) => path);
    const paths = [...pathsIn(text.replaceAll(/`\.data[^`]*`/g, '')), ...links];
    expect([paths.length > 10, paths.filter((path) => !existsSync(join(ROOT, path)))]).toEqual([true, []]);
  });
});

describe('its commands', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
  const ci = read('.ci/run');
  const tests = globSync('tests/{lifecycle,gateway}/*.test.ts', { cwd: ROOT }).map(read).join('');
  const named = [...text.matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)].map(([, script = '']) => script);

  it.each([...new Set(named)])('npm (run) %s is a script, which CI or a test runs', (script) => {
    const entry = scripts[script]?.replace('node scripts/run.mjs ', '');
    expect(entry).toBeDefined();
    expect(new RegExp(`\\bnpm (?:run )?${script}\\b`).test(ci) || tests.includes(`'${entry}'`)).toBe(true);
  });

  it('are no others in its blocks', () => {
    expect(
      commands.filter((command) => !/^(?:npm (?:start|test|run)|curl|export DATABASE_URL=)/.test(command)),
    ).toEqual([]);
  });

  it('are all the scripts there are', () => {
    expect(Object.keys(scripts).filter((script) => !named.includes(script))).toEqual([]);
  });
});

describe('its settings', () => {
  /** The variables and the values of a row: `A` `B` | 1 2 |. */
  const rows = [...text.matchAll(/^\| ((?:`[A-Z\d_]+` ?)+)\| ([\d ]+) \|/gm)].flatMap(
    ([, variables = '', values = '']) => {
      const ports = values.split(' ');
      return [...variables.matchAll(/[A-Z\d_]+/g)].map(([variable], index) => [variable, Number(ports[index])]);
    },
  );

  it('have every port as it is', () => {
    expect(Object.fromEntries(rows)).toEqual(
      Object.fromEntries(Object.values(PORT_SETTINGS).map(({ variable, standard }) => [variable, standard])),
    );
  });

  /** Not for whoever runs it: set by npm, by the launcher for the stand-ins, by a process for itself. */
  const INTERNAL = ['INIT_CWD', 'PATH', 'APOLLO_TELEMETRY_DISABLED', 'LEGAL_AID_DATABASE_URL', 'POLICE_DATABASE_URL'];

  /** Those of each system's limits, which docs/connectors.md lists. */
  const LIMIT = new RegExp(
    `_(?:${[...Object.values(LIMIT_RANGES).map(({ setting }) => setting), CLOSED_SETTING].join('|')})$`,
  );

  it('have every variable that the code reads', () => {
    const files = globSync('{auth,demo,gateway,service,subgraphs}/**/*.ts', { cwd: ROOT }).filter(
      (path) => !/\.(?:test|fixture)\.ts$/.test(path),
    );
    const inCode = files.flatMap((path) =>
      [...read(path).matchAll(/\benv\.([A-Z][A-Z\d_]+)/g)].map(([, name = '']) => name),
    );
    const variables = new Set(
      [...inCode, ...readBySubgraphs()].filter((name) => !INTERNAL.includes(name) && !LIMIT.test(name)),
    );
    expect(text).toContain('`<SYSTEM>_…`');
    expect(variables.size).toBeGreaterThan(40);
    const written = text.replace(
      'SUBGRAPH_<NAME>_URL',
      [...variables].filter((name) => /^SUBGRAPH_\w+_URL$/.test(name)).join(),
    );
    expect([...variables].filter((name) => !new RegExp(`\\b${name}\\b`).test(written))).toEqual([]);
  });

  /** Names under which the subgraphs look up their settings. */
  function readBySubgraphs(): string[] {
    const names = new Set<string>();
    const env = new Proxy({} as NodeJS.ProcessEnv, {
      get(_target, name) {
        names.add(String(name));
        return /PORT|TIMEOUT|DAYS|SIGNATURE/.test(String(name)) || LIMIT.test(String(name)) ? undefined : 'x';
      },
    });
    const { databaseUrl, accessDatabaseUrl, grantLimits, court12368, legalAid, police, procuratorate12309, notary } =
      readSubgraphSettings(env);
    const ours = [databaseUrl, accessDatabaseUrl, grantLimits];
    for (const need of [...ours, court12368, legalAid, police, procuratorate12309, notary]) need();
    return [...names];
  }
});
