import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

export interface TurnstileOptions {
  /** Port of the stand-in behind it. */
  readonly to: number;
  /** Calls that are served at once; more of them wait here, as they would at an application server. */
  readonly workers: number;
  /** For which a worker is busy with a call, at least. */
  readonly serviceMs: number;
  /** Told after each call that was served. @default nobody */
  readonly served?: () => void;
}

export interface Turnstile {
  readonly port: number;
  /** Calls that were here at once, at most. */
  readonly most: number;
  close(): Promise<void>;
}

/** A system of fixed capacity: `workers` calls in every `serviceMs`, whatever is asked of it. */
export async function startTurnstile({ to, workers, serviceMs, served }: TurnstileOptions): Promise<Turnstile> {
  const waiting: (() => void)[] = [];
  let [here, most, free] = [0, 0, workers];

  const server = createServer(async (incoming, outgoing) => {
    here += 1;
    most = Math.max(most, here);
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    const { method, url, headers } = incoming;
    const busy = delay(serviceMs);
    const forwarded = ask({ host: '127.0.0.1', port: to, method, path: url, headers });
    incoming.pipe(forwarded);
    const [reply] = (await once(forwarded, 'response')) as [IncomingMessage];
    const body = await buffer(reply);
    await busy;
    here -= 1;
    const next = waiting.shift();
    if (next) next();
    else free += 1;
    outgoing.writeHead(reply.statusCode ?? 502, reply.headers).end(body);
    served?.();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get most() {
      return most;
    },
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
