import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { CallCounter, type Fault, type Simulator } from '#simulators/control/simulator.ts';

export type Handler = (endpoint: string, request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface FaultyServerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Under which name a path is counted. */
  readonly endpointOf: (pathname: string) => string;
  /** By kind of garbage: which endpoint sends what HTML with status 200. */
  readonly garbage: Readonly<Record<string, { readonly endpoint: string; readonly html: string }>>;
  /** Called once, as soon as the port is known. */
  readonly handler: (port: number) => Handler;
}

/** An HTTP server on loopback that counts, and fails when told to. Rejects with the system's error (`EADDRINUSE`) when the port is taken. */
export async function startFaultyServer({
  port,
  endpointOf,
  garbage,
  handler,
}: FaultyServerOptions): Promise<Omit<Simulator, 'name'>> {
  const calls = new CallCounter();
  const sockets = new Set<Socket>();
  let fault: Fault = { mode: 'none' };
  let handle: Handler | undefined;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const endpoint = endpointOf(URL.parse(request.url ?? '/', 'http://localhost')?.pathname ?? '');
    calls.count(endpoint);
    if (fault.mode === 'hang') return;
    if (fault.mode === 'slow') await delay(fault.delayMs, undefined, { ref: false });
    const damage = fault.mode === 'garbage' ? garbage[fault.kind] : undefined;
    if (damage?.endpoint === endpoint) response.writeHead(200, { 'content-type': 'text/html' }).end(damage.html);
    else await handle?.(endpoint, request, response);
  }

  // Whoever hangs up in the middle of a request must not end the process.
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = async (on: number) => {
    server.listen(on, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const stop = async () => {
    if (!server.listening) return;
    server.close();
    for (const socket of sockets) socket.destroy();
    await once(server, 'close');
  };

  const actualPort = await listen(port);
  handle = handler(actualPort);
  return {
    port: actualPort,
    garbageKinds: Object.keys(garbage),
    dataKinds: [],
    calls: () => calls.read(),
    resetCalls: () => calls.reset(),
    openConnections: () => sockets.size,
    async setFault(next) {
      fault = next;
      if (next.mode === 'down') await stop();
      else if (!server.listening) await listen(actualPort);
    },
    close: stop,
  };
}
