import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whom the server runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then an unprivileged account is used, made if need be. Everyone else runs it as himself: `null`. */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const found = find('postgres') ?? find('nobody');
  if (found) return found;
  execFileSync('useradd', ['--system', '--no-create-home', 'postgres'], { stdio: 'ignore' });
  const made = find('postgres');
  if (!made) {
    throw new Error(
      'PostgreSQL 不能以 root 身份运行，且未能创建 postgres 用户 / PostgreSQL does not run as root, and no user postgres could be made',
    );
  }
  return made;
}

/** Whether the account may enter every folder down to the path, and the path itself (a folder or a program). */
export function canReach(account: Account, path: string): boolean {
  for (let at = realpathSync(path); ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function find(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
