import type { Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '#simulators/control/simulator.ts';
import { OracleError } from '#simulators/oracle/engine.ts';
import { damageReply, WIRE_DAMAGES } from '#simulators/oracle/session/damage.ts';
import { Handshake } from '#simulators/oracle/session/handshake.ts';
import { RequestBuffer } from '#simulators/oracle/session/request-buffer.ts';
import { Session, type SessionOptions } from '#simulators/oracle/session/session.ts';
import { frameAccept, frameRefuse, negotiateSessionDataUnit } from '#simulators/oracle/wire/connect.ts';
import {
  DATA_FLAG,
  frameMarker,
  frameMessage,
  MARKER,
  PACKET,
  type Packet,
  PacketReader,
} from '#simulators/oracle/wire/packet.ts';
import { IncompleteMessageError, ProtocolError } from '#simulators/oracle/wire/protocol-error.ts';

export interface ConnectionOptions extends SessionOptions {
  readonly services: readonly string[];
  readonly sessionDataUnit: number;
  /** Settles soon after `signal` aborts. */
  beforeReply(signal: AbortSignal): Promise<void> | void;
  /** How to fail right now. */
  fault(): Fault;
}

/** One client on one socket: packets in, packets out, breaks and resets, and the faults that show on the wire. */
export class Connection {
  /** Settles once the socket is closed and the session behind it has ended. */
  readonly closed: Promise<void>;
  readonly #socket: Socket;
  readonly #options: ConnectionOptions;
  readonly #packets = new PacketReader();
  readonly #handshake: Handshake;
  readonly #request = new RequestBuffer();
  #sessionDataUnit: number;
  #session: Session | undefined;
  /** What is being done for the client, one thing after the other. */
  #work = Promise.resolve();
  #abort = new AbortController();
  /** From a break until its reset nothing else is sent. */
  #isBroken = false;
  #owesReply = false;

  constructor(socket: Socket, options: ConnectionOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#handshake = new Handshake(options.services);
    this.#sessionDataUnit = options.sessionDataUnit;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('error', () => {}); // a close follows
    this.closed = new Promise((resolve) => {
      socket.once('close', () => {
        this.#abort.abort();
        this.#enqueue(() => this.#session?.close());
        void this.#work.then(resolve);
      });
    });
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed;
  }

  /** A client waits for a reply that was swallowed and will never come. */
  get owesReply(): boolean {
    return this.#owesReply;
  }

  cut(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    try {
      this.#packets.push(chunk);
      for (let packet = this.#packets.next(); packet; packet = this.#packets.next()) this.#handle(packet);
    } catch (error) {
      this.#fail(error);
    }
  }

  #handle(packet: Packet): void {
    const session = this.#session;
    if (!session) this.#connect(packet);
    else if (packet.type === PACKET.DATA) this.#collect(session, packet);
    else if (packet.type === PACKET.MARKER) this.#handleMarker(session, packet.bytes.at(-1));
    else throw new ProtocolError(`a packet of type ${packet.type} is not due in a session`);
  }

  #connect(packet: Packet): void {
    const outcome = this.#handshake.receive(packet);
    if (!outcome) return;
    const { service, isSid } = outcome;
    this.#sessionDataUnit = negotiateSessionDataUnit(outcome.sessionDataUnit, this.#options.sessionDataUnit);
    if (service !== undefined) this.#session = new Session(service, this.#options);
    this.#enqueue(async () => {
      await this.#delay();
      this.#send(service === undefined ? frameRefuse(isSid) : frameAccept(this.#sessionDataUnit));
      this.#packets.lengthWidth = 4;
      if (service === undefined && !this.#owesReply) this.#socket.end();
    });
  }

  #collect(session: Session, packet: Packet): void {
    if ((packet.bytes.readUInt16BE(8) & DATA_FLAG.END_OF_FILE) !== 0) {
      this.#socket.end();
      return;
    }
    const state = this.#request.add(packet);
    if (state !== 'partial') this.#enqueue(() => this.#serve(session, state === 'whole'));
  }

  async #serve(session: Session, isWhole: boolean): Promise<void> {
    if (this.#isBroken || !this.isOpen) return;
    const request = isWhole ? session.read(this.#request.bytes()) : readIfWhole(session, this.#request.bytes());
    if (!request) return;
    this.#request.clear();
    this.#abort = new AbortController();
    const reply = await session.serve(request, this.#abort.signal);
    if (!reply) return;
    const isStatement = request.call.kind === 'execute' || request.call.kind === 'fetch';
    if (isStatement) await this.#options.beforeReply(this.#abort.signal);
    await this.#delay();
    await nextTurn(); // a break that has already arrived comes first
    if (!this.#isBroken) this.#reply(reply, isStatement);
  }

  #reply(message: Buffer, isStatement: boolean): void {
    const fault = this.#options.fault();
    const kind =
      fault.mode === 'garbage' && isStatement ? WIRE_DAMAGES.find((damage) => damage === fault.kind) : undefined;
    if (!kind) {
      this.#send(frameMessage(message, this.#sessionDataUnit));
      return;
    }
    const { bytes, ending } = damageReply(kind, message, this.#sessionDataUnit);
    this.#socket.write(bytes, () => {
      if (ending === 'cut') this.cut();
    });
  }

  /**
   * A break (callTimeout, `connection.break()`) stops the statement and is answered by a break marker. The client then drops
   * what it receives until its reset is answered, which waits for the statement to be over, and reads exactly one reply more.
   */
  #handleMarker(session: Session, kind: number | undefined): void {
    if (kind !== MARKER.RESET) {
      this.#isBroken = true;
      this.#abort.abort();
      this.#send(frameMarker(MARKER.BREAK));
      return;
    }
    this.#enqueue(() => {
      this.#isBroken = false;
      this.#request.clear();
      const reply = session.errorReply(new OracleError(1013, 'user requested cancel of current operation'));
      this.#send(Buffer.concat([frameMarker(MARKER.RESET), frameMessage(reply, this.#sessionDataUnit)]));
    });
  }

  async #delay(): Promise<void> {
    const fault = this.#options.fault();
    if (fault.mode !== 'slow') return;
    await sleep(fault.delayMs, undefined, { signal: this.#abort.signal }).catch(() => {}); // a break or the end cuts it short
  }

  #send(bytes: Buffer): void {
    if (this.#options.fault().mode === 'hang') this.#owesReply = true;
    else if (this.isOpen) this.#socket.write(bytes);
  }

  #enqueue(task: () => Promise<void> | undefined | void): void {
    this.#work = this.#work.then(task).catch((error) => this.#fail(error));
  }

  #fail(error: unknown): void {
    this.#options.onError(error);
    this.cut();
  }
}

function readIfWhole(session: Session, body: Buffer) {
  try {
    return session.read(body);
  } catch (error) {
    if (error instanceof IncompleteMessageError) return undefined;
    throw error;
  }
}
