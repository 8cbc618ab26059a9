import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Demo, startDemo } from '#demo/launcher.ts';
import { resetPostgres } from '#demo/postgres/reset.ts';
import { PORT_SETTINGS, readSettings } from '#demo/settings.ts';
import { announceStack } from '#tests/harness/stack.ts';

/** Short enough for tests that wait for it, long enough for a busy machine. */
export const LEGACY_TIMEOUT_MS = 1500;

let running: { demo: Demo; dataDir: string } | undefined;

/** Starts one demo on free ports and data of its own, for all tests of the graph. */
export default async function setup(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), '政法 tests-'));
  const variables = Object.values(PORT_SETTINGS).map(({ variable }) => variable);
  const ports = await freePorts(variables.length);
  const env = Object.fromEntries(variables.map((variable, index) => [variable, String(ports[index])]));
  const settings = readSettings({ ...env, DATA_DIR: dataDir });
  const demo = await startDemo(settings, () => {}, { LEGACY_TIMEOUT_MS: String(LEGACY_TIMEOUT_MS) });
  running = { demo, dataDir };
  announceStack({
    graphUrl: demo.graphUrl,
    issuer: demo.issuer,
    controlUrl: demo.controlUrl,
    dataDir,
    subgraphUrls: {
      casework: `http://127.0.0.1:${settings.ports.casework}/graphql`,
      court: `http://127.0.0.1:${settings.ports.court}/graphql`,
      'legal-aid': `http://127.0.0.1:${settings.ports.legalAid}/graphql`,
    },
  });
}

export async function stopStack(): Promise<void> {
  if (!running) return;
  await running.demo.stop();
  await resetPostgres(join(running.dataDir, 'postgres'));
  await rm(running.dataDir, { recursive: true, force: true });
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((done) =>
          server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port)),
        ),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
