import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ReadyMessage } from '#service/run.ts';

const ROOT = join(import.meta.dirname, '..');

/** A process of the demo, once it has said that it is ready. */
export interface Child {
  readonly pid: number;
  /** Resolves when it ends, whoever ended it. */
  readonly ended: Promise<void>;
  /** Asks it to finish what is in flight and waits until it has ended. */
  stop(): Promise<void>;
}

/**
 * Runs a script of ours until it has ended: it makes itself ready and begins what it is for once `begin` has resolved, as a message tells it.
 * Throws its complaint where it failed; what keeps it from beginning ends it.
 */
export async function runToEnd(script: string, env: NodeJS.ProcessEnv, begin: Promise<unknown>): Promise<void> {
  const child = fork(join(ROOT, script), [], {
    env: { ...process.env, ...env },
    // Not in the launcher's group: a Ctrl-C during the start lets it end by itself.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const complaint = collect(child);
  const exited = once(child, 'exit') as Promise<[number | null]>;
  begin.then(
    () => child.connected && child.send('begin'),
    () => child.kill('SIGTERM'),
  );
  const [code] = await exited;
  if (code !== 0) throw new Error(complaint() || `${script} 失败 / ${script} failed`);
}

/**
 * Forks one of our entries. It has a process group of its own, so that Ctrl-C reaches the launcher alone and everything stops in order;
 * should the launcher die, the child notices that its channel has closed and stops by itself.
 */
export async function forkChild(entry: string, env: NodeJS.ProcessEnv): Promise<Child> {
  const child = fork(join(ROOT, entry), [], {
    env: { ...process.env, ...env },
    // A small young generation: a fifth less memory, for a demo that serves one person.
    execArgv: ['--max-semi-space-size=1'],
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const complaint = collect(child);
  const exited = once(child, 'exit');
  const message = await Promise.race([once(child, 'message'), exited.then(() => null)]);
  if (!(message?.[0] as ReadyMessage | undefined)?.ready)
    throw new Error(complaint() || `${entry} 未能启动 / ${entry} did not start`);
  const ended = exited.then(() => {});
  return {
    pid: child.pid ?? 0,
    ended,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The end of what a process says on standard error. */
function collect(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text = `${text}${chunk}`.slice(-4000);
  });
  return () => text.trim();
}
