import { join } from 'node:path';
import { createDatabase } from '#demo/postgres/database.ts';
import { startPostgres } from '#demo/postgres/start.ts';
import type { DemoSettings } from '#demo/settings.ts';

export interface Databases {
  /** The case registry's. */
  readonly registry: string;
  /** Under the legal aid stand-in. */
  readonly legalAid: string;
  readonly pids: Readonly<Record<string, number>>;
  stop(): Promise<void>;
}

/** Two databases on the server that `DATABASE_URL` names, or on an embedded one. */
export async function openDatabases({ databaseUrl, dataDir, ports }: DemoSettings): Promise<Databases> {
  if (databaseUrl !== null) {
    const legalAid = new URL(databaseUrl);
    legalAid.pathname = `${legalAid.pathname}_legal_aid`;
    await createDatabase(databaseUrl, legalAid.pathname.slice(1));
    return { registry: databaseUrl, legalAid: legalAid.href, pids: {}, stop: async () => {} };
  }
  const server = await startPostgres({
    dataDir: join(dataDir, 'postgres'),
    port: ports.postgres,
    logFile: join(dataDir, 'logs', 'postgres.log'),
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
    stop: () => server.stop(),
  };
}
