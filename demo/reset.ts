/** `npm run reset` removes what `npm start` wrote, so that the next start is a first one. Refuses while the demo runs. */
import { lstat, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { resetPostgres } from '#demo/postgres/reset.ts';
import { type DemoSettings, PORT_SETTINGS, readSettings } from '#demo/settings.ts';

/** What the demo writes below its data folder: `DATA_DIR` may hold other things, and they stay. */
const PARTS = ['postgres', 'audit', 'logs', 'keys'] as const;

/** With a database elsewhere nothing in the folder tells that the demo runs, so its gateway is asked. */
async function refuseWhileRunning({ ports }: DemoSettings): Promise<void> {
  const url = `http://127.0.0.1:${ports.gateway}/health/live`;
  const answered = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    async (response) => {
      await response.body?.cancel();
      return response.ok;
    },
    () => false,
  );
  if (!answered) return;
  const { variable } = PORT_SETTINGS.gateway;
  throw new Error(
    `演示正在端口 ${ports.gateway} 上运行，请先停止（若属于别的文件夹，请用 ${variable} 换一个端口） / ` +
      `the demo runs on port ${ports.gateway}: stop it first (if it is another folder’s, give this one another ${variable})`,
  );
}

/** Resolves to the paths that it removed. The first part refuses while its server runs: then nothing is removed. */
async function clear(dataDir: string): Promise<string[]> {
  const removed: string[] = [];
  for (const part of PARTS) {
    const path = join(dataDir, part);
    if (!(await lstat(path).catch(() => null))) continue;
    if (part === 'postgres') await resetPostgres(path);
    else await rm(path, { recursive: true });
    removed.push(path);
  }
  return removed;
}

try {
  const settings = readSettings();
  const { dataDir, databaseUrl } = settings;
  await refuseWhileRunning(settings);
  const removed = await clear(dataDir);
  for (const path of removed) console.log(`已清除 / removed: ${path}`);
  if (removed.length === 0) console.log(`没有可清除的数据 / nothing to remove: ${dataDir}`);
  const others = await readdir(dataDir).catch(() => null);
  if (others?.length === 0) await rmdir(dataDir);
  else if (others) console.log(`不属于演示，保留 / not the demo’s, left alone: ${others.join(', ')}`);
  if (databaseUrl !== null)
    console.log('DATABASE_URL 所指的数据库未动 / the database that DATABASE_URL names is left alone');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
