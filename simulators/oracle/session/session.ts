import type { AuthParameter } from '#simulators/oracle/auth/key-agreement.ts';
import { type EndToEnd, type Engine, type EngineSession, OracleError } from '#simulators/oracle/engine.ts';
import { type CallStatus, writeCallEnd, writeStatus } from '#simulators/oracle/messages/call-end.ts';
import { EXECUTE_OPTION } from '#simulators/oracle/messages/codes.ts';
import type { ExecuteCall } from '#simulators/oracle/messages/execute.ts';
import { type LobCall, writeLobReply } from '#simulators/oracle/messages/lob.ts';
import {
  type LogonRequest,
  readSessionTimeZone,
  serverParameters,
  writeAuthParameters,
} from '#simulators/oracle/messages/logon.ts';
import { writeDataTypesReply, writeProtocolReply } from '#simulators/oracle/messages/negotiation.ts';
import type { Piggyback } from '#simulators/oracle/messages/piggyback.ts';
import { type Call, type Request, readRequest } from '#simulators/oracle/messages/request.ts';
import { CursorTable } from '#simulators/oracle/session/cursors.ts';
import { type ExecutionContext, execute, fetch } from '#simulators/oracle/session/execution.ts';
import { LobStore } from '#simulators/oracle/session/lobs.ts';
import { Logon, type LogonOptions } from '#simulators/oracle/session/logon.ts';
import { ProtocolError } from '#simulators/oracle/wire/protocol-error.ts';
import { MessageReader } from '#simulators/oracle/wire/reader.ts';
import { MessageWriter } from '#simulators/oracle/wire/writer.ts';

export interface SessionOptions extends LogonOptions {
  readonly engine: Engine;
  onStatement(sql: string, behalf: EndToEnd): void;
  onError(error: unknown): void;
  /** Answers every execute in place of the engine, while it is told to. */
  executeFault(): OracleError | undefined;
  /** Answers every log-on with the right password, while it is told to. */
  logonFault(): OracleError | undefined;
}

let lastSessionId = 100;

/** One session from its first message to log-off: turns requests into replies, knows nothing of packets. */
export class Session {
  readonly #options: SessionOptions;
  readonly #service: string;
  readonly #logon: Logon;
  readonly #cursors = new CursorTable();
  readonly #lobs = new LobStore();
  #database: EngineSession | undefined;
  #behalf: EndToEnd = {};
  #sequence = 0;

  constructor(service: string, options: SessionOptions) {
    this.#service = service;
    this.#options = options;
    this.#logon = new Logon(options);
  }

  /**
   * Reads one request, without effects: it may be read again when more of it has arrived.
   * @throws {IncompleteMessageError} where the request goes on behind these bytes
   * @throws {ProtocolError} where it is none
   */
  read(body: Buffer): Request {
    return readRequest(new MessageReader(body), {
      cursor: (id) => this.#cursors.find(id),
      prepare: (sql) => this.#loggedOn().prepare(sql),
      lobs: (locator) => this.#lobs.content(locator),
    });
  }

  /** @returns the reply, or `undefined` for a request that gets none. */
  async serve({ sequence, piggybacks, call }: Request, signal: AbortSignal): Promise<Buffer | undefined> {
    this.#sequence = sequence;
    try {
      for (const piggyback of piggybacks) this.#apply(piggyback);
      return await this.#dispatch(call, signal);
    } catch (error) {
      if (error instanceof ProtocolError) throw error;
      return this.errorReply(this.#toOracleError(error));
    }
  }

  errorReply(error: OracleError): Buffer {
    return writeCallEnd(new MessageWriter(), this.#status(), { error }).finish();
  }

  /** Ends the database session; what is open is rolled back. */
  async close(): Promise<void> {
    const database = this.#database;
    this.#database = undefined;
    await database?.close();
  }

  async #dispatch(call: Call, signal: AbortSignal): Promise<Buffer | undefined> {
    switch (call.kind) {
      case 'unservable':
        throw call.error;
      case 'protocol':
        return writeProtocolReply();
      case 'dataTypes':
        return writeDataTypesReply(call);
      case 'authPhaseOne':
        return this.#authReply(await this.#logon.challenge(call.logon));
      case 'authPhaseTwo':
        return this.#logOn(call.logon);
      case 'execute':
        return this.#execute(call, signal);
      case 'fetch':
        return fetch(this.#cursors.get(call.cursorId), call.fetchSize, this.#executionContext(signal));
      case 'lob':
        return this.#lobReply(call);
      case 'commit':
        await this.#loggedOn().commit();
        return this.#statusReply();
      case 'rollback':
        await this.#loggedOn().rollback();
        return this.#statusReply();
      case 'ping':
        this.#loggedOn();
        return this.#statusReply();
      case 'logoff':
        await this.close();
        return this.#statusReply();
      case 'sessionRelease':
        return undefined;
    }
  }

  async #execute(call: ExecuteCall, signal: AbortSignal): Promise<Buffer> {
    const sql = (call.statement ?? this.#cursors.find(call.cursorId)?.statement)?.sql;
    if (sql !== undefined && (call.options & EXECUTE_OPTION.EXECUTE) !== 0)
      this.#options.onStatement(sql, this.#behalf);
    const fault = this.#options.executeFault();
    if (fault) throw fault;
    return execute(call, this.#executionContext(signal), signal);
  }

  async #logOn(request: LogonRequest): Promise<Buffer> {
    if (this.#database) throw new OracleError(3115, 'unsupported network datatype or representation');
    const { user, serverResponse } = await this.#logon.verify(request);
    const fault = this.#options.logonFault();
    if (fault) throw fault;
    this.#database = await this.#options.engine.openSession(user);
    const zone = readSessionTimeZone(request);
    if (zone) this.#database.setTimeZone?.(zone);
    lastSessionId += 1;
    return this.#authReply(serverParameters(this.#service, lastSessionId, serverResponse));
  }

  #authReply(parameters: readonly AuthParameter[]): Buffer {
    return writeStatus(writeAuthParameters(new MessageWriter(), parameters), this.#status()).finish();
  }

  #lobReply(call: LobCall): Buffer {
    this.#loggedOn();
    const writer = new MessageWriter();
    writeLobReply(writer, call, this.#lobs.perform(call));
    return writeStatus(writer, this.#status()).finish();
  }

  #apply(piggyback: Piggyback): void {
    switch (piggyback.kind) {
      case 'closeCursors':
        for (const id of piggyback.cursorIds) this.#cursors.close(id);
        break;
      case 'cancelCursors':
        for (const id of piggyback.cursorIds) this.#cursors.cancel(id);
        break;
      case 'setSchema':
        this.#database?.setSchema?.(piggyback.schema);
        break;
      case 'endToEnd':
        this.#behalf = { ...this.#behalf, ...piggyback.changed };
        this.#database?.setEndToEnd?.(piggyback.changed);
        break;
      case 'freeLobs':
        for (const locator of piggyback.locators) this.#lobs.free(locator);
        break;
    }
  }

  #executionContext(signal: AbortSignal): ExecutionContext {
    return {
      database: this.#loggedOn(),
      cursors: this.#cursors,
      lobs: this.#lobs,
      status: () => this.#status(),
      toOracleError: (error) => this.#toOracleError(error, signal),
    };
  }

  #loggedOn(): EngineSession {
    if (!this.#database) throw new OracleError(1012, 'not logged on');
    return this.#database;
  }

  /** What an engine does not know to name is an unimplemented feature: clients take internal errors for a lost connection. */
  #toOracleError(error: unknown, signal?: AbortSignal): OracleError {
    if (error instanceof OracleError) return error;
    if (!signal?.aborted) this.#options.onError(error);
    return new OracleError(3001, 'unimplemented feature');
  }

  #status(): CallStatus {
    return { inTransaction: this.#database?.inTransaction ?? false, sequence: this.#sequence };
  }

  #statusReply(): Buffer {
    return writeStatus(new MessageWriter(), this.#status()).finish();
  }
}
