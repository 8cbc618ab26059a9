/** A refusal of the service (SOAP 1.1 §4.4). */
export class SoapFault extends Error {
  /** A qualified name: `soap:Client`, `soap:Server`, or one of WS-Security's with the prefix `wsse`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'SoapFault';
    this.code = code;
  }
}
