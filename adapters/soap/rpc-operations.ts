import type { IHttpClient } from 'soap';
import { createSoapClient } from '#adapters/soap/client.ts';

/** An operation in RPC style that takes one string and gives one. */
export interface RpcOperation {
  readonly namespace: string;
  readonly name: string;
  /** Name of the part that is sent. */
  readonly parameter: string;
  /** Name of the part that comes back. */
  readonly result: string;
}

/** What `soap` asks for a WSDL, or for what one imports. */
const NO_NETWORK = {
  request(_url: string, _xml: unknown, callback: (error: Error) => void) {
    callback(new Error('a WSDL is read from disk, never from the network'));
  },
} as unknown as IHttpClient;

/**
 * The operations of a WSDL on disk, by name.
 * @throws Error where it is missing or not one, and for an operation with anything but one string each way.
 */
export async function readRpcOperations(wsdl: string, endpoint: URL): Promise<ReadonlyMap<string, RpcOperation>> {
  const { client, operations } = await createSoapClient({ wsdl, endpoint, httpClient: NO_NETWORK });
  const namespace = client.wsdl.definitions.$targetNamespace;
  return new Map(
    [...operations].map(([name, { input, output }]) => {
      return [name, { namespace, name, parameter: onlyString(name, input), result: onlyString(name, output) }];
    }),
  );
}

function onlyString(operation: string, parts: object): string {
  const [part, ...more] = Object.entries(parts);
  if (part === undefined || more.length > 0 || !/^(\w+:)?string$/.test(String(part[1]))) {
    throw new Error(`the WSDL gives ${operation} something else than one string each way`);
  }
  return part[0];
}
