import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureDemoCa } from '#auth/keys/demo-ca.ts';
import { ensureKeys } from '#auth/keys/ensure.ts';
import { type Child, forkChild, runToEnd } from '#demo/child.ts';
import { type Databases, openDatabases } from '#demo/databases.ts';
import { demoEnvironment } from '#demo/environment.ts';
import { requireFreePorts } from '#demo/ports.ts';
import { type DemoSettings, issuerOf } from '#demo/settings.ts';

export interface Demo {
  readonly graphUrl: string;
  readonly issuer: string;
  readonly controlUrl: string;
  /** Process ids, the embedded PostgreSQL's included, by what they run. */
  readonly pids: Readonly<Record<string, number>>;
  /** Resolves to the name of a part that ended and that nobody stopped. */
  readonly failed: Promise<string>;
  /** Stops everything in order: gateway, subgraphs, stand-ins, database. */
  stop(): Promise<void>;
}

/** What the launcher says while it works: Chinese, then English. */
export type Progress = (zh: string, en: string) => void;

/** In the order in which they are stopped, last first. */
const PARTS = [
  ['stand-ins', 'demo/stand-ins.ts'],
  ['subgraphs', 'subgraphs/main.ts'],
  ['gateway', 'gateway/main.ts'],
] as const;
/** The stand-ins and the subgraphs: the registry is filled while the gateway still starts. */
const ASKED_BY_INGEST = 2;

/** Milliseconds until a start that makes no progress is given up. */
const START_DEADLINE_MS = 120_000;

/** Starts the whole demo and resolves when the graph answers. A start that fails stops what had been started. `extra` overrides settings of the processes. */
export async function startDemo(
  settings: DemoSettings,
  progress: Progress,
  extra: NodeJS.ProcessEnv = {},
): Promise<Demo> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    await requireFreePorts(settings);
    await ensureKeys(settings.keysDir);
    await ensureDemoCa(settings.keysDir);
    progress('启动数据库', 'starting the database');
    const databases = await openDatabases(settings);
    stops.push(() => databases.stop());

    progress(
      '启动部门系统替身、子图与网关',
      'starting the stand-ins of the departments’ systems, the subgraphs and the gateway',
    );
    const env = { ...demoEnvironment(settings, databases), ...extra };
    const children = PARTS.map(([name, entry]) => {
      const child = forkChild(entry, { ...env, LOG_FILE: join(settings.dataDir, 'logs', `${name}.log`) });
      stops.push(() =>
        child.then(
          ({ stop: end }) => end(),
          () => {},
        ),
      );
      return child;
    });
    const asked = Promise.all(children.slice(0, ASKED_BY_INGEST)).then(() => {
      progress('从各部门系统同步登记库', 'filling the registry from the departments’ systems');
    });
    const filled = runToEnd('demo/ingest.ts', env, asked);
    // It ends too before a failed start has stopped what it asks.
    stops.push(() => filled.catch(() => {}));
    const running = await Promise.all(children);
    const failed = firstToEnd(running, databases);
    await Promise.all([untilReady(settings, failed), filled]);
    return { ...addressesOf(settings), pids: { ...pidsOf(running), ...databases.pids }, failed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function untilReady({ ports, dataDir }: DemoSettings, failed: Promise<string>): Promise<void> {
  let isHopeless = false;
  void failed.then(() => {
    isHopeless = true;
  });
  for (const deadline = Date.now() + START_DEADLINE_MS; Date.now() < deadline && !isHopeless; await sleep(50)) {
    const ready = await fetch(`http://127.0.0.1:${ports.gateway}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
  }
  const logs = join(dataDir, 'logs');
  throw new Error(`网关未能就绪，请看 ${logs} / the gateway did not become ready: see ${logs}`);
}

/** The name of the first part that ends. */
function firstToEnd(running: readonly Child[], databases: Databases): Promise<string> {
  return Promise.race([
    ...running.map(({ ended }, index) => ended.then(() => PARTS[index]?.[0] ?? '')),
    databases.ended.then(() => 'postgres'),
  ]);
}

function pidsOf(running: readonly Child[]): Record<string, number> {
  return Object.fromEntries(running.map(({ pid }, index) => [PARTS[index]?.[0] ?? '', pid]));
}

function addressesOf({ ports }: DemoSettings) {
  return {
    graphUrl: `http://localhost:${ports.gateway}/graphql`,
    issuer: issuerOf(ports.keycloak),
    controlUrl: `http://127.0.0.1:${ports.control}`,
  };
}
