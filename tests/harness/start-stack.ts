import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LEGACY_SYSTEMS } from '#demo/environment.ts';
import { startDemo } from '#demo/launcher.ts';
import { resetPostgres } from '#demo/postgres/reset.ts';
import { type DemoSettings, readSettings } from '#demo/settings.ts';
import { demoPorts } from '#tests/harness/ports.ts';
import type { Stack } from '#tests/harness/stack.ts';

/** Short enough for tests that wait for it, long enough for a busy machine. */
const LEGACY_TIMEOUT_MS = 3000;
/** Tests break a system and mend it at once: it is asked again at once too, and each question's calls are counted. */
const UNGUARDED = {
  ...{ BREAKER_FAILURES: '100', BREAKER_SHARE: '100', BREAKER_OPEN_MS: '100', BREAKER_REFUSED_MS: '100' },
  RETRIES: '0',
};
/** A list of a hundred cases waits for no place at the police, however slow the machine is; legal aid's sessions are counted. */
const SESSIONS = { POLICE_CONCURRENCY: '16', LEGAL_AID_CONCURRENCY: '4' };

export interface RunningStack extends Stack {
  stop(): Promise<void>;
}

/** A demo on free ports and data of its own. */
export async function startStack(env: NodeJS.ProcessEnv = {}): Promise<RunningStack> {
  const dataDir = await mkdtemp(join(tmpdir(), '政法 tests-'));
  const settings = readSettings({ ...(await demoPorts()), ...env, DATA_DIR: dataDir });
  const clear = async () => {
    await resetPostgres(join(dataDir, 'postgres'));
    await rm(dataDir, { recursive: true, force: true });
  };
  const demo = await startDemo(settings, () => {}, {
    LEGACY_TIMEOUT_MS: String(LEGACY_TIMEOUT_MS),
    ...SESSIONS,
    ...Object.fromEntries(
      LEGACY_SYSTEMS.flatMap((system) =>
        Object.entries(UNGUARDED).map(([limit, value]) => [`${system}_${limit}`, value]),
      ),
    ),
    // The tests ask faster than people; the limits have tests of their own.
    REQUESTS_PER_SECOND: '0',
    MISSES_PER_MINUTE: '0',
  }).catch(async (error: unknown) => {
    await clear();
    throw error;
  });
  return {
    graphUrl: demo.graphUrl,
    issuer: demo.issuer,
    controlUrl: demo.controlUrl,
    dataDir,
    metricsUrl: `http://127.0.0.1:${settings.ports.subgraphsMetrics}/metrics`,
    subgraphUrls: subgraphUrls(settings),
    async stop() {
      await demo.stop();
      await clear();
    },
  };
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
    access: at(ports.access),
  };
}
