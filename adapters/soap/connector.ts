import { deadline } from '#adapters/connector/deadline.ts';
import { createSoapClient } from '#adapters/soap/client.ts';
import { decodeReply } from '#adapters/soap/decode.ts';
import { encodeArguments } from '#adapters/soap/encode.ts';
import { failureOf } from '#adapters/soap/faults.ts';
import { Limiter } from '#adapters/soap/limiter.ts';
import type { SoapVersion } from '#adapters/soap/soap-version.ts';
import { createClientTls, type TlsIdentity } from '#adapters/soap/tls.ts';
import { createTransport } from '#adapters/soap/transport.ts';
import type { XmlArguments, XmlRecord } from '#adapters/soap/xml-value.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type { Department, SystemName } from '#schema/departments.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';

/** The methods of a pino logger that are called. */
export interface SoapLogger {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface SoapConnectorOptions {
  /** Path of the WSDL on disk; it is never loaded from the network. */
  readonly wsdl: string;
  /** Where the service is; the address in the WSDL does not count. */
  readonly endpoint: string;
  /** @default SOAP 1.1 */
  readonly version?: SoapVersion | undefined;
  /** WS-Security UsernameToken. @default none */
  readonly security?: { readonly user: string; readonly password: string };
  /** Our client certificate and the authorities that the system's is checked against; the endpoint is `https` then. @default none */
  readonly tls?: TlsIdentity;
  /** The typed detail of the service's faults. @default details are not read */
  readonly faultDetail?: FaultDetail;
  /** For one call, waiting for a place included. */
  readonly timeoutMs: number;
  readonly maxReplyBytes: number;
  /** Calls, and so connections, at once. */
  readonly maxConcurrent: number;
  /** Calls that may wait for a place. @default 1000: what may wait is bounded by its time first */
  readonly maxQueued?: number;
  /** Whom errors name. */
  readonly department: Department;
  readonly system: SystemName;
  /** @default none */
  readonly logger?: SoapLogger;
}

/** Faults that the WSDL declares carry a code in their detail; some of them are answers ("there is none") and no failures. */
export interface FaultDetail {
  /** The elements that lead from the detail to its code. */
  readonly codeAt: readonly string[];
  /** What a call gives for a fault with that code. */
  readonly answers: ReadonlyMap<string, XmlRecord>;
}

export interface SoapConnector {
  /**
   * One call; the reply's elements as they stood on the wire.
   * @throws DepartmentError for every failure of the system: its `cause` is for the log and holds no text of the exchange.
   * @throws TypeError where operation or arguments do not fit the WSDL, GraphError BAD_USER_INPUT where XML cannot carry them.
   */
  call(operation: string, args: XmlArguments, call: LegacyCall): Promise<XmlRecord>;
  /** Waits for calls under way (at most `timeoutMs`), then closes the connections. */
  close(): Promise<void>;
}

/** @throws Error where the WSDL is missing or not one, or the TLS identity is not usable. */
export async function createSoapConnector(options: SoapConnectorOptions): Promise<SoapConnector> {
  const {
    timeoutMs,
    maxReplyBytes,
    maxConcurrent,
    maxQueued = 1000,
    department,
    system,
    logger,
    version,
    faultDetail,
  } = options;
  const endpoint = new URL(options.endpoint);
  if (options.tls && endpoint.protocol !== 'https:') throw new Error('with a client certificate the endpoint is https');
  const transport = createTransport({
    endpoint,
    version,
    tls: options.tls && createClientTls(options.tls),
    maxConnections: maxConcurrent,
    connectTimeoutMs: timeoutMs,
    maxReplyBytes,
  });
  const { wsdl, security } = options;
  const { operations } = await createSoapClient({
    wsdl,
    endpoint,
    version,
    security,
    httpClient: transport.httpClient,
  });
  const limiter = new Limiter({ maxConcurrent, maxQueued });

  return {
    async call(name, args, { requestId, signal: caller }) {
      const operation = operations.get(name);
      if (operation === undefined) throw new TypeError(`the WSDL has no operation ${name}`);
      const request = encodeArguments(args, operation.input);
      const fields = { system, operation: name, requestId };
      using time = deadline(timeoutMs, caller);
      try {
        const headers = { 'x-request-id': requestId };
        const reply = await limiter.run(() => operation.invoke(request, time.signal, headers), time.signal);
        const record = decodeReply(reply, operation.output);
        logger?.debug(fields, 'soap call answered');
        return record;
      } catch (error) {
        const failure = failureOf(error, faultDetail?.codeAt);
        const { code, retryable, facts, message: reason } = failure;
        const answer = faultDetail?.answers.get(String(facts.detailCode));
        if (answer) {
          logger?.debug({ ...fields, ...facts }, 'soap call answered by a fault');
          return answer;
        }
        logger?.warn({ ...fields, code, reason, ...facts }, 'soap call failed');
        throw new DepartmentError(code, { department, system, retryable, cause: failure });
      }
    },
    close: () => transport.close(),
  };
}
