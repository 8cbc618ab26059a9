import oracledb from 'oracledb';
import { offsetOf } from '#adapters/oracle/datetime.ts';
import { CLIENT_DATE_FORMATS } from '#adapters/oracle/thick-mode.ts';

/**
 * What each session is told once: the driver would set the zone of this process, and numbers as text are by the database's own habits.
 * A zone is no value that a bind could carry. @throws RangeError where it is no offset such as `+08:00`
 */
export function sessionSetup(zone: string): string {
  if (offsetOf(zone) === null) throw new RangeError('a session zone is an offset such as +08:00');
  const formats = oracledb.thin ? '' : ` ${CLIENT_DATE_FORMATS}`;
  return `ALTER SESSION SET TIME_ZONE = '${zone}' NLS_NUMERIC_CHARACTERS = '.,'${formats}`;
}
