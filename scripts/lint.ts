/** `npm run lint` checks format and lint by Biome; `npm run lint -- --write` mends what can be mended. */
import { runTool } from './tool.ts';

process.exitCode = await runTool('@biomejs/biome/bin/biome', [
  'check',
  '--error-on-warnings',
  ...process.argv.slice(2),
]);
