/** What differs between the two versions of SOAP, but for the form of a fault. */
export interface SoapVersion {
  readonly namespace: string;
  /** Of replies. */
  readonly mediaTypes: ReadonlySet<string>;
  /** Statuses with which a fault comes. */
  readonly faultStatuses: ReadonlySet<number>;
  /** Whether media type, action and namespace of requests are those of SOAP 1.2. */
  readonly is12: boolean;
}

/** SOAP 1.1 §6.2; `application/xml` is what some servers say. */
export const SOAP_1_1: SoapVersion = {
  namespace: 'http://schemas.xmlsoap.org/soap/envelope/',
  mediaTypes: new Set(['text/xml', 'application/xml']),
  faultStatuses: new Set([500]),
  is12: false,
};

/** SOAP 1.2 part 2 §7.5.2.2 (`env:Sender` comes with 400, other faults with 500), RFC 3902 for the media type. */
export const SOAP_1_2: SoapVersion = {
  namespace: 'http://www.w3.org/2003/05/soap-envelope',
  mediaTypes: new Set(['application/soap+xml']),
  faultStatuses: new Set([400, 500]),
  is12: true,
};

/** By the name that a WSDL's port has. */
export const SOAP_VERSIONS: Readonly<Record<'1.1' | '1.2', SoapVersion>> = { '1.1': SOAP_1_1, '1.2': SOAP_1_2 };
