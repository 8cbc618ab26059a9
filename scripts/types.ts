/** `npm run types` checks the types; Node strips them when it runs the sources, so nothing is built. */
import { runTool } from './tool.ts';

process.exitCode = await runTool('typescript/bin/tsc', ['--project', 'tsconfig.json', ...process.argv.slice(2)]);
