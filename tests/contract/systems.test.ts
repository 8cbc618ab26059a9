import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const SYSTEMS = join(import.meta.dirname, '..', '..', 'adapters', 'systems');

it('every system passes the contract', () => {
  const systems = readdirSync(SYSTEMS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(systems.length).toBeGreaterThan(0);
  for (const { name } of systems)
    expect([name, existsSync(join(import.meta.dirname, `${name}.test.ts`))]).toEqual([name, true]);
});
