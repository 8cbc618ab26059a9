import { join } from 'node:path';
import { portsInUse } from '#demo/ports.ts';
import { createDatabase } from '#demo/postgres/database.ts';
import { startPostgres } from '#demo/postgres/start.ts';
import type { DemoSettings } from '#demo/settings.ts';

export interface Databases {
  /** The case registry's. */
  readonly registry: string;
  /** Under the legal aid stand-in. */
  readonly legalAid: string;
  readonly pids: Readonly<Record<string, number>>;
  /** Resolves when the embedded server ends, whoever ended it; never for another one. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Two databases on the server that `DATABASE_URL` names, or on an embedded one. */
export async function openDatabases({ databaseUrl, dataDir, ports }: DemoSettings): Promise<Databases> {
  if (databaseUrl !== null) {
    const legalAid = new URL(databaseUrl);
    legalAid.pathname = `${legalAid.pathname}_legal_aid`;
    await createDatabase(databaseUrl, legalAid.pathname.slice(1));
    return {
      registry: databaseUrl,
      legalAid: legalAid.href,
      pids: {},
      ended: new Promise(() => {}),
      stop: async () => {},
    };
  }
  const server = await startPostgres({
    dataDir: join(dataDir, 'postgres'),
    port: ports.postgres,
    logFile: join(dataDir, 'logs', 'postgres.log'),
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? portsInUse(ports, ['postgres']) : error;
  });
  try {
    await Promise.all([server.createDatabase('registry'), server.createDatabase('legal_aid')]);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    registry: server.url('registry'),
    legalAid: server.url('legal_aid'),
    pids: { postgres: server.pid },
    ended: server.ended,
    stop: () => server.stop(),
  };
}
