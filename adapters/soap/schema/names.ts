/** XML Schema 1.0. */
export const XSD = 'http://www.w3.org/2001/XMLSchema';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
/** SOAP 1.1 §5. */
export const SOAP_ENCODING = 'http://schemas.xmlsoap.org/soap/encoding/';
/** SOAP 1.2 part 2 §3. */
export const SOAP_12_ENCODING = 'http://www.w3.org/2003/05/soap-encoding';
export const WSDL = 'http://schemas.xmlsoap.org/wsdl/';
