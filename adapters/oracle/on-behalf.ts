import type { DriverConnection } from '#adapters/oracle/session.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';

/** `module` in V$SESSION. */
const MODULE = 'zhengfa-graph';
/** The shortest that any release keeps of an identifier and of an action, in bytes (V$SESSION). */
const CLIENT_ID_BYTES = 64;
const ACTION_BYTES = 32;

/**
 * Says in the database's own log on whose behalf it is asked: CLIENT_IDENTIFIER is the caller, ACTION the request; both opaque. The driver
 * sends it along with the next round trip.
 */
export function callOnBehalf(connection: DriverConnection, { caller, requestId }: LegacyCall): void {
  connection.clientId = opaque(caller, CLIENT_ID_BYTES);
  connection.module = MODULE;
  // A UUID without its hyphens fits whole.
  connection.action = opaque(requestId.replaceAll('-', ''), ACTION_BYTES);
}

/** Only characters that every character set has, one byte each. */
function opaque(text: string, longest: number): string {
  return text.replace(/[^\x21-\x7e]/g, '').slice(0, longest);
}
