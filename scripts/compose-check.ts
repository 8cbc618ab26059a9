/** `npm run compose:check` checks `docker-compose.yml` as far as that goes without a container engine. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { composeProblems } from './compose/check.ts';

const root = dirname(import.meta.dirname);
const problems = composeProblems(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), (path) =>
  existsSync(join(root, path)),
);
for (const problem of problems) console.error(`docker-compose.yml: ${problem}`);

const compose = (...args: string[]) => spawnSync('docker', ['compose', ...args], { cwd: root, encoding: 'utf8' });
const installed = compose('version').status === 0;
const config = installed ? compose('config', '--quiet') : null;
if (config && config.status !== 0) console.error(config.stderr.trim());

const good = problems.length === 0 && (config?.status ?? 0) === 0;
if (good) console.log(`docker-compose.yml is right${installed ? ', and docker compose reads it' : ''}`);
process.exitCode = good ? 0 : 1;
