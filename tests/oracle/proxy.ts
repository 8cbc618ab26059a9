import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What a proxy does with a chunk of one direction: what it returns goes on; `null` cuts both ends. */
export type Pass = (chunk: Buffer) => Buffer | null;

/** Stands between a client and a server on loopback, counts what goes through, and can spoil it. */
export async function startProxy(target: number) {
  const sockets = new Set<Socket>();
  const clients = new Set<Socket>();
  const counted = { connections: 0, requests: 0, replies: 0 };
  let toServer: Pass = (chunk) => chunk;
  let toClient: Pass = (chunk) => chunk;
  const server = createServer((client) => {
    counted.connections += 1;
    clients.add(client);
    client.on('close', () => clients.delete(client));
    const upstream = connect(target, '127.0.0.1');
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    const pipe = (from: Socket, to: Socket, count: 'requests' | 'replies', pass: () => Pass) => {
      sockets.add(from);
      from.on('error', () => {});
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.on('data', (chunk: Buffer) => {
        counted[count] += 1;
        const passed = pass()(chunk);
        if (passed === null) cut();
        else if (passed.length > 0) to.write(passed);
      });
    };
    pipe(client, upstream, 'requests', () => toServer);
    pipe(upstream, client, 'replies', () => toClient);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    /** Connections, and chunks in each direction: a round trip of small packets is one of each. */
    counted,
    onRequest(pass: Pass): void {
      toServer = pass;
    },
    onReply(pass: Pass): void {
      toClient = pass;
    },
    /** Passes everything again. */
    mend(): void {
      toServer = (chunk) => chunk;
      toClient = (chunk) => chunk;
    },
    /** Bytes that no request asked for. */
    tellClients(bytes: Buffer): void {
      for (const client of clients) client.write(bytes);
    },
    cutAll(): void {
      for (const socket of sockets) socket.destroy();
    },
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

export type SpoilingProxy = Awaited<ReturnType<typeof startProxy>>;
