import type { Element } from '@xmldom/xmldom';
import { SoapFault } from '#simulators/soap/fault.ts';
import { SOAP_1_1, type SoapVersion } from '#simulators/soap/version.ts';
import { childElements, childrenNamed, parseXml } from '#simulators/soap/xml.ts';

const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';

export interface Envelope {
  readonly header: Element | undefined;
  /** The one element of the body: in document/literal wrapped it names the operation. */
  readonly request: Element;
}

/** @throws SoapFault for anything but an envelope of that version in UTF-8 with one element in its body. */
export function readEnvelope(bytes: Uint8Array, version: SoapVersion = SOAP_1_1): Envelope {
  const { namespace, name, sender } = version;
  const root = readDocument(bytes, sender);
  if (root.namespaceURI !== namespace || root.localName !== 'Envelope') {
    throw new SoapFault('soap:VersionMismatch', `不是 ${name} 信封`);
  }
  const [header] = childrenNamed(root, namespace, 'Header');
  const [body] = childrenNamed(root, namespace, 'Body');
  const [request, ...more] = body ? childElements(body) : [];
  if (request === undefined || more.length > 0) throw new SoapFault(sender, '信封正文应恰有一个元素');
  return { header, request };
}

export function writeEnvelope(body: string, { namespace }: SoapVersion = SOAP_1_1): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${namespace}"><soap:Body>${body}</soap:Body></soap:Envelope>`;
}

/** An envelope with a fault. */
export function writeFault(fault: SoapFault, version: SoapVersion = SOAP_1_1): string {
  return writeEnvelope(`<soap:Fault xmlns:wsse="${WSSE}">${version.writeFault(fault)}</soap:Fault>`, version);
}

function readDocument(bytes: Uint8Array, sender: string): Element {
  try {
    const { documentElement } = parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (documentElement) return documentElement;
  } catch {
    // What is wrong with it is the sender's to find out.
  }
  throw new SoapFault(sender, '报文不是合法的 XML');
}
