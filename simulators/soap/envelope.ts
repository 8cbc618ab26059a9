import type { Element } from '@xmldom/xmldom';
import { SoapFault } from '#simulators/soap/fault.ts';
import { childElements, childrenNamed, escapeText, parseXml } from '#simulators/soap/xml.ts';

const SOAP_1_1 = 'http://schemas.xmlsoap.org/soap/envelope/';
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';

export interface Envelope {
  readonly header: Element | undefined;
  /** The one element of the body: in document/literal wrapped it names the operation. */
  readonly request: Element;
}

/** @throws SoapFault for anything but a SOAP 1.1 envelope in UTF-8 with one element in its body. */
export function readEnvelope(bytes: Uint8Array): Envelope {
  const root = readDocument(bytes);
  if (root.namespaceURI !== SOAP_1_1 || root.localName !== 'Envelope') {
    throw new SoapFault('soap:VersionMismatch', '不是 SOAP 1.1 信封');
  }
  const [header] = childrenNamed(root, SOAP_1_1, 'Header');
  const [body] = childrenNamed(root, SOAP_1_1, 'Body');
  const [request, ...more] = body ? childElements(body) : [];
  if (request === undefined || more.length > 0) throw new SoapFault('soap:Client', '信封正文应恰有一个元素');
  return { header, request };
}

export function writeEnvelope(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${SOAP_1_1}"><soap:Body>${body}</soap:Body></soap:Envelope>`;
}

/** An envelope with a fault; `detail` is text. */
export function writeFault(code: string, message: string, detail = ''): string {
  return writeEnvelope(
    `<soap:Fault xmlns:wsse="${WSSE}"><faultcode>${code}</faultcode><faultstring>${escapeText(message)}</faultstring>` +
      `${detail && `<detail>${escapeText(detail)}</detail>`}</soap:Fault>`,
  );
}

function readDocument(bytes: Uint8Array): Element {
  try {
    const { documentElement } = parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (documentElement) return documentElement;
  } catch {
    // What is wrong with it is the sender's to find out.
  }
  throw new SoapFault('soap:Client', '报文不是合法的 XML');
}
