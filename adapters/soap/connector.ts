import { LegacyFailure } from '#adapters/connector/failures.ts';
import { createGuard } from '#adapters/connector/guard.ts';
import { DEFAULT_LIMITS } from '#adapters/connector/limits.ts';
import { readAnswer } from '#adapters/soap/answer.ts';
import { encodeBody } from '#adapters/soap/charset/encode.ts';
import { requestHeaders, writeEnvelope } from '#adapters/soap/envelope.ts';
import { createExchange, type HttpRequest } from '#adapters/soap/http/exchange.ts';
import { DEFAULT_MAX_REPLY_BYTES, type SoapConnectorOptions } from '#adapters/soap/options.ts';
import { choosePort, endpointOf } from '#adapters/soap/port.ts';
import { rowsIn } from '#adapters/soap/rows.ts';
import { createSecurity } from '#adapters/soap/security/security.ts';
import { createVerification } from '#adapters/soap/security/verification.ts';
import { SOAP_VERSIONS } from '#adapters/soap/soap-version.ts';
import { writing } from '#adapters/soap/user-input.ts';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { writeBody } from '#adapters/soap/write/write-body.ts';
import { loadService } from '#adapters/soap/wsdl/load.ts';
import type { Operation, ServicePort } from '#adapters/soap/wsdl/model.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';

export type { SoapConnectorOptions, SoapLogger } from '#adapters/soap/options.ts';

export interface CallOptions<Answer> {
  /**
   * What the port makes of the reply; a LegacyFailure of it is the call's. @default the reply itself
   */
  readonly read: (reply: XmlRecord) => Answer;
  /** What makes two reads of this operation equal, and so one call while it is under way; `null`: nothing. @default all that is sent */
  readonly shareKey?: string | null;
}

export interface SoapConnector {
  /**
   * One call. Arguments and reply of an operation in document style with one part are the content of its element, else an entry for each part.
   * @throws DepartmentError for every failure of the system: its `cause` is for the log and holds no text of the exchange.
   * @throws ArgumentError (a TypeError) where operation or arguments do not fit the WSDL, GraphError BAD_USER_INPUT where a text
   * does not: XML or the charset lack a character, it is too long and the like. Then nothing was sent.
   */
  call(operation: string, args: XmlRecord, call: LegacyCall): Promise<XmlRecord>;
  call<Answer>(operation: string, args: XmlRecord, call: LegacyCall, options: CallOptions<Answer>): Promise<Answer>;
  /** The port of the WSDL whose operations are called. */
  describe(): ServicePort;
  /** Waits for calls under way, then closes the connections; whoever waits for a place is refused. */
  close(): Promise<void>;
}

/**
 * SOAP 1.1 and 1.2, document/literal wrapped and bare, RPC/literal and RPC/encoded. WS-Security is the `soap` package's; WSDL, envelope,
 * values and HTTP are ours (README.md says why).
 * @throws WsdlError where the WSDL cannot be read, Error where a setting cannot be used
 */
export async function createSoapConnector(options: SoapConnectorOptions): Promise<SoapConnector> {
  const { charset = { declared: 'UTF-8', sent: 'utf-8' }, callerHeader = 'http', isRead = () => false } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const service = await loadService(options.wsdl);
  const port = choosePort(service, options.port);
  const version = SOAP_VERSIONS[port.version];
  const endpoint = endpointOf(port, options.endpoint);
  const security = createSecurity(options.security ?? [], endpoint);
  const exchange = createExchange({
    endpoint,
    version,
    tls: security.tls,
    maxConnections: limits.concurrency,
    connectTimeoutMs: limits.connectTimeoutMs,
    maxReplyBytes: options.maxReplyBytes ?? DEFAULT_MAX_REPLY_BYTES,
  });
  const answering = {
    ...{ port, schemas: service.schemas },
    rules: { faultDetail: options.faultDetail, resultRule: options.resultRule },
    reading: {
      charset: options.replyCharset ?? {},
      verify: options.verifyReplies ? createVerification(options.verifyReplies, version) : null,
    },
  };
  const { department, system, logger, observer } = options;
  const guard = createGuard({ department, system, protocol: 'soap', limits, failureOf, logger, observer });

  /** One message, made anew for each attempt: a digest and a timestamp are of the moment. */
  function messageOf({ name, action, output }: Operation, body: string, call: LegacyCall): HttpRequest {
    const message = { version, charset: charset.declared, callerHeader, secure: security.secure, action };
    return {
      body: encodeBody(writeEnvelope(body, call, message), charset.sent),
      headers: { ...requestHeaders(call, message), ...security.httpHeaders() },
      isRead: isRead(name),
      isOneWay: output === null,
    };
  }

  return {
    async call(
      name: string,
      args: XmlRecord,
      call: LegacyCall,
      { read, shareKey }: Partial<CallOptions<unknown>> = {},
    ) {
      const operation = port.operations.get(name);
      if (operation === undefined) throw new TypeError(`the WSDL has no operation ${name}`);
      const body = writing(() => writeBody(operation, args, service.schemas, version));
      encodeBody(body, charset.sent); // throws for a character that the charset lacks, before anybody waits
      const guarded = {
        operation: name,
        isRead: isRead(name),
        shareKey: !isRead(name) ? null : shareKey === undefined ? body : shareKey,
        call,
      };
      return guard.run(guarded, async (attempt) => {
        const http = await exchange.post(messageOf(operation, body, call), attempt);
        const reply = await readAnswer(http, operation, attempt, answering);
        const answer = read ? read(reply) : reply;
        attempt.rows(rowsIn(answer));
        return answer;
      });
    },
    describe: () => port,
    async close() {
      await guard.close();
      await exchange.close();
    },
  } as SoapConnector;
}

/** What is no failure of the system is a mistake of ours, and thrown on. */
function failureOf(error: unknown): LegacyFailure {
  if (error instanceof LegacyFailure) return error;
  throw error;
}
