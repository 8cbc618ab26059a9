import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { PORT_SETTINGS } from '#demo/settings.ts';

/** Ports of loopback that nobody listens on right now, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** Whether it could be listened on. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  await once(server.close(), 'close');
  return true;
}

/** Settings that move every port of the demo to a free one. */
export async function demoPorts(): Promise<Record<string, string>> {
  const variables = Object.values(PORT_SETTINGS).map(({ variable }) => variable);
  const ports = await freePorts(variables.length);
  return Object.fromEntries(variables.map((variable, index) => [variable, String(ports[index])]));
}
