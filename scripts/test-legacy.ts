/**
 * `npm run test:legacy` proves the connectors against servers and clients that are not ours: it installs what they need, runs each suite of
 * `tests/legacy` and prints what `soap` alone and what our connector made of every class of values. `npm run test:legacy -- NAME …` runs
 * some. A suite that cannot be installed or started has failed.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { placeOf } from '#tests/legacy/install.ts';
import type { LegacySuite } from '#tests/legacy/suite.ts';
import { clearRows, readTable } from '#tests/legacy/table.ts';
import { runTool } from './tool.ts';

const FOLDER = join(import.meta.dirname, '..', 'tests', 'legacy');
const NODE = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const JEST = ['--selectProjects', 'legacy', '--runInBand', '--testTimeout=60000', '--forceExit'];

const asked = process.argv.slice(2);
const files = await readdir(FOLDER, { recursive: true });
const all = files
  .filter((file) => file.endsWith('/suite.ts'))
  .map((file) => file.replace('/suite.ts', ''))
  .sort();
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`no suite of that name: ${unknown.join(', ')}; there are ${all.join(', ')}`);
  process.exit(2);
}

const table = await placeOf('table');
await clearRows(table);
const outcomes: string[] = [];
for (const folder of asked.length > 0 ? asked : all) {
  const { suite } = (await import(join(FOLDER, folder, 'suite.ts'))) as { readonly suite: LegacySuite };
  const began = Date.now();
  const passed = await passes(folder, suite);
  if (!passed) process.exitCode = 1;
  outcomes.push(`${passed ? 'passed' : 'FAILED'} ${suite.name} (${Math.round((Date.now() - began) / 1000)} s)`);
}
console.log(`\n${await readTable(table)}\n\n${outcomes.join('\n')}`);

async function passes(folder: string, suite: LegacySuite): Promise<boolean> {
  console.log(`\n=== ${suite.name}`);
  try {
    await suite.install();
  } catch (error) {
    console.error('cannot be installed:', error);
    return false;
  }
  return (await runTool('jest/bin/jest.js', [`/tests/legacy/${folder}/`, ...JEST], NODE)) === 0;
}
