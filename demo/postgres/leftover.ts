import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { LAUNCHER_SETTING } from '#demo/postgres/server-settings.ts';

const STOP_SECONDS = 10;

/**
 * Ends what an earlier run that was killed left behind: its server is stopped, a stale `postmaster.pid` cleared. A process
 * is touched only if its command line says that it serves this very cluster. Returns whether there was a leftover.
 * Throws if the launcher of that server still lives: then this folder's demo is simply running.
 */
export async function endLeftover(cluster: string): Promise<boolean> {
  const pidFile = join(cluster, 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8').catch(() => null);
  if (text === null) return false;
  const pid = Number(text.split('\n')[0]);
  const server = await findServer(pid, cluster);
  if (!server) {
    // The number may belong to somebody else by now, and PostgreSQL would wait for him.
    await rm(pidFile, { force: true });
    return true;
  }
  if (server.launcher === server.parent && isAlive(server.launcher)) {
    throw new Error(
      `此文件夹的演示已在运行（进程 ${server.launcher}），请先停止 / the demo of this folder is running already (process ${server.launcher}): stop it first`,
    );
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; await findServer(pid, cluster); waited += 50) {
    if (waited === STOP_SECONDS * 1000) process.kill(pid, 'SIGKILL');
    await sleep(50);
  }
  return true;
}

interface FoundServer {
  readonly launcher: number;
  /** Differs from the launcher once that is dead, except on Windows. */
  readonly parent: number;
}

async function findServer(pid: number, cluster: string): Promise<FoundServer | null> {
  const found = await inspect(pid).catch(() => null);
  const launcher = found?.command.match(new RegExp(`${LAUNCHER_SETTING}=(\\d+)`))?.[1];
  if (!found?.command.includes(cluster) || !launcher) return null;
  return { launcher: Number(launcher), parent: found.parent };
}

/** Command line and parent of a process. Rejects, or gives an empty command line, where there is none that lives. */
async function inspect(pid: number): Promise<{ command: string; parent: number }> {
  if (process.platform === 'linux') {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return { command: command.replaceAll('\0', ' '), parent: Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]) };
  }
  const [file, ...args] =
    process.platform === 'win32'
      ? [
          'powershell',
          '-NoProfile',
          '-Command',
          `Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}' | % { "$($_.ParentProcessId) $($_.CommandLine)" }`,
        ]
      : ['ps', '-ww', '-o', 'ppid=,command=', '-p', String(pid)];
  const { stdout } = await promisify(execFile)(file as string, args);
  return { command: stdout, parent: Number.parseInt(stdout, 10) };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
