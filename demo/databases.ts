import { join } from 'node:path';
import { portsInUse } from '#demo/ports.ts';
import { createDatabase } from '#demo/postgres/database.ts';
import { ensureSameCases } from '#demo/postgres/same-cases.ts';
import { startPostgres } from '#demo/postgres/start.ts';
import type { DemoSettings } from '#demo/settings.ts';

export interface Databases {
  /** The case registry's. */
  readonly registry: string;
  /** The access subgraph's: grants, accounts, the auditor's store. */
  readonly access: string;
  /** Under the legal aid stand-in. */
  readonly legalAid: string;
  /** Under the police stand-in. */
  readonly police: string;
  readonly pids: Readonly<Record<string, number>>;
  /** Resolves when the embedded server ends, whoever ended it; never for another one. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Four databases on the server that `DATABASE_URL` names, or on an embedded one. */
export async function openDatabases({ databaseUrl, dataDir, ports, bulk }: DemoSettings): Promise<Databases> {
  if (databaseUrl !== null) {
    const access = await createBeside(databaseUrl, 'access');
    await ensureSameCases(databaseUrl, bulk, 'OTHER').catch((error: unknown) => {
      throw isServers(error) ? noGood(error) : error;
    });
    return {
      registry: databaseUrl,
      access,
      legalAid: await createBeside(databaseUrl, 'legal_aid'),
      police: await createBeside(databaseUrl, 'police'),
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
    await Promise.all(['registry', 'access', 'legal_aid', 'police'].map((name) => server.createDatabase(name)));
    await ensureSameCases(server.url('registry'), bulk, 'EMBEDDED');
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    registry: server.url('registry'),
    access: server.url('access'),
    legalAid: server.url('legal_aid'),
    police: server.url('police'),
    pids: { postgres: server.pid },
    ended: server.ended,
    stop: () => server.stop(),
  };
}

/** A database beside the one that is named: its name and one more word. Resolves to its address. */
async function createBeside(databaseUrl: string, word: string): Promise<string> {
  try {
    const url = new URL(databaseUrl);
    url.pathname = `${url.pathname}_${word}`;
    await createDatabase(databaseUrl, url.pathname.slice(1));
    return url.href;
  } catch (error) {
    throw noGood(error);
  }
}

/** What the server or the way to it says, unlike our own sentences, has a code. */
function isServers(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}

/** A sentence in Chinese and English, without the address: it holds a password. */
function noGood(cause: unknown): Error {
  const { code = 'UNKNOWN' } = cause as { code?: string };
  return new Error(
    `DATABASE_URL 所指的 PostgreSQL 不能用：连不上，或不许建库，或所指的库不归该用户所有（${code}）。不设 DATABASE_URL 即用内嵌的。 / ` +
      `The PostgreSQL that DATABASE_URL names is no good: it does not answer, or lets no database be made, or the one that is named is not that user's (${code}). Without it the embedded one is used.`,
    { cause },
  );
}
