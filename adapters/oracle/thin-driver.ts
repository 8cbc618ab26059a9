import type { Duplex } from 'node:stream';
import type oracledb from 'oracledb';
import { readInstant, readWallClock, readZoned } from '#adapters/oracle/datetime.ts';
import { UnreadableValue } from '#adapters/oracle/unreadable-value.ts';

/**
 * Where the Thin driver (26.0) is taken by its inside, and nowhere else. It makes JavaScript dates in the zone of this process, so that
 * hours that a change of clocks leaves out are shifted, the years 1 to 99 become 1901 to 1999, and what lies behind milliseconds and
 * the offset are lost; it believes any length that the wire tells. Neither can be set from outside.
 */
interface Inside {
  readonly _impl: {
    readonly _protocol: { readonly readBuf: ReadBuffer; readonly writeBuf: WriteBuffer };
    readonly nscon: { readonly ntAdapter: { readonly stream: Duplex; readonly packets: readonly unknown[] } };
  };
}

interface ReadBuffer {
  readonly pos: number;
  readonly size: number;
  readonly savedPackets?: readonly unknown[];
  readonly savedPacketPos: number;
  readonly caps: { readonly dbTzOffset?: number | null; readonly dbTzRegion?: unknown };
  parseOracleDate(bytes: Buffer, isWallClock: boolean, isLocal: boolean): unknown;
  readBytes(count: number, ...rest: unknown[]): Buffer;
}

interface WriteBuffer {
  writeOracleDate(value: Date, ...rest: unknown[]): void;
  writeBytesWithLength(bytes: Buffer): void;
}

/** No value on Oracle's wire comes in a longer piece: one that says so would only have that much memory set aside. */
const LONGEST_PIECE = 64 * 1024 * 1024;

/** What we see of a connection from below. */
export interface TakenOver {
  readonly stream: Duplex;
  /** Whether the driver has taken in all that came: what is left over would be the answer to the next call. */
  isReadToTheEnd(): boolean;
}

/** What the driver takes for a date, and what is sent for it: bytes of Oracle's. */
export class WireDate extends Date {
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    super(0);
    this.bytes = bytes;
  }
}

/**
 * From here on the connection reads dates as text (an `UnreadableValue` where it is none) and sends every `WireDate` as it is.
 * @param zone minutes east of Greenwich: TIMESTAMP WITH LOCAL TIME ZONE is read in it
 */
export function takeOver(connection: oracledb.Connection, zone: number): TakenOver {
  const { readBuf, writeBuf, adapter } = insideOf(connection);
  const { readBytes } = readBuf;
  readBuf.parseOracleDate = (bytes, isWallClock, isLocal) => {
    if (isWallClock) return readWallClock(bytes) ?? notOnTheCalendar();
    if (!isLocal) return readZoned(bytes) ?? notOnTheCalendar();
    const { dbTzOffset, dbTzRegion } = readBuf.caps;
    if (typeof dbTzOffset !== 'number' || dbTzRegion)
      return new UnreadableValue('is in a database zone without an offset');
    return readInstant(bytes, dbTzOffset, zone) ?? notOnTheCalendar();
  };
  readBuf.readBytes = (count, ...rest) => {
    if (count > LONGEST_PIECE) throw new RangeError('a value of that length is not due');
    return readBytes.call(readBuf, count, ...rest);
  };
  writeBuf.writeOracleDate = (value) => {
    if (!(value instanceof WireDate)) throw new TypeError('a date is sent as Oracle writes it');
    writeBuf.writeBytesWithLength(value.bytes);
  };
  return {
    stream: adapter.stream,
    isReadToTheEnd: () =>
      adapter.packets.length === 0 &&
      readBuf.pos === readBuf.size &&
      readBuf.savedPacketPos === (readBuf.savedPackets?.length ?? 0),
  };
}

function notOnTheCalendar(): UnreadableValue {
  return new UnreadableValue('is no date of the years 1 to 9999');
}

/** @throws Error where the driver is another one than this was written for: better at the log-on than in a date */
function insideOf(connection: oracledb.Connection) {
  const { _impl } = connection as unknown as Partial<Inside>;
  const { readBuf, writeBuf } = _impl?._protocol ?? {};
  const adapter = _impl?.nscon.ntAdapter;
  const isKnown =
    typeof readBuf?.parseOracleDate === 'function' &&
    typeof readBuf.readBytes === 'function' &&
    typeof writeBuf?.writeOracleDate === 'function' &&
    typeof readBuf.savedPacketPos === 'number' &&
    Array.isArray(adapter?.packets);
  if (!isKnown || !adapter)
    throw new Error('the oracledb driver is not the version that the connector was written for');
  return { readBuf, writeBuf, adapter };
}
