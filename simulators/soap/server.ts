import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { Element } from '@xmldom/xmldom';
import { CallCounter, type Fault, type Simulator } from '#simulators/control/simulator.ts';
import { readEnvelope, writeEnvelope, writeFault } from '#simulators/soap/envelope.ts';
import { SoapFault } from '#simulators/soap/fault.ts';
import { GARBAGE } from '#simulators/soap/garbage.ts';
import { type Reply, xmlReply } from '#simulators/soap/reply.ts';
import { writeElement, type XmlTree } from '#simulators/soap/xml.ts';

export interface SoapService {
  /** The stand-in's name on the control port. */
  readonly name: string;
  /** Where it answers: `POST` takes envelopes, `GET ?wsdl` gives the WSDL with the address at which it was asked. */
  readonly path: string;
  readonly wsdl: string;
  readonly namespace: string;
  /** @throws SoapFault where it turns the sender away. */
  authenticate(header: Element | undefined): void;
  /** By the name of the request's element; each gives what stands in `<nameResponse>`. @throws SoapFault */
  readonly operations: ReadonlyMap<string, (request: Element) => XmlTree>;
}

/** A SOAP 1.1 service, document/literal wrapped, over HTTP; calls are counted once they are let in. */
export async function startSoapServer(service: SoapService, port: number, host = '127.0.0.1'): Promise<Simulator> {
  const counter = new CallCounter();
  const sockets = new Set<Socket>();
  let fault: Fault = { mode: 'none' };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? host}`);
    if (url.pathname !== service.path)
      return send(response, { status: 404, contentType: 'text/plain', body: Buffer.alloc(0) });
    if (request.method === 'GET' && url.search.toLowerCase() === '?wsdl')
      return send(response, xmlReply(200, locatedAt(url)));
    const honest = await answer(request);
    if (fault.mode === 'hang') return;
    if (fault.mode === 'slow') await delay(fault.delayMs, undefined, { ref: false });
    send(response, fault.mode === 'garbage' ? (GARBAGE[fault.kind]?.(honest) ?? honest) : honest);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  async function answer(request: IncomingMessage): Promise<Reply> {
    try {
      const { header, request: element } = readEnvelope(await buffer(request));
      const name = element.localName ?? '';
      const operation = element.namespaceURI === service.namespace ? service.operations.get(name) : undefined;
      if (operation === undefined) throw new SoapFault('soap:Client', '没有这个操作');
      service.authenticate(header);
      counter.count(name);
      return xmlReply(
        200,
        writeEnvelope(writeElement(`${name}Response`, operation(element), ` xmlns="${service.namespace}"`)),
      );
    } catch (error) {
      if (error instanceof SoapFault) return xmlReply(500, writeFault(error.code, error.message));
      return xmlReply(500, writeFault('soap:Server', '系统内部错误'));
    }
  }

  function locatedAt(url: URL): string {
    return service.wsdl.replace(/(<soap:address location=")[^"]*/, `$1${url.origin}${url.pathname}`);
  }

  async function open(onPort: number): Promise<number> {
    server.listen(onPort, host);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  async function shut(): Promise<void> {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  const boundPort = await open(port);
  return {
    name: service.name,
    port: boundPort,
    garbageKinds: Object.keys(GARBAGE),
    calls: () => counter.read(),
    resetCalls: () => counter.reset(),
    openConnections: () => sockets.size,
    async setFault(next) {
      fault = next;
      if (next.mode === 'down') await shut();
      else if (!server.listening) await open(boundPort);
    },
    close: shut,
  };
}

function send(response: ServerResponse, { status, contentType, body, cut }: Reply): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': body.length });
  if (cut) response.write(body.subarray(0, body.length / 2), () => response.destroy());
  else response.end(body);
}
