/** `npm run bench:start` prints how long the demo takes to start, without and with data, and how much memory it then has. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryOf } from '#bench/memory.ts';
import { type Demo, startDemo } from '#demo/launcher.ts';
import { freePort } from '#demo/postgres/port.ts';
import { resetPostgres } from '#demo/postgres/reset.ts';
import { type DemoSettings, PORT_SETTINGS, readSettings } from '#demo/settings.ts';

const WARM_STARTS = 3;

/** Data of its own and free ports, so that it runs beside a demo. */
async function benchSettings(): Promise<DemoSettings> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhengfa-bench-'));
  // Otherwise, as root, the database's files would be put elsewhere: that is a start of another kind.
  await chmod(dataDir, 0o755);
  const ports = Object.values(PORT_SETTINGS).map(async ({ variable }) => [variable, String(await freePort(0))]);
  return readSettings({ ...Object.fromEntries(await Promise.all(ports)), DATA_DIR: dataDir });
}

async function timedStart(settings: DemoSettings, what: string): Promise<Demo> {
  const began = performance.now();
  const demo = await startDemo(settings, () => {});
  console.log(`${what.padEnd(10)} ${(performance.now() - began).toFixed(0).padStart(6)} ms`);
  return demo;
}

async function printMemory({ pids }: Demo): Promise<void> {
  const names = new Map(Object.entries(pids).map(([name, pid]) => [pid, name]));
  // This process stands for `npm start`, whose work it does.
  const [launcher] = await memoryOf([process.pid]);
  const rows = (await memoryOf([...names.keys()])).map((each) => ({
    ...each,
    title: names.get(each.pid) ?? each.title,
  }));
  if (launcher) rows.unshift({ ...launcher, title: 'launcher' });
  const sum = rows.reduce(({ rss, pss }, row) => ({ rss: rss + row.rss, pss: pss + row.pss }), { rss: 0, pss: 0 });
  console.log(`${'RSS MiB'.padStart(10)} ${'PSS MiB'.padStart(10)}`);
  for (const { rss, pss, title } of [...rows, { ...sum, title: 'sum' }]) {
    console.log(`${mebibytes(rss)} ${mebibytes(pss)}  ${title}`);
  }
}

function mebibytes(kibibytes: number): string {
  return (kibibytes / 1024).toFixed(1).padStart(10);
}

// Ends the database too, which has a process group of its own.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const settings = await benchSettings();
try {
  await (await timedStart(settings, 'cold')).stop();
  for (let start = 1; start < WARM_STARTS; start += 1) await (await timedStart(settings, 'warm')).stop();
  const demo = await timedStart(settings, 'warm');
  await printMemory(demo);
  await demo.stop();
} finally {
  await resetPostgres(join(settings.dataDir, 'postgres'));
  await rm(settings.dataDir, { recursive: true, force: true });
}
