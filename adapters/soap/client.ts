import { type Client, createClientAsync, type IHttpClient, WSSecurity } from 'soap';
import { SOAP_1_1, type SoapVersion } from '#adapters/soap/soap-version.ts';
import type { TypeDescription, XmlArguments } from '#adapters/soap/xml-value.ts';

export interface SoapClientOptions {
  readonly wsdl: string;
  readonly endpoint: URL;
  /** @default SOAP 1.1 */
  readonly version?: SoapVersion | undefined;
  /** @default none */
  readonly security?: { readonly user: string; readonly password: string } | undefined;
  readonly httpClient: IHttpClient;
}

/** One operation of the service: how its request and reply look, and how it is called. */
export interface SoapOperation {
  readonly input: TypeDescription;
  readonly output: TypeDescription;
  invoke(args: XmlArguments, signal: AbortSignal, headers: Readonly<Record<string, string>>): Promise<unknown>;
}

type AsyncMethod = (
  args: XmlArguments,
  options: { signal: AbortSignal },
  headers: Readonly<Record<string, string>>,
) => Promise<readonly unknown[]>;

/** Types that `soap` would turn into rounded numbers, shifted dates and guessed booleans. */
const CONVERTED_TYPES = 'int integer short long double float decimal bool boolean dateTime date'.split(' ');
const asWritten = (text: string, { object }: { object: unknown }) =>
  typeof object === 'string' ? object + text : text;

/** What `soap` remembers of the last exchange: the request with its WS-Security header, the reply with its persons. */
const REMEMBERED = ['lastMessage', 'lastRequest', 'lastRequestHeaders', 'lastResponse'];

/**
 * The `soap` client of a service and its operations by name, from a WSDL on disk. With `security` each request
 * carries a WS-Security UsernameToken (profile 1.0) with a password digest and a nonce of its own.
 */
export async function createSoapClient({
  wsdl,
  endpoint,
  version = SOAP_1_1,
  security,
  httpClient,
}: SoapClientOptions) {
  const client = await createClientAsync(wsdl, {
    disableCache: true,
    endpoint: endpoint.href,
    httpClient,
    forceSoap12Headers: version.is12,
    escapeXML: false,
    handleNilAsNull: true,
    preserveWhitespace: true,
    customDeserializer: Object.fromEntries(CONVERTED_TYPES.map((type) => [type, asWritten])),
  });
  for (const name of REMEMBERED) Object.defineProperty(client, name, { get: () => undefined, set: () => undefined });
  const token = { passwordType: 'PasswordDigest', hasTimeStamp: false, mustUnderstand: true };
  if (security) client.setSecurity(new WSSecurity(security.user, security.password, token));
  return { client, operations: operationsOf(client) };
}

function operationsOf(client: Client): ReadonlyMap<string, SoapOperation> {
  const services: Record<string, Record<string, Record<string, Omit<SoapOperation, 'invoke'>>>> = client.describe();
  const operations = new Map<string, SoapOperation>();
  for (const port of Object.values(services).flatMap((ports) => Object.values(ports))) {
    for (const [name, { input, output }] of Object.entries(port)) {
      const method: AsyncMethod = client[`${name}Async`];
      operations.set(name, {
        input,
        output,
        invoke: async (args, signal, headers) => (await method(args, { signal }, headers))[0],
      });
    }
  }
  return operations;
}
