import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);

/** Runs a program of `node_modules` (its path there) on this Node, in the root, on this terminal. Resolves to its exit code, 128 and more for a signal. */
export async function runTool(
  program: string,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): Promise<number> {
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: [process.env.NODE_OPTIONS, ...nodeOptions].filter(Boolean).join(' ') },
  });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, forward);
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  for (const each of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(each, forward);
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}
