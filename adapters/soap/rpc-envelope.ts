import { unreadable } from '#adapters/connector/failures.ts';
import { encodeArguments } from '#adapters/soap/encode.ts';
import { failureOf } from '#adapters/soap/faults.ts';
import type { RpcOperation } from '#adapters/soap/rpc-operations.ts';
import { SOAP_1_1 } from '#adapters/soap/soap-version.ts';
import { parseXml, type XmlElement } from '#adapters/soap/xml-tree.ts';

const ENCODING = 'http://schemas.xmlsoap.org/soap/encoding/';
const XS = 'http://www.w3.org/2001/XMLSchema';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * The request of an operation that takes one string (SOAP 1.1 §7.1, encoded by §5).
 * @param charset the name that the XML declaration gives
 * @throws GraphError BAD_USER_INPUT where the argument holds characters that XML cannot carry.
 */
export function writeRpcRequest(operation: RpcOperation, argument: string, charset: string): string {
  const { namespace, name, parameter } = operation;
  const { [parameter]: text } = encodeArguments({ [parameter]: argument }, { [parameter]: 'xsd:string' });
  return (
    `<?xml version="1.0" encoding="${charset}"?><soapenv:Envelope xmlns:soapenv="${SOAP_1_1.namespace}" ` +
    `xmlns:xsd="${XS}" xmlns:xsi="${XSI}"><soapenv:Body><op:${name} soapenv:encodingStyle="${ENCODING}" xmlns:op="${namespace}">` +
    `<${parameter} xsi:type="xsd:string">${text}</${parameter}></op:${name}></soapenv:Body></soapenv:Envelope>`
  );
}

/**
 * The one string of a reply: written in place, or, as Axis does with objects, as `href` to a `multiRef` beside the response.
 * @throws LegacyFailure for a fault, for nil, and for everything that is not such an envelope.
 */
export function readRpcReply(operation: RpcOperation, status: number, xml: string): string {
  const envelope = parseXml(xml);
  if (envelope.name !== 'Envelope' || envelope.namespace !== SOAP_1_1.namespace) {
    throw unreadable('the reply is not an envelope of that version of SOAP', { status });
  }
  const body = only(childrenNamed(envelope, SOAP_1_1.namespace, 'Body'), 'body', status);
  const [fault] = childrenNamed(body, SOAP_1_1.namespace, 'Fault');
  if (fault) throw faultOf(fault, status);
  const responses = childrenNamed(body, operation.namespace, `${operation.name}Response`);
  const response = only(responses, 'response of the operation', status);
  const result = only(response.children, 'result', status);
  if (result.name !== operation.result) throw unreadable('the result has another name than in the WSDL', { status });
  return textOf(referred(result, body, status), status);
}

function textOf(element: XmlElement, status: number): string {
  const type = attribute(element, XSI, 'type');
  if (type !== undefined && type.slice(type.indexOf(':') + 1) !== 'string') {
    throw unreadable('the result is not a string', { status });
  }
  const isNil = ['true', '1'].includes(attribute(element, XSI, 'nil') ?? '');
  const refersOn = attribute(element, '', 'href') !== undefined;
  if (isNil || refersOn || element.children.length > 0) throw unreadable('the result holds no text', { status });
  return element.text;
}

/** SOAP 1.1 §5.4.1: references stay within the envelope. Ids are compared and never used as keys of an object. */
function referred(element: XmlElement, body: XmlElement, status: number): XmlElement {
  const href = attribute(element, '', 'href');
  if (href === undefined) return element;
  const targets = body.children.filter((child) => `#${attribute(child, '', 'id')}` === href);
  return only(targets, 'element that the result refers to', status);
}

/** Built as `soap` throws a fault, so that one place decides what a code means. */
function faultOf(fault: XmlElement, status: number): unknown {
  const [code] = childrenNamed(fault, '', 'faultcode');
  return failureOf({ response: { status }, root: { Envelope: { Body: { Fault: { faultcode: code?.text.trim() } } } } });
}

function only(elements: readonly XmlElement[], what: string, status: number): XmlElement {
  const [element, ...more] = elements;
  if (element && more.length === 0) return element;
  throw unreadable(`the reply holds ${element ? 'more than one' : 'no'} ${what}`, { status });
}

function childrenNamed(parent: XmlElement, namespace: string, name: string): XmlElement[] {
  return parent.children.filter((child) => child.name === name && child.namespace === namespace);
}

function attribute(element: XmlElement, namespace: string, name: string): string | undefined {
  return element.attributes.find((each) => each.name === name && each.namespace === namespace)?.value;
}
