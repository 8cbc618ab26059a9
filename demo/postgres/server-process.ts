import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Account } from '#demo/postgres/account.ts';
import { program } from '#demo/postgres/binaries.ts';
import { SERVER_ENV } from '#demo/postgres/cluster.ts';
import type { Place } from '#demo/postgres/place.ts';
import { serverSettings } from '#demo/postgres/server-settings.ts';

const POLL_MS = 10;
const START_SECONDS = 60;
const STOP_SECONDS = 10;
const windows = process.platform === 'win32';

/** The postmaster as a child process. It ends with us, whichever way we go, short of a kill -9 (leftover.ts). */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #place: Place;
  /** Resolves when it ends, whoever ended it. */
  readonly ended: Promise<void>;
  readonly #onExit = () => this.#child.kill('SIGINT');
  #ended = false;
  /** Why the program could not be run at all. */
  #spawnError: Error | undefined;

  static spawn(place: Place, port: number, account: Account | null, logDescriptor: number): ServerProcess {
    const settings = Object.entries(serverSettings(port)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(program(place.binaries, 'postgres'), ['-D', place.cluster, ...settings], {
      ...account,
      cwd: place.binaries.folder,
      env: SERVER_ENV,
      stdio: ['ignore', logDescriptor, logDescriptor],
      // A process group of its own: Ctrl-C in the terminal is the launcher's, who stops the database last.
      detached: !windows,
      windowsHide: true,
    });
    return new ServerProcess(child, place);
  }

  private constructor(child: ChildProcess, place: Place) {
    this.#child = child;
    this.#place = place;
    process.once('exit', this.#onExit);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ended = promise;
    const end = () => {
      this.#ended = true;
      process.off('exit', this.#onExit);
      resolve();
    };
    child.once('exit', end);
    child.once('error', (error) => {
      this.#spawnError = error;
      end();
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get spawnError(): Error | undefined {
    return this.#spawnError;
  }

  /** Waits until the server accepts connections, as its own pid file says; false if it ended instead. */
  async ready(): Promise<boolean> {
    for (let waited = 0; !this.#ended && waited < START_SECONDS * 1000; waited += POLL_MS) {
      const text = await readFile(join(this.#place.cluster, 'postmaster.pid'), 'utf8').catch(() => '');
      const lines = text.split('\n');
      if (Number(lines[0]) === this.pid && lines[7]?.trim() === 'ready') return true;
      await sleep(POLL_MS);
    }
    await this.stop();
    return false;
  }

  async stop(): Promise<void> {
    if (this.#ended) return;
    const exit = once(this.#child, 'exit');
    await this.#interrupt();
    const bound = setTimeout(() => this.#child.kill('SIGKILL'), STOP_SECONDS * 1000);
    await exit;
    clearTimeout(bound);
  }

  /** SIGINT asks the postmaster for a fast shutdown. Windows knows no such signal: PostgreSQL's own program speaks for it. */
  async #interrupt(): Promise<void> {
    if (windows) await promisify(execFile)(program(this.#place.binaries, 'pg_ctl'), ['kill', 'INT', String(this.pid)]);
    else this.#child.kill('SIGINT');
  }
}
