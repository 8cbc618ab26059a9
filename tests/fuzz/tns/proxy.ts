import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Wire } from '#tests/fuzz/tns/mutations.ts';

/** Which packet of the listener is broken, and how. It is done once. */
export interface Plan {
  /** Counted from when the plan was made, over all connections. */
  readonly packet: number;
  readonly mutate: (wire: Wire) => Wire;
}

export interface ReplyProxy {
  readonly port: number;
  /** From now on; `null` for none. */
  plan(plan: Plan | null): void;
  /** Whether the planned packet has come. */
  hasStruck(): boolean;
  openConnections(): number;
  close(): Promise<void>;
}

/** Passes bytes on, those of the listener packet by packet. */
export async function startProxy(target: number): Promise<ReplyProxy> {
  const sockets = new Set<Socket>();
  let planned: Plan | null = null;
  let seen = 0;
  let struck = false;

  const through = (packet: Buffer): Wire => {
    const wire = { bytes: packet, isCut: false };
    const isIt = planned !== null && seen === planned.packet;
    seen += 1;
    if (planned === null || !isIt) return wire;
    struck = true;
    return planned.mutate(wire);
  };

  const server = createServer((client) => {
    const listener = connect(target, '127.0.0.1');
    const next = packetsOf();
    for (const socket of [client, listener]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => {}); // a close follows
    }
    client.pipe(listener);
    client.once('close', () => listener.destroy());
    listener.once('close', () => client.end());
    listener.on('data', (chunk: Buffer) => {
      for (const packet of next(chunk)) {
        const { bytes, isCut } = through(packet);
        if (!client.destroyed && bytes.length > 0) client.write(bytes);
        if (isCut) client.end();
      }
    });
    for (const socket of [client, listener]) socket.once('close', () => sockets.delete(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    plan(next) {
      planned = next;
      seen = 0;
      struck = false;
    },
    hasStruck: () => struck,
    openConnections: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Cuts a listener's bytes into packets: the length has two bytes in the first of them and four in all others. */
function packetsOf(): (chunk: Buffer) => Buffer[] {
  let pending: Buffer = Buffer.alloc(0);
  let isAccepted = false;
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    const packets: Buffer[] = [];
    while (pending.length >= 8) {
      const length = isAccepted ? pending.readUInt32BE(0) : pending.readUInt16BE(0);
      if (pending.length < length) break;
      packets.push(Buffer.from(pending.subarray(0, length)));
      pending = pending.subarray(length);
      isAccepted = true;
    }
    return packets;
  };
}
