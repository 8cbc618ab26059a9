import type { AuthParameter } from '#simulators/oracle/auth/key-agreement.ts';
import { MESSAGE } from '#simulators/oracle/messages/codes.ts';
import type { MessageReader } from '#simulators/oracle/wire/reader.ts';
import type { MessageWriter } from '#simulators/oracle/wire/writer.ts';

/** Release 19.3, as field version 12 packs it: major, release, update, port and port update. */
const SERVER_VERSION = (19 << 24) | (3 << 16);
export const MAX_OPEN_CURSORS = 300;
const SESSION_TIME_ZONE = /TIME_ZONE\s*=\s*'([^']+)'/i;

/** Both phases of a log-on have this form. */
export interface LogonRequest {
  readonly user: string;
  readonly parameters: ReadonlyMap<string, string>;
}

export function readLogonRequest(reader: MessageReader): LogonRequest {
  const hasUser = reader.uint8() !== 0;
  reader.integer(); // length of the user's name
  reader.integer(); // mode
  reader.skip(1);
  const count = reader.integer();
  reader.skip(2);
  const user = hasUser ? reader.text() : '';
  return { user, parameters: reader.pairs(count) };
}

/** The zone in the client's `ALTER SESSION SET TIME_ZONE='+08:0'`, if it sent one. */
export function readSessionTimeZone({ parameters }: LogonRequest): string | undefined {
  return SESSION_TIME_ZONE.exec(parameters.get('AUTH_ALTER_SESSION') ?? '')?.[1];
}

/** The parameters of either phase's reply; a status message follows. */
export function writeAuthParameters(writer: MessageWriter, parameters: readonly AuthParameter[]): MessageWriter {
  writer.uint8(MESSAGE.PARAMETER).integer(parameters.length);
  for (const { key, value, flags } of parameters) writer.pair(key, value, flags);
  return writer;
}

/** What a client learns about the server once it is logged on. */
export function serverParameters(service: string, sessionId: number, serverResponse: string): AuthParameter[] {
  const database = service.toUpperCase();
  const values = {
    AUTH_VERSION_STRING: '- Production',
    AUTH_VERSION_NO: String(SERVER_VERSION),
    AUTH_SESSION_ID: String(sessionId),
    AUTH_SERIAL_NUM: '1',
    AUTH_DBNAME: database,
    AUTH_INSTANCENAME: database,
    AUTH_SC_SERVICE_NAME: service,
    AUTH_SC_DBUNIQUE_NAME: database,
    AUTH_SC_REAL_DBUNIQUE_NAME: database,
    AUTH_SC_DB_DOMAIN: '',
    AUTH_MAX_OPEN_CURSORS: String(MAX_OPEN_CURSORS),
    AUTH_MAX_IDEN_LENGTH: '128',
    AUTH_SVR_RESPONSE: serverResponse,
  };
  return Object.entries(values).map(([key, value]) => ({ key, value }));
}
