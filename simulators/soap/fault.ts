/** A refusal of the service (SOAP 1.1 §4.4, SOAP 1.2 part 1 §5.4). */
export class SoapFault extends Error {
  /** A qualified name: the version's `sender` or `receiver`, or one of WS-Security's with the prefix `wsse`. */
  readonly code: string;
  /** XML. */
  readonly detail: string;

  constructor(code: string, message: string, detail = '') {
    super(message);
    this.name = 'SoapFault';
    this.code = code;
    this.detail = detail;
  }
}
