import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { debianPackages, debianPrograms, placeOf, run } from '#tests/legacy/install.ts';

/** The Python of a suite. */
export async function pythonOf(suite: string): Promise<string> {
  return join(await placeOf(suite), 'python', 'bin', 'python');
}

/** Makes a suite's Python and brings its packages, `name==version`, from PyPI. @throws Error where it cannot */
export async function installPython(suite: string, packages: readonly string[]): Promise<void> {
  const python = await pythonOf(suite);
  if (!existsSync(python)) await makeEnvironment(join(await placeOf(suite), 'python'));
  await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]);
}

async function makeEnvironment(folder: string): Promise<void> {
  await debianPrograms({ python3: 'python3' });
  const make = () => run('python3', ['-m', 'venv', '--clear', folder]);
  try {
    await make();
  } catch {
    await debianPackages(['python3-venv']); // Debian keeps a part of it in a package of its own
    await make();
  }
}
