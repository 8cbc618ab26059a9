import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { SUBGRAPHS } from '#auth/envelope/envelope.ts';
import { SYSTEMS as NAMES } from '#schema/departments.ts';
import { SYSTEMS } from '#tests/contract/systems.ts';

const ADAPTERS = join(import.meta.dirname, '..', '..', 'adapters', 'systems');
/** What the adapters share, and no system. */
const SHARED = ['records'];

it('every system is listed', () => {
  const folders = readdirSync(ADAPTERS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(SYSTEMS.map(({ folder }) => folder).sort()).toEqual(
    folders.map(({ name }) => name).filter((name) => !SHARED.includes(name)),
  );
  expect(SYSTEMS.map(({ system }) => system).sort()).toEqual([...NAMES].sort());
  const ours = ['casework', 'access'];
  expect([...ours, ...SYSTEMS.map(({ subgraph }) => subgraph)].sort()).toEqual([...SUBGRAPHS].sort());
});

it.each(SYSTEMS)('$folder passes the contract', ({ folder }) => {
  const file = join(import.meta.dirname, `${folder}.test.ts`);
  expect(existsSync(file) && readFileSync(file, 'utf8')).toMatch(/^portContract\(\w+\);$/m);
});
