import { globSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { POLICY } from '#auth/policies/current.ts';

/** Ids of rules, as code names them. */
const RULE_ID = /'((?:permit|deny|fields|purpose|token)\.[a-z]+(?:-[a-z]+)*)'/g;

/** Files of the product that decide or record decisions, but for their tests. */
const SOURCES = globSync('{auth,gateway,subgraphs}/**/*.ts').filter((path) => !/\.(?:test|fixture)\.ts$/.test(path));

it('every rule that code names has a text and a law, for the log and explanations', () => {
  const named = SOURCES.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(RULE_ID)].map(([, id = '']) => id));
  expect(new Set(named).size).toBeGreaterThan(20);
  expect([...new Set(named)].filter((id) => !POLICY.texts.has(id))).toEqual([]);
});
