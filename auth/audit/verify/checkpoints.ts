import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Checkpoint, parseCheckpoint } from '#auth/audit/checkpoint.ts';
import { readLines } from '#auth/audit/read-lines.ts';
import type { LogFolder } from '#auth/audit/verify/log-folder.ts';

/** A line of a file of checkpoints. */
export interface CheckpointLine {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Null where the line is none. */
  readonly checkpoint: Checkpoint | null;
  /** Kept where the log's process cannot reach it. */
  readonly isElsewhere: boolean;
}

/** What the log's own process wrote beside its records. */
export function ownCheckpoints({ path }: LogFolder): CheckpointLine[] {
  const file = join(path, 'checkpoints');
  return existsSync(file) ? linesIn(file, false) : [];
}

/** Of every `*.checkpoints` file in a folder that the auditor keeps: of any logs, in any order. Throws where there is none. */
export function checkpointsElsewhere(folder: string): CheckpointLine[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.checkpoints'))
    .sort();
  if (files.length === 0)
    throw new Error(`${folder} 中没有 *.checkpoints 文件 / there is no *.checkpoints file in ${folder}`);
  return files.flatMap((name) => linesIn(join(folder, name), true));
}

function linesIn(file: string, isElsewhere: boolean): CheckpointLine[] {
  return [...readLines(file)].map(({ line }, index) => ({
    file,
    line: index + 1,
    checkpoint: parseCheckpoint(line.toString('utf8')),
    isElsewhere,
  }));
}
