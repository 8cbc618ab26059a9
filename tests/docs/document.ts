import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

/** A fenced block: what it is, of which file, and its text without the fences. */
export interface Block {
  readonly language: string;
  /** `null` where the block is of no file. */
  readonly path: string | null;
  readonly text: string;
}

/** Files and folders that a text names. */
export function pathsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g)].map(([, path = '']) => path))];
}

/** A document, taken apart. */
export function readDocument(path: string) {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const blocks = [...text.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', path = null, content = '']): Block => ({ language, path, text: content }),
  );
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, '');
  return {
    blocks,
    text,
    /** The lines of its `sh` blocks. */
    commands: blocks.filter(({ language }) => language === 'sh').flatMap(({ text: lines }) => lines.trim().split('\n')),
    prose,
  };
}
