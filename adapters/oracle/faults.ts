import { accountRefused, LegacyFailure, timedOut, unavailable, unreadable } from '#adapters/connector/failures.ts';
import { BindError } from '#adapters/oracle/binds.ts';

/** What the driver itself says of a connection that failed or ended (node-oracledb, `lib/errors.js`). */
const LOST = new Set([
  ...['NJS-500', 'NJS-501', 'NJS-503', 'NJS-505', 'NJS-506', 'NJS-511', 'NJS-513', 'NJS-521', 'NJS-530'],
  ...['DPI-1010', 'DPI-1080'],
  // What client libraries (Thick mode) say of the network.
  ...['ORA-12535', 'ORA-12541', 'ORA-12543', 'ORA-12545', 'ORA-12560'],
]);
/** The account may not log on: nothing that time heals, and every try counts towards its being locked. What the department's IT has to do differs. */
const ACCOUNT = new Map([
  ['ORA-01005', 'the database refuses the log-on: no password is set'],
  ['ORA-01017', 'the database refuses the log-on: user or password is wrong'],
  ['ORA-01045', 'the database refuses the log-on: the account may not open sessions'],
  ['ORA-28000', 'our account at the database is locked: it has to be unlocked there'],
  ['ORA-28001', 'the password of our account has expired: it has to be changed at the database and in the settings'],
]);
const UNKNOWN_SERVICE = 'the listener does not know the service';
const UNUSABLE = 'the connect string cannot be used: host:port/service, or a full descriptor';
/** Nor can these be healed by trying again. */
const REFUSED = new Map([
  ['NJS-515', UNUSABLE],
  ['NJS-516', UNUSABLE],
  ['NJS-517', UNUSABLE],
  ['ORA-12154', UNUSABLE],
  ['NJS-518', UNKNOWN_SERVICE],
  ['ORA-12514', UNKNOWN_SERVICE],
  ['NJS-519', 'the listener does not know the SID'],
  ['ORA-12505', 'the listener does not know the SID'],
  ['ORA-28040', 'client and database have no form of log-on in common'],
  [
    'NJS-116',
    'the account has a password of the old form only: it has to be set anew there, or Thick mode be used (ORACLE_CLIENT_DIR)',
  ],
  ['NJS-138', 'the database is older than 12.1: it is reached in Thick mode only (ORACLE_CLIENT_DIR)'],
  ['NJS-533', 'the database demands native network encryption: it is reached in Thick mode only (ORACLE_CLIENT_DIR)'],
]);
const LATE = new Set(['NJS-123', 'NJS-510', 'ORA-03136', 'ORA-12170', 'DPI-1067']);
/**
 * Nothing is wrong with the statement: sessions, memory or space used up, our account's sessions too; starting, stopping or kept to itself;
 * a lock or an old snapshot lost; session ended; package code replaced (Oracle Database Error Messages).
 */
const BUSY = new Set([
  ...['ORA-00018', 'ORA-00020', 'ORA-00028', 'ORA-00054', 'ORA-00060', 'ORA-00257', 'ORA-01013', 'ORA-01033'],
  ...['ORA-01034', 'ORA-01035', 'ORA-01090', 'ORA-01109', 'ORA-01555', 'ORA-01652', 'ORA-02391', 'ORA-02399'],
  ...['ORA-03113', 'ORA-04021', 'ORA-04030', 'ORA-04031', 'ORA-04036', 'ORA-04061', 'ORA-04068', 'ORA-12516'],
  ...['ORA-12518', 'ORA-12519', 'ORA-12520', 'ORA-12526', 'ORA-12528', 'ORA-30006'],
]);

/** The driver cuts the connection when a packet's length makes no sense, and calls it lost. */
const INVALID_PACKET = /Invalid packet length/;

/**
 * The failure behind what the driver throws for a call. What is neither its error nor ours means that bytes made no sense to it.
 * @throws BindError as it is: no failure of the system
 */
export function failureOf(error: unknown): LegacyFailure {
  if (error instanceof BindError) throw error;
  if (error instanceof LegacyFailure) return error;
  const driverCode = codeOf(error);
  const details = { cause: error, ...(driverCode !== undefined && { driverCode }) };
  if (driverCode === undefined || INVALID_PACKET.test(String(error)))
    return unreadable('the driver cannot read the reply', details);
  if (LATE.has(driverCode)) return timedOut('the database did not answer in time', details);
  const refusal = ACCOUNT.get(driverCode);
  if (refusal !== undefined) return accountRefused(refusal, details);
  const unhealable = REFUSED.get(driverCode);
  if (unhealable !== undefined) return unavailable(unhealable, false, details);
  if (LOST.has(driverCode)) return unavailable('no connection to the database', true, details);
  if (BUSY.has(driverCode)) return unavailable('the database takes no calls now', true, details);
  return unreadable('the database refuses the statement, or its reply cannot be read', details);
}

/** Whether the database itself answered with an error: then the connection is still in step. */
export function isDatabaseError(error: unknown): boolean {
  return codeOf(error)?.startsWith('ORA-') ?? false;
}

/** The answer to a call that was broken off. */
export function isCancelled(error: unknown): boolean {
  return codeOf(error) === 'ORA-01013';
}

/** What the database itself said, for whoever asked it by a tool. Never for a log: it may hold values. Null where it said nothing. */
export function databaseMessageOf(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (isDatabaseError(cause)) return cause.message.split('\n')[0] ?? null;
  }
  return null;
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^(?:ORA|NJS|DPI)-\d+$/.test(code) ? code : undefined;
}
