import { join } from 'node:path';
import { classPath, SOURCES } from '#tests/legacy/axis/suite.ts';
import { placeOf } from '#tests/legacy/install.ts';
import { fetchWsdl, type LegacyServer, startServer } from '#tests/legacy/server.ts';

export interface AxisServer extends LegacyServer {
  readonly endpoint: string;
  readonly wsdl: string;
}

export async function startAxis(): Promise<AxisServer> {
  const server = await startServer('java', ['-cp', await classPath(), 'legacy.Main', 'server-config.wsdd'], SOURCES);
  const endpoint = `${server.ready[0]}Values`;
  return { ...server, endpoint, wsdl: await fetchWsdl(`${endpoint}?wsdl`, join(await placeOf('axis'), 'values.wsdl')) };
}
