import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { TakenOver } from '#adapters/oracle/thin-driver.ts';

/** Node publishes every client socket here, in the context of whoever opens it. */
const CHANNEL = 'net.client.socket';
const opener = new AsyncLocalStorage<Sockets>();

/**
 * The sockets under one driver connection. The driver has no way to end a connection whose database is silent: its timeouts
 * end before the log-on, and a broken call waits for the database's answer to the break.
 */
export class Sockets {
  /** Told of the bytes of a reply as they come; null while no call is under way. */
  onBytes: ((count: number) => void) | null = () => {};
  readonly #sockets = new Set<Socket>();
  #destroyed = false;
  #isReadToTheEnd = () => true;
  /** Bytes that the packet which came last still lacks, and those of a header that has not come whole. */
  #missing = 0;
  #header: Buffer = Buffer.alloc(0);
  #isDisturbed = false;

  /** Whether all that came was part of an answer, and was taken in: else the next call would be given what is left over. */
  get isAtRest(): boolean {
    return !this.#isDisturbed && this.#missing === 0 && this.#header.length === 0 && this.#isReadToTheEnd();
  }

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

  /** Counts what comes on the stream of a connection that stands. */
  watch({ stream, isReadToTheEnd }: TakenOver): void {
    this.#isReadToTheEnd = isReadToTheEnd;
    stream.on('data', (chunk: Buffer) => {
      this.#follow(chunk);
      if (this.onBytes) this.onBytes(chunk.length);
      else this.#isDisturbed = true;
    });
  }

  /** Ends them all at once, and any that is opened later. */
  destroy(): void {
    this.#destroyed = true;
    for (const socket of this.#sockets) end(socket);
  }

  /** From packet to packet: each begins with its length, 4 bytes, big endian (TNS 315 and later). */
  #follow(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) {
      if (this.#missing === 0) {
        rest = Buffer.concat([this.#header, rest]);
        this.#header = rest.subarray(0, 4);
        if (this.#header.length < 4) return;
        this.#missing = Math.max(4, this.#header.readUInt32BE());
        this.#header = Buffer.alloc(0);
      }
      const taken = Math.min(this.#missing, rest.length);
      this.#missing -= taken;
      rest = rest.subarray(taken);
    }
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
