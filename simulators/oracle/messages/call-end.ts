import { OracleError } from '#simulators/oracle/engine.ts';
import { CALL_STATUS_IN_TRANSACTION, MESSAGE } from '#simulators/oracle/messages/codes.ts';
import type { MessageWriter } from '#simulators/oracle/wire/writer.ts';

/** What every last message of a reply says about the session. */
export interface CallStatus {
  /** A client rolls back on release only where the last reply said this. */
  readonly inTransaction: boolean;
  /** Of the request. */
  readonly sequence: number;
}

/** An iteration of an array execution that failed while the others went on. */
export interface BatchError {
  readonly iteration: number;
  readonly error: OracleError;
}

export interface CallEnd {
  /** Absent on success. */
  readonly error?: OracleError;
  readonly cursorId?: number;
  /** Rows changed, or sent so far. */
  readonly rowCount?: number;
  readonly batchErrors?: readonly BatchError[];
}

/** Ends a fetch that has delivered its last row; clients take it for success. */
export function endOfFetch(): OracleError {
  return new OracleError(1403, 'no data found');
}

const UINT16_MAX = 0xffff;
const INT16_MAX = 0x7fff;
const ROW_ID_NONE = [0, 0, 0, 0, 0];

/** The STATUS message, which ends replies that can only succeed. */
export function writeStatus(writer: MessageWriter, status: CallStatus): MessageWriter {
  return writer.uint8(MESSAGE.STATUS).integers(statusBits(status), status.sequence);
}

/** The ERROR message, which ends all others, with number 0 on success. */
export function writeCallEnd(writer: MessageWriter, status: CallStatus, end: CallEnd = {}): MessageWriter {
  const { error, cursorId = 0, rowCount = 0, batchErrors = [] } = end;
  const number = error?.number ?? 0;
  writer.uint8(MESSAGE.ERROR).integers(statusBits(status), status.sequence);
  writer.integers(0, number > UINT16_MAX ? 0 : number, 0, 0, cursorId);
  writer.integer(Math.min(error?.offset ?? 0, INT16_MAX));
  writer.zeros(6); // SQL type, fatal, flags, cursor options, UPI parameter, warning
  for (const part of ROW_ID_NONE) writer.integer(part);
  writer.integer(0); // error of the operating system
  writer.zeros(2); // statement error, call number
  writer.integers(0, 0, 0); // padding, successful iterations, logical row identifier
  writeBatchErrors(writer, batchErrors);
  writer.integers(number, rowCount);
  if (error) writer.bytes(`${error.message}\n`);
  return writer;
}

/** Three arrays: numbers, iterations, messages. A byte stands in front of each that is not empty. */
function writeBatchErrors(writer: MessageWriter, batchErrors: readonly BatchError[]): void {
  const writeArray = (writeElement: (batchError: BatchError) => void) => {
    writer.integer(batchErrors.length);
    if (batchErrors.length > 0) writer.uint8(1);
    for (const batchError of batchErrors) writeElement(batchError);
  };
  writeArray(({ error }) => writer.integer(error.number));
  writeArray(({ iteration }) => writer.integer(iteration));
  writeArray(({ error }) => writer.sizedText(error.message).zeros(2));
}

function statusBits({ inTransaction }: CallStatus): number {
  return inTransaction ? CALL_STATUS_IN_TRANSACTION : 0;
}
