import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { checkpointPage } from '#subgraphs/access/store/audit-log.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

const PAGE = 5000;

/**
 * Writes every checkpoint that the store holds to `<folder>/<log>.checkpoints`, a line each as it was signed, for `npm run audit:verify -- … --against`.
 * The folder is made where there is none, and files of the same name are written anew. Gives how many there are of each log. Throws `DatabaseError`.
 */
export async function exportCheckpoints(statements: Statements, folder: string): Promise<ReadonlyMap<string, number>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = new Map<string, WriteStream>();
  const counts = new Map<string, number>();
  const last = new Map<string, string>();
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof checkpointPage>> = await checkpointPage(statements, after, PAGE);
    for (const { id, log, checkpoint } of page) {
      after = id;
      // While a log catches up, one checkpoint vouches for several batches.
      if (last.get(log) === checkpoint) continue;
      last.set(log, checkpoint);
      const file = files.get(log) ?? createWriteStream(join(folder, `${log}.checkpoints`), { mode: 0o600 });
      files.set(log, file);
      file.write(`${checkpoint}\n`);
      counts.set(log, (counts.get(log) ?? 0) + 1);
    }
    if (page.length < PAGE) break;
  }
  await Promise.all([...files.values()].map((file) => finished(file.end())));
  return counts;
}
