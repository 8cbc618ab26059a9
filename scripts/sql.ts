/**
 * `npm run sql` writes every SQL text that is sent to an Oracle database, with its binds, and where the stand-in is not Oracle, to `docs/sql.md`;
 * `npm run sql -- --check` writes nothing and fails where the committed file differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectSql } from './sql/collect.ts';
import { renderSql } from './sql/page.ts';

const path = join(import.meta.dirname, '..', 'docs', 'sql.md');
const text = renderSql(await collectSql());

if (!process.argv.includes('--check')) {
  writeFileSync(path, text);
  console.log('docs/sql.md 已写好 / written');
} else if (read() === text) {
  console.log('docs/sql.md 与代码一致 / is up to date');
} else {
  console.error('docs/sql.md 与代码不一致，请运行 npm run sql / differs from the code: run npm run sql');
  process.exitCode = 1;
}

function read(): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
