/** `npm run legacy -- soap|oracle …` calls a system by configuration alone, and prints one JSON document (`scripts/legacy`, `docs/legacy-tool.md`). */
import { legacy } from './legacy/command.ts';

// Standard error is one JSON document; what a library's library deprecates is not for whoever tries a system.
process.noDeprecation = true;
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
process.exitCode = await legacy(
  process.argv.slice(2),
  {
    stdin: process.stdin,
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
  },
  { env: process.env, signal: interrupted.signal },
);
