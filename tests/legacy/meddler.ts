import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Passes calls on to a service and changes what it answers. */
export async function startMeddler(
  service: string,
  change: (reply: string) => string,
): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const { 'content-type': type = '', soapaction = '' } = request.headers;
    const headers = { 'content-type': type, soapaction: String(soapaction) };
    const reply = await fetch(service, { method: 'POST', headers, body: await text(request) });
    const body = Buffer.from(change(await reply.text()));
    response.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? '' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
