import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '#tests/harness/process.ts';

/** A folder for what a suite installs, builds and makes; nothing of it is committed. */
export async function placeOf(suite: string): Promise<string> {
  const place = join(ROOT, '.data', 'legacy', suite);
  await mkdir(place, { recursive: true });
  return place;
}

/** Runs a program to its end. @throws Error with what it said, where it does not end well */
export async function run(program: string, args: readonly string[], cwd: string = ROOT): Promise<void> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${said.slice(-4000)}`);
}

/** Installs Debian packages where one of them is missing, which root alone may. */
export async function debianPackages(names: readonly string[]): Promise<void> {
  if (await succeeds('dpkg', ['--status', ...names])) return;
  if (process.getuid?.() !== 0) throw new Error(`missing, and only root may install: ${names.join(' ')}`);
  await run('apt-get', ['update', '-q']);
  await run('env', [
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    'install',
    '-q',
    '-y',
    '--no-install-recommends',
    ...names,
  ]);
}

/** The same for programs, by the packages that hold them. */
export async function debianPrograms(packages: Readonly<Record<string, string>>): Promise<void> {
  for (const [program, name] of Object.entries(packages)) {
    if (!(await succeeds('which', [program]))) await debianPackages([name]);
  }
}

/** Copies what a `pom.xml` names from Maven Central into a folder. */
export async function mavenJars(pom: string, folder: string): Promise<void> {
  const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';
  await run('mvn', ['-q', '-B', '-f', pom, `${plugin}:copy-dependencies`, `-DoutputDirectory=${folder}`]);
}

async function succeeds(program: string, args: readonly string[]): Promise<boolean> {
  try {
    await run(program, args);
    return true;
  } catch {
    return false;
  }
}
