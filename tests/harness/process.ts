import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const ROOT = join(import.meta.dirname, '..', '..');

/** One of our entries as its own process, as an operator would start it. */
export interface TestProcess {
  readonly pid: number;
  readonly stdout: string;
  readonly stderr: string;
  /** How it ended: its exit code, or the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Waits until standard output or standard error has such a text. Rejects, with what it said, where it ends without. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
}

const running = new Set<TestProcess>();

/** The standard ports of metrics may be those of a demo that runs on this machine. */
const NO_METRICS = { GATEWAY_METRICS_PORT: 'off', SUBGRAPHS_METRICS_PORT: 'off' };

/** Starts a script with nothing of the tests' own environment but {@link cleanEnvironment}. */
export function startScript(script: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): TestProcess {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...cleanEnvironment(), ...NO_METRICS, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals);
  const started: TestProcess = {
    pid: child.pid ?? 0,
    get stdout() {
      return stdout;
    },
    get stderr() {
      return stderr;
    },
    ended,
    async says(pattern) {
      const over = ended.then(() => true);
      for (let isOver = false; ; ) {
        const found = pattern.exec(stdout) ?? pattern.exec(stderr);
        if (found) return found;
        if (isOver) throw new Error(`${script} ended (${await ended}) without ${pattern}: ${stdout}${stderr}`);
        isOver = await Promise.race([over, sleep(20, false)]);
      }
    },
    kill: (signal) => child.kill(signal),
  };
  running.add(started);
  void ended.then(() => running.delete(started));
  return started;
}

/** Kills what a failed test left running; for `afterAll`. */
export async function killScripts(): Promise<void> {
  await Promise.all(
    [...running].map((each) => {
      each.kill('SIGKILL');
      return each.ended;
    }),
  );
}

/** What finds programs and folders, and code that was compiled before, as `npm run` does. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE } = process.env;
  return {
    ...(PATH && { PATH }),
    ...(HOME && { HOME }),
    ...(TMPDIR && { TMPDIR }),
    ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }),
  };
}
