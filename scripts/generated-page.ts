import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface GeneratedPage {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  /** The command that writes it. */
  readonly command: string;
  /** What it is made from. */
  readonly from: { readonly zh: string; readonly en: string };
}

/** Writes a page; with `--check` nothing is written, and the process fails where the committed page differs. */
export function keepPage({ path, text, command, from }: GeneratedPage): void {
  const file = join(import.meta.dirname, '..', path);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
    console.log(`${path} 已写好 / written`);
  } else if (read(file) === text) {
    console.log(`${path} 与${from.zh}一致 / is up to date`);
  } else {
    console.error(`${path} 与${from.zh}不一致，请运行 ${command} / differs from ${from.en}: run ${command}`);
    process.exitCode = 1;
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
