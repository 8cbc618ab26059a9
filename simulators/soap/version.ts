import type { SoapFault } from '#simulators/soap/fault.ts';
import { escapeText } from '#simulators/soap/xml.ts';

/** What differs on the wire between the two versions of SOAP. */
export interface SoapVersion {
  readonly name: string;
  readonly namespace: string;
  readonly contentType: string;
  /** A request in another media type is not read; null takes any, as old servers do. */
  readonly requestType: string | null;
  /** Who is to blame for a fault. */
  readonly sender: string;
  readonly receiver: string;
  /** HTTP status of an answer with that fault. */
  statusOf(fault: SoapFault): number;
  /** What stands in `soap:Fault`. */
  writeFault(fault: SoapFault): string;
}

/** SOAP 1.1 §4.4 and §6.2. */
export const SOAP_1_1: SoapVersion = {
  name: 'SOAP 1.1',
  namespace: 'http://schemas.xmlsoap.org/soap/envelope/',
  contentType: 'text/xml; charset=utf-8',
  requestType: null,
  sender: 'soap:Client',
  receiver: 'soap:Server',
  statusOf: () => 500,
  writeFault: ({ code, message, detail }) =>
    `<faultcode>${code}</faultcode><faultstring>${escapeText(message)}</faultstring>${detail && `<detail>${detail}</detail>`}`,
};

/** SOAP 1.2 part 1 §5.4 and part 2 §7.5.2.2. */
export const SOAP_1_2: SoapVersion = {
  name: 'SOAP 1.2',
  namespace: 'http://www.w3.org/2003/05/soap-envelope',
  contentType: 'application/soap+xml; charset=utf-8',
  requestType: 'application/soap+xml',
  sender: 'soap:Sender',
  receiver: 'soap:Receiver',
  statusOf: ({ code }) => (code === 'soap:Sender' ? 400 : 500),
  writeFault: ({ code, message, detail }) =>
    `<soap:Code><soap:Value>${code}</soap:Value></soap:Code>` +
    `<soap:Reason><soap:Text xml:lang="zh-CN">${escapeText(message)}</soap:Text></soap:Reason>` +
    `${detail && `<soap:Detail>${detail}</soap:Detail>`}`,
};
