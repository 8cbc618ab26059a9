import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface ListedProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** A process and all its descendants, as they are now. */
export async function treeOf(pid: number): Promise<ListedProcess[]> {
  const all = await list();
  const tree = all.filter((each) => each.pid === pid);
  for (const { pid: parent } of tree) tree.push(...all.filter((each) => each.parent === parent));
  return tree;
}

/** Those of them that still live. */
export async function livingOf(processes: readonly ListedProcess[]): Promise<ListedProcess[]> {
  const living = new Set((await list()).map(({ pid }) => pid));
  return processes.filter(({ pid }) => living.has(pid));
}

/** Every process but those that have ended and wait for their parent to take notice. */
async function list(): Promise<ListedProcess[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-ww', '-o', 'pid=,ppid=,stat=,args=']);
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, state, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s*(.*)$/.exec(line) ?? [];
    return pid === undefined || state?.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}
