import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A server on a free port of loopback that a test closes by force. */
export async function serve(
  answer: RequestListener,
): Promise<{ server: Server; url: string; port: number; close(): Promise<void> }> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    server,
    port,
    url: `http://127.0.0.1:${port}/`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Something that is awaited here and comes about there. */
export function signal<Value = void>() {
  const { promise, resolve } = Promise.withResolvers<Value>();
  return { happens: resolve, happened: promise };
}

/** A bare connection: what HTTP clients are too well-behaved to send. */
export async function dial(port: number): Promise<Socket & { readonly said: () => string; ended: Promise<void> }> {
  const socket = connect(port, '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  socket.on('error', () => {});
  const ended = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  await once(socket, 'connect');
  return Object.assign(socket, { said: () => said, ended });
}
