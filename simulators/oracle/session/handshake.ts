import { type ConnectRequest, readConnect, readRequestedService } from '#simulators/oracle/wire/connect.ts';
import { DATA_HEADER_LENGTH, PACKET, type Packet } from '#simulators/oracle/wire/packet.ts';
import { ProtocolError } from '#simulators/oracle/wire/protocol-error.ts';

export interface ConnectOutcome {
  /** As the client offers it, in bytes. */
  readonly sessionDataUnit: number;
  /** The service asked for, if it is known. */
  readonly service: string | undefined;
  readonly isSid: boolean;
}

/** What comes before a session: a CONNECT packet, and DATA packets with the connect descriptor where that is long. */
export class Handshake {
  readonly #services: readonly string[];
  #connect: ConnectRequest | undefined;
  #descriptor = '';

  constructor(services: readonly string[]) {
    this.#services = services;
  }

  /**
   * @returns the outcome, once the descriptor is complete
   * @throws {ProtocolError} for a packet that is not due
   */
  receive(packet: Packet): ConnectOutcome | undefined {
    if (!this.#connect && packet.type === PACKET.CONNECT) {
      this.#connect = readConnect(packet);
      this.#descriptor = this.#connect.descriptor ?? '';
    } else if (this.#connect && packet.type === PACKET.DATA) {
      this.#descriptor += packet.bytes.toString('latin1', DATA_HEADER_LENGTH);
    } else {
      throw new ProtocolError(`a packet of type ${packet.type} is not due before a session`);
    }
    const { sessionDataUnit, descriptorLength } = this.#connect;
    if (this.#descriptor.length < descriptorLength) return undefined;
    const { name, isSid } = readRequestedService(this.#descriptor);
    const service = this.#services.find((known) => known.toUpperCase() === name.toUpperCase());
    return { sessionDataUnit, service, isSid };
  }
}
