import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Checkpoint, signCheckpoint } from '#auth/audit/checkpoint.ts';
import { CheckpointFile } from '#auth/audit/checkpoint-file.ts';
import { formatLine } from '#auth/audit/line.ts';
import { leafHash } from '#auth/audit/merkle/hashes.ts';
import { consistencyProof, inclusionProof } from '#auth/audit/merkle/tree.ts';
import { type AuditRecord, processRecord } from '#auth/audit/record.ts';
import { RecordFiles } from '#auth/audit/record-files.ts';
import { recoverTree } from '#auth/audit/recover.ts';
import type { CheckpointSigner } from '#auth/audit/signature.ts';
import type { TreeFile } from '#auth/audit/tree-file.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/** What those who decide need of a log. */
export interface AuditLog {
  /** Appends the records before the answer leaves. Throws AUDIT_UNAVAILABLE if they cannot be written: then no protected data may leave. */
  append(records: readonly AuditRecord[]): void;
  close(): void;
}

/** What is read of a log, and proved, to ship it. */
export interface MerkleAuditLog extends AuditLog {
  readonly name: string;
  /** Number of records: they are numbered from 0, as the leaves of the tree are. */
  readonly size: number;
  /** Covers all records so far. Signs a new one only where the log has grown. Throws AUDIT_UNAVAILABLE. */
  checkpoint(): Checkpoint;
  /** The lines of records `from` to `from + max - 1`, without newlines, as far as there are any. */
  lines(from: number, max: number): string[];
  /** RFC 6962 §2.1.2; `to` is at most `size`. */
  consistencyProof(from: number, to: number): Buffer[];
  /** RFC 6962 §2.1.1; `size` is at most that of the log. */
  inclusionProof(index: number, size: number): Buffer[];
  /** Called after every append: it may only note that there is more. Gives what ends it. */
  onAppend(listener: () => void): () => void;
}

export interface AuditLogOptions {
  /** The log's own: `<AUDIT_DIR>/<name>`. */
  readonly folder: string;
  readonly name: string;
  readonly signer: CheckpointSigner;
  /** Records that may wait for a checkpoint. @default 1000 */
  readonly checkpointRecords?: number;
  /** Milliseconds that a record may wait for a checkpoint. @default 1000 */
  readonly checkpointMs?: number;
  /** Bytes of a file of records, unless one batch has more. @default 64 MiB */
  readonly maxFileBytes?: number;
}

/**
 * One process's log: an SM3 Merkle tree of numbered lines of JSON, in files that only grow, with signed checkpoints.
 * Its first and last records tell that the process started and stopped. Throws one sentence where the folder cannot be written, or where its
 * files contradict their last checkpoint. No second process may write to the same folder: the first of the two then throws AUDIT_UNAVAILABLE.
 */
export function openAuditLog(options: AuditLogOptions): MerkleAuditLog {
  try {
    return new FolderLog(options);
  } catch (error) {
    const cause = error instanceof GraphError ? error.cause : error;
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    const { folder } = options;
    throw new Error(
      `审计日志文件夹无法写入：${folder}（${code}） / the audit folder cannot be written: ${folder} (${code})`,
      { cause },
    );
  }
}

class FolderLog implements MerkleAuditLog {
  readonly name: string;
  readonly #options: Required<AuditLogOptions>;
  readonly #files: RecordFiles;
  readonly #tree: TreeFile;
  readonly #checkpoints: CheckpointFile;
  readonly #listeners = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;
  /** A checkpoint could not be written when it was due. */
  #isOverdue = false;
  #isOpen = true;

  constructor(options: AuditLogOptions) {
    const { folder, name } = options;
    this.name = name;
    this.#options = { checkpointRecords: 1000, checkpointMs: 1000, maxFileBytes: 64 * 1024 * 1024, ...options };
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#files = new RecordFiles(folder, this.#options.maxFileBytes);
    this.#checkpoints = new CheckpointFile(join(folder, 'checkpoints'), name);
    this.#tree = recoverTree(folder, this.#files, this.#checkpoints.last);
    const rule = ruleOfStart(this.#files);
    this.#files.openForAppending();
    this.append([processRecord('start', name, rule)]);
    this.checkpoint();
  }

  get size(): number {
    return this.#tree.size;
  }

  append(records: readonly AuditRecord[]): void {
    if (records.length === 0) return;
    const at = new Date().toISOString();
    const lines = records.map((record, index) =>
      Buffer.from(formatLine({ sequence: this.size + index, at, process: this.name }, record)),
    );
    this.#writing(() => {
      if (this.#isOverdue || this.#unsigned() >= this.#options.checkpointRecords) this.checkpoint();
      this.#files.append(Buffer.concat(lines.flatMap((line) => [line, NEWLINE])), this.size);
    });
    for (const line of lines) this.#tree.append(leafHash(line));
    this.#timer ??= setTimeout(() => this.#onTimer(), this.#options.checkpointMs).unref();
    for (const listener of this.#listeners) listener();
  }

  checkpoint(): Checkpoint {
    const { last } = this.#checkpoints;
    if (last !== null && last.size === this.size) return last;
    return this.#writing(() => {
      // The disk has the records before anybody has the signature: it holds after a loss of power too.
      this.#files.sync();
      this.#tree.flush();
      const root = this.#tree.root().toString('base64');
      const head = { log: this.name, size: this.size, root, at: new Date().toISOString() };
      const made = signCheckpoint(head, this.#options.signer);
      this.#checkpoints.append(made);
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#isOverdue = false;
      return made;
    });
  }

  lines(from: number, max: number): string[] {
    const wanted = Math.min(max, this.size - from);
    const lines: string[] = [];
    if (wanted <= 0) return lines;
    for (const line of this.#files.from(from)) if (lines.push(line.toString('utf8')) === wanted) break;
    return lines;
  }

  consistencyProof(from: number, to: number): Buffer[] {
    return consistencyProof(from, this.#held(to), this.#tree.subtrees);
  }

  inclusionProof(index: number, size: number): Buffer[] {
    return inclusionProof(index, this.#held(size), this.#tree.subtrees);
  }

  onAppend(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    if (!this.#isOpen) return;
    try {
      this.append([processRecord('stop', this.name, 'stop')]);
      this.checkpoint();
    } finally {
      this.#isOpen = false;
      clearTimeout(this.#timer);
      for (const file of [this.#files, this.#tree, this.#checkpoints]) file.close();
    }
  }

  #unsigned(): number {
    return this.size - (this.#checkpoints.last?.size ?? 0);
  }

  #onTimer(): void {
    this.#timer = undefined;
    try {
      this.checkpoint();
    } catch {
      // Nobody waits for it: the next to append tries again, and is told.
      this.#isOverdue = true;
    }
  }

  #held(size: number): number {
    if (size > this.size) throw new RangeError(`the log has ${this.size} records, not ${size}`);
    return size;
  }

  #writing<T>(work: () => T): T {
    try {
      // The number of a closed descriptor may be another file's by now.
      if (!this.#isOpen) throw new Error('the audit log is closed');
      return work();
    } catch (error) {
      throw error instanceof GraphError ? error : new GraphError('AUDIT_UNAVAILABLE', { cause: error });
    }
  }
}

const NEWLINE = Buffer.from('\n');

/** `start`, or what it found that a crash left. */
function ruleOfStart(files: RecordFiles): string {
  if (files.unfinished > 0) return 'start.half-line-removed';
  const last = files.lastLine();
  const isClean = last === null || (JSON.parse(last.toString('utf8')) as Partial<AuditRecord>).event === 'stop';
  return isClean ? 'start' : 'start.after-crash';
}
