import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { PORT_SETTINGS } from '#demo/settings.ts';

/** Below those that systems give to clients: no connection that somebody opens meanwhile takes one of them. */
const [FIRST, LAST] = [10_000, 32_000];

/** Ports of loopback that nobody listens on right now, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = randomInt(FIRST, LAST);
    if (await isFree(port)) found.add(port);
  }
  return [...found];
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
