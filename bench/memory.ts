import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A running process and its resident memory in KiB. `pss` counts a page that n processes share as 1/n; NaN except on Linux. */
export interface ProcessMemory {
  readonly pid: number;
  readonly parent: number;
  readonly title: string;
  readonly rss: number;
  readonly pss: number;
}

/** The processes with these ids and all that descend from them, each after its parent. */
export async function memoryOf(roots: readonly number[]): Promise<ProcessMemory[]> {
  const all = process.platform === 'linux' ? await fromProc() : await fromPs();
  const withDescendants = (pid: number): ProcessMemory[] => [
    ...all.filter((each) => each.pid === pid),
    ...all.filter(({ parent }) => parent === pid).flatMap((child) => withDescendants(child.pid)),
  ];
  return roots.flatMap(withDescendants);
}

/** proc(5): `stat` for the parent, `smaps_rollup` for the sizes. A process that has ended meanwhile is left out. */
async function fromProc(): Promise<ProcessMemory[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map((pid) => readProc(pid).catch(() => null)));
  return found.filter((each) => each !== null);
}

async function readProc(pid: number): Promise<ProcessMemory> {
  const [stat, command, sizes] = await Promise.all(
    ['stat', 'cmdline', 'smaps_rollup'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8')),
  );
  const size = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(sizes ?? '')?.[1] ?? 0);
  // The second field, the name in brackets, may hold blanks and brackets; the parent is the second after it.
  const parent = Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  return { pid, parent, title: (command ?? '').split('\0').join(' ').trim(), rss: size('Rss'), pss: size('Pss') };
}

async function fromPs(): Promise<ProcessMemory[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-ww', '-o', 'pid=,ppid=,rss=,command=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, rss, ...title] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), title: title.join(' '), rss: Number(rss), pss: Number.NaN };
    });
}
