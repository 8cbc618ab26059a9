import { join } from 'node:path';
import { SOURCES } from '#tests/legacy/gsoap/suite.ts';
import { placeOf } from '#tests/legacy/install.ts';
import { type LegacyServer, startServer } from '#tests/legacy/server.ts';

export interface GsoapServer extends LegacyServer {
  readonly endpoint: string;
  /** What gSOAP's compiler says of the service. */
  readonly wsdl: string;
}

export async function startGsoap(): Promise<GsoapServer> {
  const place = await placeOf('gsoap');
  const server = await startServer(join(place, 'server'), [], SOURCES);
  return { ...server, endpoint: server.ready[0] ?? '', wsdl: join(place, 'Values.wsdl') };
}
