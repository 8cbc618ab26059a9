import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach } from '@jest/globals';
import { createSoapConnector, type SoapConnectorOptions } from '#adapters/soap/connector.ts';

export const WSDL = fileURLToPath(new URL('./connector.test.wsdl', import.meta.url));
export const WSDL_12 = fileURLToPath(new URL('./connector-12.test.wsdl', import.meta.url));
export const WSDL_RPC = fileURLToPath(new URL('./connector-rpc.test.wsdl', import.meta.url));

export const call = { requestId: 'test-1', caller: 'c', rights: 'r' };

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export interface ReceivedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server that keeps what it was sent. */
export async function serve(answer: Answer) {
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (request, response) => {
    requests.push({ headers: request.headers, body: await text(request) });
    answer(response, request);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  cleanUp.push(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  return { requests, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/register?v=1` };
}

/** A connector to a server that answers so, what that was sent, and what was logged. */
export async function connect(answer: Answer, options: Partial<SoapConnectorOptions> = {}) {
  const { requests, endpoint } = await serve(answer);
  const lines: object[] = [];
  const write = (fields: object, message: string) => void lines.push({ ...fields, message });
  const connector = await createSoapConnector({
    wsdl: WSDL,
    endpoint,
    limits: { callTimeoutMs: 10_000, retries: 0 },
    maxReplyBytes: 100_000,
    department: 'COURT',
    system: '12368',
    logger: { debug: write, warn: write },
    ...options,
  });
  cleanUp.push(() => connector.close());
  return { connector, requests, lines };
}

export const replying =
  (xml: string | Buffer, contentType = 'text/xml; charset=utf-8', status = 200): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': contentType }).end(xml);

export const envelope = (body: string, namespace = 'http://schemas.xmlsoap.org/soap/envelope/') =>
  `<s:Envelope xmlns:s="${namespace}"><s:Body>${body}</s:Body></s:Envelope>`;
