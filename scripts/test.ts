/**
 * `npm test` runs the unit tests on two workers, then those of the graph one after another, since they share one demo and break it on
 * purpose. `npm test -- ARG …` gives the arguments to one run of Jest instead: `npm test -- gateway/limits --selectProjects unit`.
 */
import { runTool } from './tool.ts';

const UNIT = ['--selectProjects', 'unit', '--maxWorkers=2'];
const GRAPH = ['--selectProjects', 'graph', '--runInBand'];
const asked = process.argv.slice(2);
const runs = asked.length > 0 ? [[...asked, '--runInBand']] : [UNIT, GRAPH];

for (const args of runs) {
  const code = await runTool('jest/bin/jest.js', args, [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
  ]);
  if (code > 128) process.exit(code);
  if (code !== 0) process.exitCode = code;
}
