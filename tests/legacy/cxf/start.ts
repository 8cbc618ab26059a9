import { join } from 'node:path';
import { places, SOURCES } from '#tests/legacy/cxf/suite.ts';
import { placeOf } from '#tests/legacy/install.ts';
import { fetchWsdl, type LegacyServer, startServer } from '#tests/legacy/server.ts';

/** The contract that the service was written from, with its schema beside it. */
export const WSDL = join(SOURCES, 'values.wsdl');

export interface CxfServer extends LegacyServer {
  readonly http: string;
  readonly https: string;
  /** Those that CXF makes of its classes. */
  readonly bareWsdl: string;
  readonly rpcWsdl: string;
}

export async function startCxf(): Promise<CxfServer> {
  const { classPath, keys } = await places();
  const server = await startServer('java', ['-cp', classPath, 'legacy.Main', keys], SOURCES);
  const [http = '', https = ''] = server.ready;
  const place = await placeOf('cxf');
  return {
    ...server,
    http,
    https,
    bareWsdl: await fetchWsdl(`${http}bare?wsdl`, join(place, 'bare.wsdl')),
    rpcWsdl: await fetchWsdl(`${http}rpc?wsdl`, join(place, 'rpc.wsdl')),
  };
}
