import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/** Node publishes every client socket here, in the context of whoever opens it. */
const CHANNEL = 'net.client.socket';
const opener = new AsyncLocalStorage<Sockets>();

/**
 * The sockets under one driver connection. The driver has no way to end a connection whose database is silent: its timeouts
 * end before the log-on, and a broken call waits for the database's answer to the break.
 */
export class Sockets {
  readonly #sockets = new Set<Socket>();
  #destroyed = false;

  /** Runs `open` and keeps what it opens. */
  async collect<T>(open: () => Promise<T>): Promise<T> {
    const keep = (message: unknown) => {
      if (opener.getStore() === this) this.#add((message as { socket: Socket }).socket);
    };
    subscribe(CHANNEL, keep);
    try {
      return await opener.run(this, open);
    } finally {
      unsubscribe(CHANNEL, keep);
    }
  }

  /** Ends them all at once, and any that is opened later. */
  destroy(): void {
    this.#destroyed = true;
    for (const socket of this.#sockets) end(socket);
  }

  #add(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    if (this.#destroyed) end(socket);
  }
}

/** With an error: the driver waits for one while it connects. */
function end(socket: Socket): void {
  socket.once('error', () => {});
  socket.destroy(new Error('ended by the connector'));
}
