import { mkdir, open, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverAccount } from '#demo/postgres/account.ts';
import { findBinaries } from '#demo/postgres/binaries.ts';
import { ensureCluster, SUPERUSER } from '#demo/postgres/cluster.ts';
import { createDatabase } from '#demo/postgres/database.ts';
import { endLeftover } from '#demo/postgres/leftover.ts';
import { settle } from '#demo/postgres/place.ts';
import { freePort } from '#demo/postgres/port.ts';
import { ServerProcess } from '#demo/postgres/server-process.ts';

export interface PostgresOptions {
  /** Folder of the server's own, for instance `.data/postgres`; made if it is missing. */
  readonly dataDir: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** @default `<dataDir>/server.log` */
  readonly logFile?: string;
}

export interface PostgresServer {
  readonly port: number;
  readonly pid: number;
  /** Resolves when it ends, whoever ended it. */
  readonly ended: Promise<void>;
  /** Connection string, with the password: never for a log. */
  url(database: string): string;
  /** Makes the database unless it is there. */
  createDatabase(name: string): Promise<void>;
  /** Fast shutdown: open transactions are rolled back, clients cut off. Resolves when the process has ended. */
  stop(): Promise<void>;
}

/** After a kill -9 the old server's children may hold the shared memory for a moment. */
const ATTEMPTS_AFTER_LEFTOVER = 50;

/** Starts the embedded PostgreSQL and resolves once it accepts connections. Throws a sentence in Chinese and English. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  const logFile = options.logFile ?? join(dataDir, 'server.log');
  const account = serverAccount();
  const place = await settle(dataDir, await findBinaries(), account);
  const leftover = await endLeftover(place.cluster);
  const port = await freePort(options.port);
  const password = await ensureCluster(dataDir, place, account);
  const url = (database: string) =>
    `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

  await mkdir(dirname(logFile), { recursive: true });
  const log = await open(logFile, 'a', 0o600);
  try {
    for (let attempt = 1; ; attempt += 1) {
      const server = ServerProcess.spawn(place, port, account, log.fd);
      if (await server.ready()) {
        return {
          port,
          pid: server.pid,
          ended: server.ended,
          url,
          createDatabase: (name) => createDatabase(url('postgres'), name),
          stop: () => server.stop(),
        };
      }
      if (!leftover || attempt === ATTEMPTS_AFTER_LEFTOVER) throw await failure(logFile, server.spawnError);
      await sleep(100);
    }
  } finally {
    await log.close();
  }
}

/** The log may be quoted, since it holds no values. */
async function failure(logFile: string, cause: Error | undefined): Promise<Error> {
  const last = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-3).join('\n');
  return new Error(`内嵌的 PostgreSQL 未能启动 / the embedded PostgreSQL did not start (${logFile})\n${last}`, {
    cause,
  });
}
