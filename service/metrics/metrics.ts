import { createServer } from 'node:http';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { openDoor } from '#service/http/door.ts';
import { metricsPort } from '#service/metrics/port.ts';

export interface MetricsOptions {
  /** The variable that moves the port, such as `GATEWAY_METRICS_PORT`. */
  readonly setting: string;
  readonly standardPort: number;
  readonly env: NodeJS.ProcessEnv;
  readonly logger: Logger;
}

export interface Metrics {
  /** Whoever counts registers here, also where nobody can ask. */
  readonly registry: Registry;
  /** Null where nobody can ask. */
  readonly port: number | null;
  close(): Promise<void>;
}

/** A scrape is one request without a body. */
const GRACE_MS = 1_000;
const LOOPBACK = '127.0.0.1';

/**
 * A registry with the process's own figures, served as `GET /metrics` on loopback and never elsewhere: whoever collects runs on the same machine.
 * The standard port may be another process's; then this one starts without, and says so in its log. A port that was asked for must be free.
 * @throws Error where the setting is no port, or the port that it names is in use
 */
export async function openMetrics({ setting, standardPort, env, logger }: MetricsOptions): Promise<Metrics> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const asked = metricsPort(setting, env);
  const port = asked === undefined ? standardPort : asked;
  const door =
    port === null
      ? null
      : await listen(registry, port).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'EADDRINUSE') throw error;
          if (asked !== undefined)
            throw new Error(
              `端口 ${port} 已被占用，请用 ${setting} 换一个端口 / port ${port} is in use; ${setting} moves it`,
            );
          logger.warn({ port, setting }, 'no metrics: the standard port is in use');
          return null;
        });
  // A process that cannot start says why, and nothing else.
  if (door) logger.debug({ port: door.port }, 'metrics');
  return { registry, port: door?.port ?? null, close: async () => door?.close() };
}

function listen(registry: Registry, port: number) {
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') return response.writeHead(404).end();
    try {
      const text = await registry.metrics();
      return response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text);
    } catch {
      return response.writeHead(500).end();
    }
  });
  return openDoor(server, port, LOOPBACK, GRACE_MS);
}
