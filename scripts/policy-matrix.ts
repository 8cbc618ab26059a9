/**
 * `npm run policy:matrix` writes the access matrix, role × field × purpose, to `docs/access-matrix.md`; `npm run policy:matrix -- --check`
 * writes nothing and fails where the committed file differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderMatrix } from './policy/matrix.ts';
import { today } from './policy/moments.ts';

const path = join(import.meta.dirname, '..', 'docs', 'access-matrix.md');
const text = renderMatrix(today());

if (!process.argv.includes('--check')) {
  writeFileSync(path, text);
  console.log('docs/access-matrix.md 已写好 / written');
} else if (read() === text) {
  console.log('docs/access-matrix.md 与策略一致 / is up to date');
} else {
  console.error(
    'docs/access-matrix.md 与策略不一致，请运行 npm run policy:matrix / differs from the policy: run npm run policy:matrix',
  );
  process.exitCode = 1;
}

function read(): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
