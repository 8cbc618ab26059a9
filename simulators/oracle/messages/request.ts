import { OracleError } from '#simulators/oracle/engine.ts';
import { FUNCTION, MESSAGE } from '#simulators/oracle/messages/codes.ts';
import {
  type ExecuteCall,
  type ExecuteContext,
  readExecute,
  readReexecute,
} from '#simulators/oracle/messages/execute.ts';
import { type LobCall, readLobCall } from '#simulators/oracle/messages/lob.ts';
import { type LogonRequest, readLogonRequest } from '#simulators/oracle/messages/logon.ts';
import { readDataTypesRequest, readProtocolRequest } from '#simulators/oracle/messages/negotiation.ts';
import { type Piggyback, readPiggybacks } from '#simulators/oracle/messages/piggyback.ts';
import { ProtocolError } from '#simulators/oracle/wire/protocol-error.ts';
import type { MessageReader } from '#simulators/oracle/wire/reader.ts';

/** What a client can ask; each kind has its own reply. */
export type Call =
  | { readonly kind: 'protocol' | 'commit' | 'rollback' | 'ping' | 'logoff' | 'sessionRelease' }
  | { readonly kind: 'dataTypes'; readonly withTimeZone: boolean }
  | { readonly kind: 'authPhaseOne' | 'authPhaseTwo'; readonly logon: LogonRequest }
  | { readonly kind: 'fetch'; readonly cursorId: number; readonly fetchSize: number }
  /** Read as far as it could be: the statement does not parse, or the function is not known. */
  | { readonly kind: 'unservable'; readonly error: unknown }
  | ExecuteCall
  | LobCall;

/** A request that has been read and not served. */
export interface Request {
  /** Given back in the status of the reply. */
  readonly sequence: number;
  /** Take effect before the call. */
  readonly piggybacks: readonly Piggyback[];
  readonly call: Call;
}

/**
 * Reads one request: any number of piggybacks, and the one function behind them.
 * @throws {IncompleteMessageError} where the request goes on behind these bytes
 * @throws {ProtocolError} where it is none
 */
export function readRequest(reader: MessageReader, context: ExecuteContext): Request {
  let piggybacks: readonly Piggyback[] = [];
  let sequence = 0;
  try {
    piggybacks = readPiggybacks(reader);
    const message = reader.uint8();
    if (message === MESSAGE.PROTOCOL) return { sequence, piggybacks, call: readProtocolCall(reader) };
    if (message === MESSAGE.DATA_TYPES) {
      return { sequence, piggybacks, call: { kind: 'dataTypes', ...readDataTypesRequest(reader) } };
    }
    if (message !== MESSAGE.FUNCTION && message !== MESSAGE.ONE_WAY_FUNCTION) {
      throw new ProtocolError(`a request cannot begin with ${message}`);
    }
    const functionCode = reader.uint8();
    sequence = reader.uint8();
    return { sequence, piggybacks, call: readFunction(reader, functionCode, context) };
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    return { sequence, piggybacks, call: { kind: 'unservable', error } };
  }
}

function readProtocolCall(reader: MessageReader): Call {
  readProtocolRequest(reader);
  return { kind: 'protocol' };
}

function readFunction(reader: MessageReader, functionCode: number, context: ExecuteContext): Call {
  switch (functionCode) {
    case FUNCTION.AUTH_PHASE_ONE:
      return { kind: 'authPhaseOne', logon: readLogonRequest(reader) };
    case FUNCTION.AUTH_PHASE_TWO:
      return { kind: 'authPhaseTwo', logon: readLogonRequest(reader) };
    case FUNCTION.EXECUTE:
      return readExecute(reader, context);
    case FUNCTION.REEXECUTE:
    case FUNCTION.REEXECUTE_AND_FETCH:
      return readReexecute(reader, functionCode, context);
    case FUNCTION.FETCH:
      return { kind: 'fetch', cursorId: reader.integer(), fetchSize: reader.integer() };
    case FUNCTION.COMMIT:
      return { kind: 'commit' };
    case FUNCTION.ROLLBACK:
      return { kind: 'rollback' };
    case FUNCTION.PING:
      return { kind: 'ping' };
    case FUNCTION.LOGOFF:
      return { kind: 'logoff' };
    case FUNCTION.LOB_OPERATION:
      return readLobCall(reader);
    case FUNCTION.SESSION_RELEASE:
      reader.skip(2);
      reader.integer();
      return { kind: 'sessionRelease' };
    default:
      throw new OracleError(3115, 'unsupported network datatype or representation');
  }
}
