/**
 * `npm test` runs the unit tests and those of single parts on two workers and, beside them, those of the graph one after another, since they
 * share one demo and break it on purpose; what the latter say is printed when the former have ended. `npm test -- ARG …` gives the arguments
 * to one run of Jest instead: `npm test -- gateway/limits --selectProjects unit`.
 */
import { runTool, runToolQuietly } from './tool.ts';

/** Milliseconds for a test or hook that starts and stops real servers; a watchdog, not a measure. */
const WATCHDOG = '--testTimeout=30000';
/** A server that a failed test left open must not keep a run from ending. */
const ENDS = [WATCHDOG, '--forceExit'];
const PARTS = ['--selectProjects', 'unit', 'parts', '--maxWorkers=2', ...ENDS];
const GRAPH = ['--selectProjects', 'graph', '--runInBand', ...ENDS];
const NODE = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const JEST = 'jest/bin/jest.js';

const asked = process.argv.slice(2);
if (asked.length > 0) process.exitCode = await runTool(JEST, [...asked, '--runInBand', ...ENDS], NODE);
else {
  const graph = runToolQuietly(JEST, GRAPH, NODE);
  const parts = await runTool(JEST, PARTS, NODE);
  const { code, output } = await graph;
  process.stdout.write(output);
  process.exitCode = Math.max(parts, code);
}
