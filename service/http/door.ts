import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** An HTTP server that listens. */
export interface Door {
  readonly port: number;
  /** Frees the port at once, answers what it is in the middle of, and ends: at the latest when `graceMs` are over. */
  close(): Promise<void>;
}

/** Milliseconds for which a stop waits for requests in flight; a process that stops waits a little longer (`service/run.ts`). */
const GRACE_MS = 20_000;
/** And for the rest of a request that has been said in part. */
const HALF_SAID_MS = 2_000;

/**
 * Opens a server's port. `Server.close` alone does not end while a client keeps its connection busy, or has opened one and said nothing:
 * so the idle ones are cut, and the others are told that the answer under way is their last.
 */
export async function openDoor(server: Server, port: number, host: string, graceMs = GRACE_MS): Promise<Door> {
  const sockets = new Set<Socket>();
  const answering = new Set<ServerResponse>();
  let closing = false;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.prependListener('request', (_request, response: ServerResponse) => {
    answering.add(response);
    response.on('close', () => answering.delete(response));
    if (closing) response.setHeader('connection', 'close');
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      closing = true;
      const closed = once(server, 'close');
      server.close();
      for (const response of answering) if (!response.headersSent) response.setHeader('connection', 'close');
      const busy = new Set([...answering].map(({ req }) => req.socket));
      for (const socket of sockets) if (!busy.has(socket)) socket.destroy();
      const over = setTimeout(() => server.closeAllConnections(), graceMs).unref();
      const halfSaid = setTimeout(() => cutHalfSaid(answering), Math.min(HALF_SAID_MS, graceMs)).unref();
      await closed;
      clearTimeout(over);
      clearTimeout(halfSaid);
    },
  };
}

function cutHalfSaid(answering: ReadonlySet<ServerResponse>): void {
  for (const { req } of answering) if (!req.complete) req.socket.destroy();
}
