/**
 * `npm run rules` holds every file that git tracks, or would track, against `scripts/rules/tables.ts`. It prints one line for each
 * violation: where, what, and what is allowed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { violations } from './rules/check.ts';

const root = dirname(import.meta.dirname);

// In CI the checkout may belong to another user.
const git = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
const files = execFileSync('git', git, { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const found = violations(files);
for (const { path, line, what, allowed } of found) console.error(`${path}:${line}  ${what}  (allowed: ${allowed})`);
console.log(found.length === 0 ? `${files.length} files follow the rules` : `${found.length} violations`);
process.exitCode = found.length === 0 ? 0 : 1;
