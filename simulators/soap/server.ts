import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Element } from '@xmldom/xmldom';
import { CallCounter, type Simulator } from '#simulators/control/simulator.ts';
import { damagedTree, type SoapDamages } from '#simulators/soap/damage.ts';
import { readEnvelope, writeEnvelope, writeFault } from '#simulators/soap/envelope.ts';
import { type ServerTls, startFailingHttp } from '#simulators/soap/failing-http.ts';
import { SoapFault } from '#simulators/soap/fault.ts';
import { garbageIn } from '#simulators/soap/garbage.ts';
import { emptyReply, type Reply, xmlReply } from '#simulators/soap/reply.ts';
import { SOAP_1_1, type SoapVersion } from '#simulators/soap/version.ts';
import { writeElement, type XmlTree } from '#simulators/soap/xml.ts';

export interface SoapService {
  /** The stand-in's name on the control port. */
  readonly name: string;
  /** Where it answers: `POST` takes envelopes, `GET ?wsdl` gives the WSDL. */
  readonly path: string;
  readonly wsdl: string;
  /** The WSDL's address is the one at which it was asked; one that is not is left as it is written. @default true */
  readonly locatesItself?: boolean;
  readonly namespace: string;
  /** @default SOAP 1.1 */
  readonly version?: SoapVersion;
  /** @default plain HTTP */
  readonly tls?: ServerTls;
  /** @throws SoapFault where it turns the sender away. @default nobody: TLS does it */
  authenticate?(header: Element | undefined): void;
  /** By the name of the request's element; each gives what stands in the reply's element. @throws SoapFault */
  readonly operations: ReadonlyMap<string, (request: Element) => XmlTree>;
  readonly damages: SoapDamages;
  /** Garbage of its own, beside that of all. @default none */
  readonly garbage?: Readonly<Record<string, (honest: Reply) => Reply>>;
  /** Name of the reply's element. @default `<nameResponse>`, as in document/literal wrapped */
  replyTo?(name: string): string;
}

/** A SOAP service, document/literal, over HTTP; calls are counted once they are let in. */
export async function startSoapServer(service: SoapService, port: number, host = '127.0.0.1'): Promise<Simulator> {
  const { name, namespace, damages, version = SOAP_1_1, replyTo = (request) => `${request}Response` } = service;
  const counter = new CallCounter();

  async function answer(request: IncomingMessage, damage: string | null): Promise<Reply> {
    const mediaType = request.headers['content-type']?.split(';', 1).join('').trim();
    if (version.requestType !== null && mediaType !== version.requestType) return emptyReply(415);
    try {
      const { header, request: element } = readEnvelope(await buffer(request), version);
      const called = element.localName ?? '';
      const operation = element.namespaceURI === namespace ? service.operations.get(called) : undefined;
      if (operation === undefined) throw new SoapFault(version.sender, '没有这个操作');
      service.authenticate?.(header);
      counter.count(called);
      const tree = damagedTree(operation(element), called, damage, damages);
      const reply = writeElement(replyTo(called), tree, ` xmlns="${namespace}"`);
      return xmlReply(200, writeEnvelope(reply, version), version);
    } catch (error) {
      const fault = error instanceof SoapFault ? error : new SoapFault(version.receiver, '系统内部错误');
      return xmlReply(version.statusOf(fault), writeFault(fault, version), version);
    }
  }

  function page(method: string, url: URL): Reply | null {
    if (url.pathname !== service.path) return emptyReply(404);
    if (method !== 'GET' || url.search.toLowerCase() !== '?wsdl') return null;
    return xmlReply(200, service.locatesItself === false ? service.wsdl : locatedAt(service.wsdl, url));
  }

  const garbage = { ...garbageIn(version), ...service.garbage };
  const dataKinds = Object.keys(damages.strikes);
  const server = await startFailingHttp({ tls: service.tls, garbage, dataKinds, page, answer }, port, host);
  return { ...server, name, calls: () => counter.read(), resetCalls: () => counter.reset() };
}

function locatedAt(wsdl: string, { origin, pathname }: URL): string {
  return wsdl.replace(/(<soap:address location=")[^"]*/, `$1${origin}${pathname}`);
}
