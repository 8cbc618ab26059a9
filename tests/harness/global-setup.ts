import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Demo, startDemo } from '#demo/launcher.ts';
import { resetPostgres } from '#demo/postgres/reset.ts';
import { type DemoSettings, readSettings } from '#demo/settings.ts';
import { demoPorts } from '#tests/harness/ports.ts';
import { announceStack, type Stack } from '#tests/harness/stack.ts';

/** Short enough for tests that wait for it, long enough for a busy machine. */
export const LEGACY_TIMEOUT_MS = 1500;

let running: { demo: Demo; dataDir: string } | undefined;

/** Starts one demo on free ports and data of its own, for all tests of the graph. */
export default async function setup(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), '政法 tests-'));
  const settings = readSettings({ ...(await demoPorts()), DATA_DIR: dataDir });
  const demo = await startDemo(settings, () => {}, { LEGACY_TIMEOUT_MS: String(LEGACY_TIMEOUT_MS) });
  running = { demo, dataDir };
  announceStack({
    graphUrl: demo.graphUrl,
    issuer: demo.issuer,
    controlUrl: demo.controlUrl,
    dataDir,
    subgraphUrls: subgraphUrls(settings),
  });
}

function subgraphUrls({ ports }: DemoSettings): Stack['subgraphUrls'] {
  const at = (port: number) => `http://127.0.0.1:${port}/graphql`;
  return {
    casework: at(ports.casework),
    court: at(ports.court),
    'legal-aid': at(ports.legalAid),
    police: at(ports.police),
    procuratorate: at(ports.procuratorate),
    notary: at(ports.notary),
  };
}

export async function stopStack(): Promise<void> {
  if (!running) return;
  await running.demo.stop();
  await resetPostgres(join(running.dataDir, 'postgres'));
  await rm(running.dataDir, { recursive: true, force: true });
}
