import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { demoTlsFiles, ensureDemoCa } from '#auth/keys/demo-ca.ts';
import { loadTls } from '#auth/keys/tls-files.ts';
import { court12368Rows, court12368Tickets } from '#demo/systems/court-12368.ts';
import { legalAidRows } from '#demo/systems/legal-aid.ts';
import { notaryRows } from '#demo/systems/notary.ts';
import { policeRows } from '#demo/systems/police.ts';
import { procuratorate12309Rows } from '#demo/systems/procuratorate-12309.ts';
import { createClock } from '#schema/clock.ts';
import { startCourt12368 } from '#simulators/court-12368/server.ts';
import { startLegalAid } from '#simulators/legal-aid/server.ts';
import { startNotary } from '#simulators/notary/server.ts';
import { startPolice } from '#simulators/police/server.ts';
import { startProcuratorate12309 } from '#simulators/procuratorate-12309/server.ts';
import { cleanEnvironment, ROOT } from '#tests/harness/process.ts';
import { openServer } from '#tests/registry/server.ts';

export const PASSWORD = 'geheim <&> 4711';

/** The stand-ins with the demo's rows and one password, and commands that meet them where the documents say that the demo's are. */
export async function startStandIns() {
  const folder = await mkdtemp(join(tmpdir(), 'legacy-tool-'));
  const [clock, user, server] = [createClock({ today: '2025-06-16' }), 'zhengfa-graph', openServer()];
  await ensureDemoCa(folder);
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, `${PASSWORD}\n`, { mode: 0o600 });
  const account = { port: 0, user, password: PASSWORD };
  const database = async () => ({ port: 0, password: PASSWORD, databaseUrl: await server.freshDatabase() });
  const [court, procuratorate, notary, legalAid, police] = await Promise.all([
    startCourt12368({ ...account, rows: court12368Rows(), tickets: court12368Tickets(), clock }),
    startProcuratorate12309({ ...account, rows: procuratorate12309Rows(), clock }),
    startNotary({ port: 0, tls: await loadTls(demoTlsFiles(folder, 'server')), rows: notaryRows() }),
    startLegalAid({ ...(await database()), rows: legalAidRows(), clock }),
    startPolice({ ...(await database()), rows: policeRows() }),
  ]);
  const replaced = [
    ['127.0.0.1:8368', court.port],
    ['127.0.0.1:8309', procuratorate.port],
    ['127.0.0.1:8443', notary.port],
    ['127.0.0.1:15210', legalAid.port],
    ['127.0.0.1:15211', police.port],
  ] as const;

  /** A line of a shell, begun as in the documents; `input` goes to its standard input. */
  async function run(line: string, input = '') {
    const here = replaced
      .reduce((each, [address, port]) => each.replaceAll(address, `127.0.0.1:${port}`), line)
      .replaceAll('.data/legacy.password', passwordFile)
      .replaceAll('.data/keys', folder)
      .replace(/^npm run legacy --/, `'${process.execPath}' scripts/legacy.ts`);
    const child = spawn('sh', ['-c', here], { cwd: ROOT, env: cleanEnvironment() });
    child.stdin.end(input);
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: await ended, stdout, stderr };
  }

  return {
    ...{ run, court, procuratorate, notary, legalAid, police },
    async stop() {
      await Promise.all([court, procuratorate, notary, legalAid, police].map((each) => each.close()));
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

export type StandIns = Awaited<ReturnType<typeof startStandIns>>;
