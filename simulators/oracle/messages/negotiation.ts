import { CHARSET_UTF8, CHARSET_UTF16, MESSAGE } from '#simulators/oracle/messages/codes.ts';
import type { MessageReader } from '#simulators/oracle/wire/reader.ts';
import { MessageWriter } from '#simulators/oracle/wire/writer.ts';

const PROTOCOL_VERSION = 6;
const BANNER = 'Oracle wire stand-in 19c';
/**
 * Field version 12 (19.1) is offered: later ones add a token to every function header and fields to errors and columns.
 * Clients read only the field version and a few bits; the rest is filled plausibly.
 */
const COMPILE_CAPABILITIES = withBytes(53, { 0: 6, 4: 0xea, 7: 12, 8: 1, 27: 1 });
/** Byte 1: the database's time zone comes with the data types; byte 6: strings of up to 32767 bytes. */
const RUNTIME_CAPABILITIES = withBytes(7, { 0: 2, 1: 0x01, 6: 0x05 });
/** Clients find the national character set in bytes 9 and 10, because bytes 5 and 6 are zero. */
const FORMAT_DESCRIPTION = withBytes(11, { 9: CHARSET_UTF16 >> 8, 10: CHARSET_UTF16 & 0xff });
const TIME_ZONE_LENGTH = 11;
/** +00:00 in the form of the data type message: hours and minutes plus 60. */
const TIME_ZONE_UTC = Buffer.from([0x80, 0, 0, 0, 60, 60, 60, 0x80, 0, 0, 0]);

export function readProtocolRequest(reader: MessageReader): void {
  reader.skip(2);
  while (reader.uint8() !== 0); // the client's name, ended by NUL
}

export function writeProtocolReply(): Buffer {
  return new MessageWriter()
    .uint8(MESSAGE.PROTOCOL)
    .uint8(PROTOCOL_VERSION)
    .uint8(0)
    .raw(Buffer.from(`${BANNER}\0`))
    .uint16LittleEndian(CHARSET_UTF8)
    .uint8(1)
    .uint16LittleEndian(0) // no character set elements
    .uint16(FORMAT_DESCRIPTION.length)
    .raw(FORMAT_DESCRIPTION)
    .bytes(COMPILE_CAPABILITIES)
    .bytes(RUNTIME_CAPABILITIES)
    .finish();
}

/** @returns whether the client said its time zone and so expects the database's in the reply. */
export function readDataTypesRequest(reader: MessageReader): { withTimeZone: boolean } {
  reader.skip(5); // two character sets, encoding flags
  reader.bytes(); // compile capabilities
  const runtimeCapabilities = reader.bytes();
  const withTimeZone = ((runtimeCapabilities?.[1] ?? 0) & 0x01) !== 0;
  if (withTimeZone) reader.skip(TIME_ZONE_LENGTH);
  while (reader.uint16() !== 0) if (reader.uint16() !== 0) reader.skip(4); // type; conversion type, if any; then its representation and a zero
  return { withTimeZone };
}

export function writeDataTypesReply({ withTimeZone }: { withTimeZone: boolean }): Buffer {
  const writer = new MessageWriter().uint8(MESSAGE.DATA_TYPES);
  if (withTimeZone) writer.raw(TIME_ZONE_UTC);
  return writer.uint16(0).finish();
}

function withBytes(length: number, bytes: Record<number, number>): Buffer {
  const buffer = Buffer.alloc(length);
  for (const [index, value] of Object.entries(bytes)) buffer[Number(index)] = value;
  return buffer;
}
