/** `npm start`: the whole graph on embedded parts. Ctrl-C stops it. */
import { join } from 'node:path';
import { firstLightCurl } from '#demo/first-light.ts';
import { type Demo, startDemo } from '#demo/launcher.ts';
import { bulkArguments, readSettings } from '#demo/settings.ts';
import { demoUsers, listUsers } from '#demo/users.ts';
import { whenNpmIsGone } from '#service/parent.ts';

const began = performance.now();
const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;

const stopRequested = new Promise<null>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(null));
  whenNpmIsGone(() => resolve(null));
});

try {
  const settings = readSettings({ ...process.env, ...bulkArguments(process.argv.slice(2)) });
  const starting = startDemo(settings, (zh, en) => console.log(`[${seconds()}] ${zh}…… / ${en} …`));
  const demo = await Promise.race([starting, stopRequested]);
  const reason = demo === null ? null : await serve(demo, join(settings.dataDir, 'logs'));
  console.log('\n正在停止…… / stopping …');
  await (await starting).stop();
  process.exit(reason === null ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Says what to try, then waits for the end: null where it was asked for, the part that ended where it was not. */
async function serve(demo: Demo, logs: string): Promise<string | null> {
  console.log(`
政法数据图已就绪（${seconds()}） / the graph is ready
  ${demo.graphUrl}

演示用户（密码 demo）/ demo users (password demo)
${listUsers(demoUsers())}

复制以下命令提出第一个问题 / paste this to ask the first question
${firstLightCurl(demo.graphUrl, demo.issuer)}

按 Ctrl-C 停止；npm run reset 清除数据 / Ctrl-C stops it; npm run reset clears its data`);
  const reason = await Promise.race([stopRequested, demo.failed]);
  if (reason !== null) console.error(`${reason} 意外退出，请看 ${logs} / ${reason} ended unexpectedly: see ${logs}`);
  return reason;
}
