import { statSync } from 'node:fs';
import { AppendFile } from '#auth/audit/append-file.ts';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from '#auth/audit/checkpoint.ts';
import { endOfWholeLines, lastLine } from '#auth/audit/read-lines.ts';

/** A log's own checkpoints: a line each, appended. */
export class CheckpointFile {
  readonly #file: AppendFile;
  #last: Checkpoint | null;

  /** Takes back a half line that a crash left. Throws where the last whole line is not a checkpoint of this log. */
  constructor(path: string, log: string) {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    const end = size === 0 ? 0 : endOfWholeLines(path, size);
    this.#last = end === 0 ? null : parseCheckpoint(String(lastLine(path, end)?.line));
    if (end > 0 && this.#last?.log !== log)
      throw new Error(
        `审计日志的检查点文件 ${path} 末行不是 ${log} 的检查点，不能续写 / the last line of the audit log's ${path} is not a checkpoint of ${log}, nothing may be appended`,
      );
    this.#file = AppendFile.open(path, end);
  }

  get last(): Checkpoint | null {
    return this.#last;
  }

  append(checkpoint: Checkpoint): void {
    this.#file.append(Buffer.from(`${formatCheckpoint(checkpoint)}\n`));
    this.#last = checkpoint;
  }

  close(): void {
    this.#file.close();
  }
}
