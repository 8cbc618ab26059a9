import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { cleanEnvironment } from '#tests/harness/process.ts';

/** Milliseconds until a server must say that it is ready: a watchdog, not a measure. */
const READY_WITHIN = 60_000;
const ENDS_WITHIN = 10_000;

export interface LegacyServer {
  /** What it said behind the word `ready`. */
  readonly ready: readonly string[];
  stop(): Promise<void>;
}

/**
 * Starts a server that says `ready WORD …` on standard output when it listens, in the zone of the systems that it stands for. It ends
 * with its standard input, so that none is left behind by a run that was killed.
 * @throws Error with what it said, where it ends or is silent
 */
export async function startServer(program: string, args: readonly string[], cwd: string): Promise<LegacyServer> {
  const child = spawn(program, args, { cwd, env: { ...cleanEnvironment(), TZ: 'Asia/Shanghai' } });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-4000);
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), READY_WITHIN);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('ready ')) return { ready: line.split(' ').slice(1), stop: () => stop(child) };
      said += `${line}\n`;
    }
  } finally {
    clearTimeout(timer);
    child.stdout.resume();
  }
  throw new Error(`${program} ended without a word that it is ready:\n${said}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  const timer = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN);
  child.stdin?.end();
  await ended;
  clearTimeout(timer);
}

/** Keeps what a server says of itself on disk, as an operator does: a connector loads nothing from the network. */
export async function fetchWsdl(address: string, file: string): Promise<string> {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`no WSDL at ${address}: ${reply.status}`);
  await writeFile(file, Buffer.from(await reply.arrayBuffer()));
  return file;
}
