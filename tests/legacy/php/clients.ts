import { afterAll, beforeAll } from '@jest/globals';
import type { SoapConnectorOptions } from '#adapters/soap/connector.ts';
import { startPhp, WSDL } from '#tests/legacy/php/start.ts';
import { type Clients, openClients } from '#tests/legacy/values.ts';

export type Settings = Pick<SoapConnectorOptions, 'charset' | 'replyCharset' | 'resultRule' | 'security'>;

/** PHP's server for the tests of a file, and clients of each of its paths; all of them end with the tests. */
export function phpClients(): (path: string, settings?: Settings) => Promise<Clients> {
  let server: Awaited<ReturnType<typeof startPhp>>;
  const open: Clients[] = [];
  beforeAll(async () => {
    server = await startPhp();
  });
  afterAll(async () => {
    for (const clients of open) await clients.ours.close();
    await server?.stop();
  });
  return async (path, settings = {}) => {
    const made = await openClients({ wsdl: WSDL, endpoint: `${server.root}${path}`, ...settings });
    open.push(made);
    return made;
  };
}
