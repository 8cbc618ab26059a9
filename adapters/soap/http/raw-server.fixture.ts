import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A server of bytes: `answer` gets each request, whole, with how many came over the same connection before it. */
export async function rawServer(answer: (socket: Socket, request: Buffer, before: number) => void) {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    let pending = Buffer.alloc(0);
    let before = 0;
    socket.on('data', (data) => {
      pending = Buffer.concat([pending, data]);
      const end = requestEnd(pending);
      if (end === null) return;
      const request = pending.subarray(0, end);
      pending = pending.subarray(end);
      requests.push(request.toString('latin1'));
      answer(socket, request, before);
      before += 1;
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    endpoint: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/register?v=1`),
    requests,
    /** Connections that are open now. */
    open: () => sockets.size,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((done) => server.close(() => done()));
    },
  };
}

/** Status line, headers and body as they are given: nothing is added. */
export function reply(status: string, headers: Readonly<Record<string, string | number>>, body: string | Buffer = '') {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`), Buffer.from(body)]);
}

function requestEnd(bytes: Buffer): number | null {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd === -1) return null;
  const length = /content-length: (\d+)/i.exec(bytes.toString('latin1', 0, headEnd))?.[1] ?? '0';
  const end = headEnd + 4 + Number(length);
  return bytes.length < end ? null : end;
}
