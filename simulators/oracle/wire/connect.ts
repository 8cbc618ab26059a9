import { framePacket, MAX_PACKET_LENGTH, PACKET, type Packet } from '#simulators/oracle/wire/packet.ts';
import { ProtocolError } from '#simulators/oracle/wire/protocol-error.ts';

/** The version of TNS spoken: 315 brings four-byte packet lengths, 318 the accept flags that clients of today read. */
const TNS_VERSION = 318;
/** "No native network services", so that the client starts no negotiation of encryption and checksums. */
const NO_NETWORK_SERVICES = 0x08;
const ACCEPT_LENGTH = 45;
const MIN_SESSION_DATA_UNIT = 512;
const UINT16_MAX = 0xffff;

export interface ConnectRequest {
  /** The largest packet the client will take, in bytes. */
  readonly sessionDataUnit: number;
  /** Length of the connect descriptor in bytes. */
  readonly descriptorLength: number;
  /** The descriptor, where it is short enough (230 bytes) to be in this packet; otherwise it follows in DATA packets. */
  readonly descriptor?: string;
}

/** @throws {ProtocolError} where the client is older than TNS 318. */
export function readConnect({ bytes }: Packet): ConnectRequest {
  if (bytes.readUInt16BE(8) < TNS_VERSION) throw new ProtocolError(`TNS ${bytes.readUInt16BE(8)} is not spoken here`);
  const descriptorLength = bytes.readUInt16BE(24);
  const start = bytes.readUInt16BE(26);
  const sessionDataUnit = bytes.readUInt32BE(58) || bytes.readUInt16BE(14);
  const isInside = descriptorLength > 0 && bytes.length >= start + descriptorLength;
  if (!isInside) return { sessionDataUnit, descriptorLength };
  return { sessionDataUnit, descriptorLength, descriptor: bytes.toString('latin1', start, start + descriptorLength) };
}

/** What a connect descriptor asks for: `SERVICE_NAME`, or the older `SID`. */
export function readRequestedService(descriptor: string): { name: string; isSid: boolean } {
  const [, keyword = '', name = ''] = /\(\s*(SERVICE_NAME|SID)\s*=\s*([^)]*)\)/i.exec(descriptor) ?? [];
  return { name: name.trim(), isSid: keyword.toUpperCase() === 'SID' };
}

/** The packet size both sides keep to. */
export function negotiateSessionDataUnit(client: number, own: number): number {
  return Math.min(Math.max(Math.min(client, own), MIN_SESSION_DATA_UNIT), MAX_PACKET_LENGTH);
}

/** The ACCEPT packet. Its accept flags stay zero: no fast authentication, no end-of-response markers, no pipelining. */
export function frameAccept(sessionDataUnit: number): Buffer {
  const accept = framePacket(PACKET.ACCEPT, Buffer.alloc(ACCEPT_LENGTH - 8), 2);
  accept.writeUInt16BE(TNS_VERSION, 8);
  accept.writeUInt16BE(1, 10); // service options
  accept.writeUInt16BE(Math.min(sessionDataUnit, UINT16_MAX), 12);
  accept.writeUInt16BE(UINT16_MAX, 14); // transport data unit
  accept.writeUInt16BE(1, 16); // the number 1 in this side's byte order
  accept.writeUInt16BE(0, 18); // no data in this packet
  accept.writeUInt16BE(ACCEPT_LENGTH, 20); // where data would begin
  accept.writeUInt8(NO_NETWORK_SERVICES, 22);
  accept.writeUInt8(NO_NETWORK_SERVICES, 23);
  accept.writeUInt32BE(sessionDataUnit, 32);
  accept.writeUInt32BE(MAX_PACKET_LENGTH, 36);
  return accept;
}

/** The REFUSE packet for a service (ORA-12514) or SID (ORA-12505) that the listener does not know. */
export function frameRefuse(isSid: boolean): Buffer {
  const code = isSid ? 12505 : 12514;
  const text = Buffer.from(
    `(DESCRIPTION=(TMP=)(VSNNUM=318767104)(ERR=${code})(ERROR_STACK=(ERROR=(CODE=${code})(EMFI=4))))`,
  );
  const reasonsAndLength = Buffer.alloc(4);
  reasonsAndLength.writeUInt16BE(text.length, 2);
  return framePacket(PACKET.REFUSE, Buffer.concat([reasonsAndLength, text]), 2);
}
