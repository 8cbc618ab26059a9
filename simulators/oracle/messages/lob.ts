import { OracleError } from '#simulators/oracle/engine.ts';
import { CHARSET_UTF8, MESSAGE } from '#simulators/oracle/messages/codes.ts';
import type { MessageReader } from '#simulators/oracle/wire/reader.ts';
import type { MessageWriter } from '#simulators/oracle/wire/writer.ts';

export const LOCATOR_LENGTH = 40;
/** What a client should read at once: told with every locator. */
export const LOB_CHUNK_SIZE = 8132;

const OPERATION = {
  LENGTH: 0x01,
  READ: 0x02,
  TRIM: 0x20,
  WRITE: 0x40,
  CREATE_TEMPORARY: 0x110,
  CHUNK_SIZE: 0x4000,
} as const;
const OPERATION_NAMES: Readonly<Record<number, LobCall['operation']>> = {
  [OPERATION.LENGTH]: 'length',
  [OPERATION.READ]: 'read',
  [OPERATION.TRIM]: 'trim',
  [OPERATION.WRITE]: 'write',
  [OPERATION.CREATE_TEMPORARY]: 'create',
  [OPERATION.CHUNK_SIZE]: 'chunkSize',
};

export interface LobCall {
  readonly kind: 'lob';
  readonly operation: 'length' | 'read' | 'trim' | 'write' | 'create' | 'chunkSize';
  readonly locator: Buffer;
  /** 1-based: in UTF-16 code units for a CLOB, in bytes for a BLOB. */
  readonly offset: number;
  /** For `create`: the type of the LOB to be made. */
  readonly type: number;
  /** For `write`. */
  readonly data: Buffer;
  /** Present where the client sends an amount and wants one back. */
  readonly amount?: number;
}

/** @throws {OracleError} ORA-03115 for an operation that is not known here. */
export function readLobCall(reader: MessageReader): LobCall {
  reader.skip(1);
  const locatorLength = reader.integer();
  reader.skip(1);
  reader.skipIntegers(3);
  reader.skip(3);
  const operation = OPERATION_NAMES[reader.integer()];
  reader.skip(2);
  const offset = reader.integer();
  const type = reader.integer(); // the target's offset, which a new LOB uses for its type
  const hasAmount = reader.uint8() !== 0;
  reader.skip(6);
  const locator = Buffer.from(reader.raw(locatorLength));
  if (operation === undefined) throw new OracleError(3115, 'unsupported network datatype or representation');
  if (operation === 'create') reader.integer(); // character set
  const data = operation === 'write' ? readData(reader) : Buffer.alloc(0);
  const call = { kind: 'lob', operation, locator, offset, type, data } as const;
  return hasAmount ? { ...call, amount: reader.integer() } : call;
}

function readData(reader: MessageReader): Buffer {
  reader.skip(1); // LOB_DATA
  return Buffer.from(reader.bytes() ?? []);
}

export interface LobReply {
  readonly locator: Buffer;
  /** For `read`. */
  readonly data?: Buffer;
  readonly amount?: number;
}

/** Everything but the status message that ends the reply. */
export function writeLobReply(writer: MessageWriter, call: LobCall, { locator, data, amount = 0 }: LobReply): void {
  if (data) writer.uint8(MESSAGE.LOB_DATA).bytes(data);
  writer.uint8(MESSAGE.PARAMETER).raw(locator);
  if (call.operation === 'create') writer.integer(CHARSET_UTF8).uint8(0);
  else if (call.amount !== undefined) writer.integer(amount);
}
