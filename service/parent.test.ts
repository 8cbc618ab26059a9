import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from '@jest/globals';

const FIXTURE = fileURLToPath(new URL('./parent.fixture.ts', import.meta.url));
/** Stands for npm and its shell: starts the fixture with its own output, and waits. */
const STARTER = `require('node:child_process').spawn(process.execPath, [${JSON.stringify(FIXTURE)}], { stdio: 'inherit' }); setInterval(() => {}, 1000)`;

let left: number[] = [];
afterEach(() => {
  for (const pid of left.splice(0)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended, as it should.
    }
  }
});

async function started(env: NodeJS.ProcessEnv): Promise<{ starter: ChildProcess; pid: number; said(): string }> {
  const starter = spawn(process.execPath, ['-e', STARTER], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  starter.stdout?.on('data', (chunk: Buffer) => {
    text += chunk;
  });
  while (!text.includes('\n')) await once(starter.stdout as NodeJS.ReadableStream, 'data');
  const pid = Number(/up (\d+)/.exec(text)?.[1]);
  left = [pid];
  return { starter, pid, said: () => text };
}

it('a process that npm started ends when a signal has ended npm alone', async () => {
  const { starter, said } = await started({ npm_lifecycle_event: 'start' });
  const ended = once(starter.stdout as NodeJS.ReadableStream, 'end');
  starter.kill('SIGKILL');
  await ended;
  expect(said()).toContain('gone');
}, 30_000);

it('one that npm did not start outlives its starter', async () => {
  const { starter, pid, said } = await started({ npm_lifecycle_event: undefined });
  starter.kill('SIGKILL');
  await once(starter, 'exit');
  await new Promise((later) => setTimeout(later, 1200));
  expect(said()).not.toContain('gone');
  expect(() => process.kill(pid, 0)).not.toThrow();
}, 30_000);
