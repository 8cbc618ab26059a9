import { deadline } from '#adapters/connector/deadline.ts';
import { type Charset, decodeBody, encodeBody } from '#adapters/soap/charset.ts';
import type { SoapLogger } from '#adapters/soap/connector.ts';
import { createExchange } from '#adapters/soap/exchange.ts';
import { failureOf } from '#adapters/soap/faults.ts';
import { Limiter } from '#adapters/soap/limiter.ts';
import { readRpcReply, writeRpcRequest } from '#adapters/soap/rpc-envelope.ts';
import { readRpcOperations } from '#adapters/soap/rpc-operations.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type { Department, SystemName } from '#schema/departments.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';

export interface RpcConnectorOptions {
  /** Path of the WSDL on disk; it is never loaded from the network. */
  readonly wsdl: string;
  /** Where the service is; the address in the WSDL does not count. */
  readonly endpoint: string;
  /** Of requests: what they declare and what they are in. */
  readonly charset: { readonly declared: string; readonly sent: Charset };
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

export interface RpcConnector {
  /**
   * One call of an operation that takes one string and gives one, and what `read` makes of that one.
   * @param read may throw a LegacyFailure: then the call has failed.
   * @throws DepartmentError for every failure of the system: its `cause` is for the log and holds no text of the exchange.
   * @throws TypeError for an operation that the WSDL does not have, GraphError BAD_USER_INPUT where XML or charset lack a character.
   */
  call<Answer>(
    operation: string,
    argument: string,
    call: LegacyCall,
    read: (result: string) => Answer,
  ): Promise<Answer>;
  /** Waits for calls under way (at most `timeoutMs`), then closes the connections. */
  close(): Promise<void>;
}

/**
 * SOAP 1.1 in RPC style, encoded, one string each way, in a charset of the system's own. `soap` reads the WSDL and nothing
 * else: it sends UTF-8 only, decodes everything as UTF-8, follows references through a plain object, loses text beside an
 * `xsi:type` and parses a CDATA section that holds a document.
 * @throws Error where the WSDL is missing or not one.
 */
export async function createRpcConnector(options: RpcConnectorOptions): Promise<RpcConnector> {
  const { charset, timeoutMs, maxReplyBytes, maxConcurrent, department, system, logger } = options;
  const endpoint = new URL(options.endpoint);
  const operations = await readRpcOperations(options.wsdl, endpoint);
  const limits = { maxConnections: maxConcurrent, connectTimeoutMs: timeoutMs, maxReplyBytes };
  const exchange = createExchange({ endpoint, ...limits });
  const limiter = new Limiter({ maxConcurrent, maxQueued: options.maxQueued ?? 1000 });

  return {
    async call(name, argument, { requestId, signal: caller }, read) {
      const operation = operations.get(name);
      if (operation === undefined) throw new TypeError(`the WSDL has no operation ${name}`);
      const request = encodeBody(writeRpcRequest(operation, argument, charset.declared), charset.sent);
      const headers = {
        'content-type': `text/xml; charset=${charset.declared}`,
        soapaction: '""',
        'x-request-id': requestId,
      };
      const fields = { system, operation: name, requestId };
      using time = deadline(timeoutMs, caller);
      try {
        const reply = await limiter.run(() => exchange.post(request, headers, time.signal), time.signal);
        const answer = read(readRpcReply(operation, reply.status, decodeBody(reply.body, reply.contentType)));
        logger?.debug(fields, 'soap call answered');
        return answer;
      } catch (error) {
        const failure = failureOf(error);
        const { code, retryable, facts, message: reason } = failure;
        logger?.warn({ ...fields, code, reason, ...facts }, 'soap call failed');
        throw new DepartmentError(code, { department, system, retryable, cause: failure });
      }
    },
    close: () => exchange.close(),
  };
}
