/** Namespaces of the SOAP bindings (WSDL 1.1 §3; W3C submission of the binding for SOAP 1.2), and the version that each stands for. */
export const SOAP_BINDINGS: ReadonlyMap<string, '1.1' | '1.2'> = new Map([
  ['http://schemas.xmlsoap.org/wsdl/soap/', '1.1'],
  ['http://schemas.xmlsoap.org/wsdl/soap12/', '1.2'],
]);

/** SOAP over HTTP; the second is what some servers write for SOAP 1.2. */
export const HTTP_TRANSPORTS: readonly string[] = [
  'http://schemas.xmlsoap.org/soap/http',
  'http://www.w3.org/2003/05/soap/bindings/HTTP/',
];
