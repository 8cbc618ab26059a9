import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outcome } from '#tests/legacy/soap-alone.ts';

/** One class of values on one stack: what `soap` alone made of it, and what ours did. */
export interface Row {
  readonly values: string;
  readonly stack: string;
  readonly alone: Outcome;
  readonly ours: Outcome;
}

export async function clearRows(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

export async function saveRows(folder: string, name: string, rows: readonly Row[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.json`), JSON.stringify(rows));
}

/** What the suites saved, as a table of Markdown: a line for each class of values, `soap` alone → ours for each stack; nothing where none was filled. */
export async function readTable(folder: string): Promise<string> {
  const files = (await readdir(folder).catch(() => [])).sort();
  const rows = (
    await Promise.all(files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as Row[]))
  ).flat();
  if (rows.length === 0) return '';
  const stacks = [...new Set(rows.map(({ stack }) => stack))];
  const classes = [...new Set(rows.map(({ values }) => values))].sort();
  const cell = (values: string, stack: string) => {
    const row = rows.find((each) => each.values === values && each.stack === stack);
    return row ? `${row.alone} → ${row.ours}` : '–';
  };
  const sum = (stack: string) => {
    const own = rows.filter((row) => row.stack === stack);
    const right = (who: 'alone' | 'ours') => own.filter((row) => row[who] === 'right').length;
    return `${right('alone')} → ${right('ours')} of ${own.length}`;
  };
  return [
    ['values: soap alone → ours', ...stacks],
    ['---', ...stacks.map(() => '---')],
    ['right', ...stacks.map(sum)],
    ...classes.map((values) => [values, ...stacks.map((stack) => cell(values, stack))]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
