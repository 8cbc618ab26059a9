import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Fault, Simulator } from '#simulators/control/simulator.ts';

/**
 * The control port of the stand-ins, on loopback only: `GET /` names them, `GET /<name>` gives calls and open connections,
 * `POST /<name>/fault` takes a {@link Fault} as JSON, `POST /<name>/reset` clears the counts.
 */
export async function startControlServer(simulators: readonly Simulator[], port: number) {
  const server = createServer(async (request, response) => {
    const reply = (status: number, body: unknown) =>
      response
        .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
        .end(`${JSON.stringify(body)}\n`);
    try {
      const [, name, action] = (request.url ?? '/').split('/');
      if (!name) return reply(200, simulators.map(describe));
      const simulator = simulators.find((candidate) => candidate.name === name);
      if (!simulator)
        return reply(404, { error: `no stand-in is called ${name}`, allowed: simulators.map((each) => each.name) });
      if (request.method === 'POST' && action === 'fault')
        await simulator.setFault(readFault(simulator, await json(request)));
      else if (request.method === 'POST' && action === 'reset') simulator.resetCalls();
      else if (request.method !== 'GET' || action)
        return reply(405, { error: 'GET /<name>, POST /<name>/fault or POST /<name>/reset' });
      return reply(200, describe(simulator));
    } catch (error) {
      return reply(400, { error: error instanceof Error ? error.message : String(error) });
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function describe(simulator: Simulator) {
  return {
    name: simulator.name,
    port: simulator.port,
    calls: simulator.calls(),
    openConnections: simulator.openConnections(),
  };
}

function readFault(simulator: Simulator, body: unknown): Fault {
  const { mode, delayMs, kind } = (body ?? {}) as Record<string, unknown>;
  if (mode === 'none' || mode === 'down' || mode === 'hang') return { mode };
  if (mode === 'slow' && typeof delayMs === 'number' && delayMs >= 0) return { mode, delayMs };
  if (mode === 'garbage' && typeof kind === 'string' && simulator.garbageKinds.includes(kind)) return { mode, kind };
  if (mode === 'data' && typeof kind === 'string' && simulator.dataKinds.includes(kind)) return { mode, kind };
  throw new Error(
    `a fault is {"mode":"none"|"down"|"hang"}, {"mode":"slow","delayMs":N}, {"mode":"garbage","kind":K}, K one of ${simulator.garbageKinds.join(', ')}, or {"mode":"data","kind":K}, K one of ${simulator.dataKinds.join(', ')}`,
  );
}
