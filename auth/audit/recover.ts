import { join } from 'node:path';
import type { Checkpoint } from '#auth/audit/checkpoint.ts';
import { headOf } from '#auth/audit/line.ts';
import { EMPTY_ROOT, leafHash } from '#auth/audit/merkle/hashes.ts';
import type { RecordFiles } from '#auth/audit/record-files.ts';
import { TreeFile } from '#auth/audit/tree-file.ts';

/** Hashes that wait in memory while a tree is made anew. */
const FLUSH_EVERY = 10_000;

/**
 * The tree of a log that is opened again. Up to the last checkpoint its file is believed where it gives the checkpoint's root, so that only the
 * records behind it are read; all of them are where it does not. Throws where the records contradict the checkpoint or have a gap: such a log is
 * evidence, and goes on for nobody.
 */
export function recoverTree(folder: string, files: RecordFiles, checkpoint: Checkpoint | null): TreeFile {
  const { size, root } = checkpoint
    ? { size: checkpoint.size, root: Buffer.from(checkpoint.root, 'base64') }
    : { size: 0, root: EMPTY_ROOT };
  const tree = TreeFile.open(join(folder, 'hashes'), size, root);
  // The last record that is believed is read too: that it is there tells that none is missing at the end.
  let next = Math.max(0, tree.size - 1);
  for (const line of files.from(next)) {
    const leaf = leafHash(line);
    if (headOf(line)?.sequence !== next) throw contradiction(folder, next);
    if (next < tree.size) {
      if (!tree.subtrees(0, next).equals(leaf)) throw contradiction(folder, next);
    } else {
      tree.append(leaf);
    }
    next += 1;
    if (next === size && !tree.root().equals(root)) throw contradiction(folder, next);
    if (next % FLUSH_EVERY === 0) tree.flush();
  }
  if (next < size || files.lastFirst > next) throw contradiction(folder, next);
  return tree;
}

function contradiction(folder: string, size: number): Error {
  return new Error(
    `审计日志 ${folder} 自第 ${size} 条起与其检查点或编号不符，不能续写；请保全该文件夹，运行 npm run audit:verify 查明后移走 / ` +
      `the audit log ${folder} contradicts its checkpoint or its numbers by record ${size}: keep the folder as evidence, find out by npm run audit:verify, move it away`,
  );
}
