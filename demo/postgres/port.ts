import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** The port itself, or any free one for 0. Throws a sentence that names a busy port; the error has `code` EADDRINUSE and `port`, as Node's own. */
export async function freePort(port: number): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const message = `端口 ${port} 不可用（PostgreSQL）/ port ${port} is not available (PostgreSQL): ${code}`;
    throw Object.assign(new Error(message, { cause }), { code, port });
  }
  const free = (server.address() as AddressInfo).port;
  server.close();
  await once(server, 'close');
  return free;
}
