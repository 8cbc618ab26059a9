import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import type { Fault, Simulator } from '#simulators/control/simulator.ts';
import { htmlReply, type Reply } from '#simulators/soap/reply.ts';

/** PEM: who the stand-in is, and the authorities whose clients it lets in. */
export interface ServerTls {
  readonly certificate: string;
  readonly key: string;
  readonly authority: string;
}

export interface HttpService {
  /** TLS, with a client certificate required. @default plain HTTP */
  readonly tls?: ServerTls | undefined;
  readonly garbage: Readonly<Record<string, (honest: Reply) => Reply>>;
  readonly dataKinds: readonly string[];
  /** What is given whatever the fault mode, such as a WSDL; null for a call. */
  page(method: string, url: URL): Reply | null;
  /** @param damage the kind of data damage that is in force; `null` for an honest answer */
  answer(request: IncomingMessage, damage: string | null): Promise<Reply>;
}

/** An HTTP server that fails when it is told to. */
export async function startFailingHttp(service: HttpService, port: number, host: string): Promise<HttpSimulator> {
  const sockets = new Set<Socket>();
  let fault: Fault = { mode: 'none' };

  const server = service.tls ? createTlsServer(tlsOptions(service.tls), serve) : createServer(serve);
  // On TLS as well these are the sockets below it, which are there before the handshake.
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (service.tls) {
      const refusal = refusalOf(request.socket as TLSSocket);
      if (refusal) return send(response, refusal);
    }
    const page = service.page(
      request.method ?? '',
      new URL(request.url ?? '/', `http://${request.headers.host ?? host}`),
    );
    if (page) return send(response, page);
    const honest = await service.answer(request, fault.mode === 'data' ? fault.kind : null);
    if (fault.mode === 'hang') return;
    if (fault.mode === 'slow') await delay(fault.delayMs, undefined, { ref: false });
    send(response, fault.mode === 'garbage' ? (service.garbage[fault.kind]?.(honest) ?? honest) : honest);
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
    port: boundPort,
    garbageKinds: Object.keys(service.garbage),
    dataKinds: service.dataKinds,
    openConnections: () => sockets.size,
    async setFault(next) {
      fault = next;
      if (next.mode === 'down') await shut();
      else if (!server.listening) await open(boundPort);
    },
    close: shut,
  };
}

/** What the server itself knows of a stand-in; name and counts are the service's. */
export type HttpSimulator = Omit<Simulator, 'name' | 'calls' | 'resetCalls'>;

/** Who comes without a good certificate is let through the handshake, to be told so, as nginx does it. */
function tlsOptions({ certificate, key, authority }: ServerTls) {
  return { cert: certificate, key, ca: authority, requestCert: true, rejectUnauthorized: false };
}

/** `ssl_verify_client on` of nginx: both cases answer 400 and nothing else. */
function refusalOf(socket: TLSSocket): Reply | null {
  if (socket.authorized) return null;
  const sent = Object.keys(socket.getPeerCertificate() ?? {}).length > 0;
  return htmlReply(400, sent ? '400 The SSL certificate error' : '400 No required SSL certificate was sent');
}

function send(response: ServerResponse, { status, contentType, body, cut }: Reply): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': body.length });
  if (cut) response.write(body.subarray(0, body.length / 2), () => response.destroy());
  else response.end(body);
}
