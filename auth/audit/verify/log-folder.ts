import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { headOf } from '#auth/audit/line.ts';
import { readLines } from '#auth/audit/read-lines.ts';
import { type RecordFile, recordFilesIn } from '#auth/audit/record-files.ts';

/** The files of one log, as the process left them or as somebody copied them. */
export interface LogFolder {
  readonly path: string;
  /** As its first record says, or else the folder. */
  readonly name: string;
  readonly files: readonly RecordFile[];
}

/** Each path is a log's folder, or one whose folders are logs' (`AUDIT_DIR`). Throws where a path holds no log. */
export function logFoldersIn(paths: readonly string[]): LogFolder[] {
  return paths.flatMap((path) => {
    const inside = isLog(path)
      ? [path]
      : readdirSync(path)
          .map((name) => join(path, name))
          .filter(isLog);
    if (inside.length === 0) throw new Error(`${path} 中没有审计日志 / there is no audit log in ${path}`);
    return inside.map(openLogFolder);
  });
}

/** All lines in order, without newlines; the rest that a crash left at the end of a file is left out. */
export function* linesOf({ files }: Pick<LogFolder, 'files'>): Generator<Buffer, void> {
  for (const { path } of files) for (const { line } of readLines(path)) yield line;
}

function isLog(path: string): boolean {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder && (existsSync(join(path, 'checkpoints')) || recordFilesIn(path).length > 0);
}

function openLogFolder(path: string): LogFolder {
  const files = recordFilesIn(path);
  const [first] = linesOf({ files });
  return { path, files, name: (first && headOf(first)?.process) ?? basename(path) };
}
