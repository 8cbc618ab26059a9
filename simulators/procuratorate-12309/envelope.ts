import type { Element } from '@xmldom/xmldom';
import { decodeGb18030, encodeGb18030 } from '#simulators/procuratorate-12309/gb18030.ts';
import { SoapFault } from '#simulators/soap/fault.ts';
import type { Reply } from '#simulators/soap/reply.ts';
import { SOAP_1_1 } from '#simulators/soap/version.ts';
import { childElements, childrenNamed, escapeText, parseXml } from '#simulators/soap/xml.ts';

const ENCODING = 'http://schemas.xmlsoap.org/soap/encoding/';
const CONTENT_TYPE = 'text/xml; charset=GBK';
const PROLOG = '<?xml version="1.0" encoding="GBK"?>';

export interface RpcCall {
  readonly operation: string;
  /** The one string. */
  readonly argument: string;
}

/** @throws SoapFault for anything but a call in RPC style with one string, in GB18030 that is declared as GBK. */
export function readCall(bytes: Uint8Array, contentType: string, namespace: string): RpcCall {
  const root = readDocument(bytes, contentType);
  if (root.namespaceURI !== SOAP_1_1.namespace || root.localName !== 'Envelope') {
    throw new SoapFault('soapenv:VersionMismatch', 'Version Mismatch');
  }
  const [body] = childrenNamed(root, SOAP_1_1.namespace, 'Body');
  const [call, ...more] = body ? childElements(body) : [];
  if (call === undefined || more.length > 0 || call.namespaceURI !== namespace) throw noSuchOperation();
  const [argument, ...others] = childElements(call);
  if (argument?.localName !== 'in0' || others.length > 0 || childElements(argument).length > 0) throw noSuchOperation();
  return { operation: call.localName ?? '', argument: argument.textContent ?? '' };
}

/** The string in place, or, as Axis writes an `Object`, beside the response and referred to. */
export function writeResult(operation: string, result: string, namespace: string, byReference: boolean): Reply {
  const text = escapeText(result).replaceAll('"', '&quot;').replaceAll('\n', '&#xa;');
  const typed = (name: string, attributes: string) =>
    `<${name}${attributes} xsi:type="soapenc:string" xmlns:soapenc="${ENCODING}">${text}</${name}>`;
  const response = (content: string) =>
    `<ns1:${operation}Response soapenv:encodingStyle="${ENCODING}" xmlns:ns1="${namespace}">${content}</ns1:${operation}Response>`;
  return gbkReply(
    200,
    byReference
      ? response(`<${operation}Return href="#id0"/>`) +
          typed('multiRef', ` id="id0" soapenc:root="0" soapenv:encodingStyle="${ENCODING}"`)
      : response(typed(`${operation}Return`, '')),
  );
}

/** An Axis fault, with the stack that Axis puts there. */
export function writeAxisFault(status: number, { code, message, detail }: SoapFault): Reply {
  return gbkReply(
    status,
    `<soapenv:Fault><faultcode>${code}</faultcode><faultstring>${escapeText(message)}</faultstring>` +
      `<detail><ns2:stackTrace xmlns:ns2="http://xml.apache.org/axis/">${escapeText(detail)}</ns2:stackTrace></detail></soapenv:Fault>`,
  );
}

export function gbkReply(status: number, body: string): Reply {
  const envelope =
    `${PROLOG}<soapenv:Envelope xmlns:soapenv="${SOAP_1_1.namespace}" xmlns:xsd="http://www.w3.org/2001/XMLSchema" ` +
    `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
  return { status, contentType: CONTENT_TYPE, body: encodeGb18030(envelope) };
}

function readDocument(bytes: Uint8Array, contentType: string): Element {
  try {
    if (!/;\s*charset="?GBK"?$/i.test(contentType)) throw new Error('not declared');
    const text = decodeGb18030(bytes);
    if (!text.startsWith(PROLOG)) throw new Error('not declared');
    const { documentElement } = parseXml(text);
    if (documentElement) return documentElement;
  } catch {
    // What is wrong with it is the sender's to find out.
  }
  throw new SoapFault('soapenv:Server.userException', 'org.xml.sax.SAXParseException');
}

function noSuchOperation(): SoapFault {
  return new SoapFault('soapenv:Client', 'No such operation');
}
