import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs a program of `node_modules` (its path there) on this Node, in the root, on this terminal. Resolves to its exit code, 128 and more for a signal. */
export function runTool(
  program: string,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): Promise<number> {
  return endOf(start(program, args, nodeOptions, 'inherit'));
}

/** The same, with what it says kept for later. */
export async function runToolQuietly(
  program: string,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): Promise<{ readonly code: number; readonly output: string }> {
  const child = start(program, args, nodeOptions, 'pipe');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await endOf(child);
  return { code, output };
}

function start(
  program: string,
  args: readonly string[],
  nodeOptions: readonly string[],
  output: 'inherit' | 'pipe',
): ChildProcess {
  return spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: [output === 'inherit' ? 'inherit' : 'ignore', output, output],
    env: { ...process.env, NODE_OPTIONS: [process.env.NODE_OPTIONS, ...nodeOptions].filter(Boolean).join(' ') },
  });
}

async function endOf(child: ChildProcess): Promise<number> {
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  for (const each of SIGNALS) process.off(each, forward);
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}
