import { createServer } from 'node:net';
import { type DemoSettings, PORT_SETTINGS, type PortName } from '#demo/settings.ts';

/**
 * Tries the demo's ports before anything is started. Throws one sentence that names the busy ones and the settings that move them.
 * The database's is tried by whoever starts the database, once it has ended what a killed run left there.
 */
export async function requireFreePorts({ ports }: DemoSettings): Promise<void> {
  const names = (Object.keys(ports) as PortName[]).filter((name) => name !== 'postgres' && ports[name] !== 0);
  const busy = (await Promise.all(names.map(async (name) => ((await isFree(ports[name])) ? [] : [name])))).flat();
  if (busy.length > 0) throw portsInUse(ports, busy);
}

/** The sentence about ports that others listen on. */
export function portsInUse(ports: DemoSettings['ports'], busy: readonly PortName[]): Error {
  const zh = busy.map((name) => `${ports[name]}（用 ${PORT_SETTINGS[name].variable} 更换）`).join('、');
  const en = busy.map((name) => `${ports[name]} (${PORT_SETTINGS[name].variable} moves it)`).join(', ');
  return new Error(
    `端口已被占用：${zh}。 / In use: port ${en}. Example: ${PORT_SETTINGS[busy[0] ?? 'gateway'].variable}=… npm start`,
  );
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
