import { ORACLE_TYPES, OracleError } from '#simulators/oracle/engine.ts';
import { ProtocolError } from '#simulators/oracle/wire/protocol-error.ts';

const TEXT =
  /^(-?\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9})\d*)?)?(?:Z|([+-])(\d\d):?(\d\d)?| region (\d{1,4}))?$/;
/** What is added to a zone's hours and minutes. */
const ZONE_HOUR_BIAS = 20;
const ZONE_MINUTE_BIAS = 60;
const ZONE_IS_REGION = 0x80;

/**
 * `YYYY-MM-DD[ HH:MM:SS[.fffffffff]][+hh[:mm]]` (years before Christ negative; ` region n` in place of an offset: UTC, of the zone that
 * Oracle's list has under that number) as DATE (7 bytes: century + 100, year + 100, month, day, hour + 1, minute + 1,
 * second + 1), TIMESTAMP (7, or 11 with nanoseconds) or TIMESTAMP WITH TIME ZONE (13).
 * DATE and TIMESTAMP are wall-clock time and a zone in the text is not looked at; the two zoned types hold UTC.
 * @throws {OracleError} ORA-01801 where the text is no date in this form.
 */
export function encodeDatetime(text: string, type: number): Buffer {
  const match = TEXT.exec(text);
  if (!match) throw new OracleError(1801, 'date format is too long for internal buffer');
  const [
    ,
    year,
    month,
    day,
    hour = '0',
    minute = '0',
    second = '0',
    fraction = '',
    sign,
    zoneHours = '0',
    zoneMinutes = '0',
    region,
  ] = match;
  const direction = sign === '-' ? -1 : 1;
  const zone = { hours: direction * Number(zoneHours), minutes: direction * Number(zoneMinutes) };
  const isZoned = type === ORACLE_TYPES.TIMESTAMP_TZ || type === ORACLE_TYPES.TIMESTAMP_LTZ;
  const moment = new Date(0);
  moment.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  moment.setUTCHours(Number(hour), Number(minute), Number(second));
  if (isZoned) moment.setUTCHours(moment.getUTCHours() - zone.hours, moment.getUTCMinutes() - zone.minutes);
  const date = encodeDate(moment);
  const nanoseconds = Number(fraction.padEnd(9, '0'));
  if (type === ORACLE_TYPES.TIMESTAMP_TZ) {
    const offset = region
      ? regionBytes(Number(region))
      : [zone.hours + ZONE_HOUR_BIAS, zone.minutes + ZONE_MINUTE_BIAS];
    return Buffer.concat([date, encodeNanoseconds(nanoseconds), Buffer.from(offset)]);
  }
  if (type === ORACLE_TYPES.DATE || nanoseconds === 0) return date;
  return Buffer.concat([date, encodeNanoseconds(nanoseconds)]);
}

/** A bit marks that it is one; the number fills what is left of both bytes but two bits. */
function regionBytes(region: number): readonly number[] {
  return [ZONE_IS_REGION | (region >> 6), (region & 0x3f) << 2];
}

function encodeDate(moment: Date): Buffer {
  const year = moment.getUTCFullYear();
  return Buffer.from([
    Math.trunc(year / 100) + 100,
    (year % 100) + 100,
    moment.getUTCMonth() + 1,
    moment.getUTCDate(),
    moment.getUTCHours() + 1,
    moment.getUTCMinutes() + 1,
    moment.getUTCSeconds() + 1,
  ]);
}

function encodeNanoseconds(nanoseconds: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(nanoseconds);
  return bytes;
}

/**
 * 7, 11 or 13 bytes as `YYYY-MM-DD HH:MM:SS[.fffffffff]`; the two zoned types get `+00` behind it, for their bytes are UTC.
 * @throws {ProtocolError} for any other length.
 */
export function decodeDatetime(bytes: Buffer, type: number): string {
  if (bytes.length !== 7 && bytes.length !== 11 && bytes.length !== 13) {
    throw new ProtocolError(`a date cannot have ${bytes.length} bytes`);
  }
  const [century = 0, year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = bytes;
  const years = (century - 100) * 100 + (year - 100);
  const date = [`${years < 0 ? '-' : ''}${digits(Math.abs(years), 4)}`, digits(month), digits(day)].join('-');
  const time = [digits(hour - 1), digits(minute - 1), digits(second - 1)].join(':');
  const nanoseconds = bytes.length >= 11 ? bytes.readUInt32BE(7) : 0;
  const fraction = nanoseconds > 0 ? `.${digits(nanoseconds, 9).replace(/0+$/, '')}` : '';
  const isZoned = type === ORACLE_TYPES.TIMESTAMP_TZ || type === ORACLE_TYPES.TIMESTAMP_LTZ;
  return `${date} ${time}${fraction}${isZoned ? '+00' : ''}`;
}

function digits(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}
