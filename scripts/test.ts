/**
 * `npm test` runs the unit tests and those of single parts on two workers, then those of the graph one after another, since they share one
 * demo and break it on purpose. `npm test -- ARG …` gives the arguments to one run of Jest instead: `npm test -- gateway/limits --selectProjects unit`.
 */
import { runTool } from './tool.ts';

/** Milliseconds for a test or hook that starts and stops real servers; a watchdog, not a measure. */
const WATCHDOG = '--testTimeout=30000';
const PARTS = ['--selectProjects', 'unit', 'parts', '--maxWorkers=2', WATCHDOG];
const GRAPH = ['--selectProjects', 'graph', '--runInBand', WATCHDOG];
const asked = process.argv.slice(2);
const runs = asked.length > 0 ? [[...asked, '--runInBand', WATCHDOG]] : [PARTS, GRAPH];

for (const args of runs) {
  const code = await runTool('jest/bin/jest.js', args, [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
  ]);
  if (code > 128) process.exit(code);
  if (code !== 0) process.exitCode = code;
}
