/**
 * Oracle's dates as text, from and to the bytes in which they travel: century + 100, year + 100, month, day, hour + 1, minute + 1,
 * second + 1; then nanoseconds; then the zone, hour + 20 and minute + 60, before which the seven are UTC.
 */

/** What a text or bytes are: a wall clock (DATE, TIMESTAMP), or a moment with an offset (TIMESTAMP WITH TIME ZONE). */
const WALL = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?)?$/;
const ZONED = /^(.{10}T.+?)(Z|[+-]\d\d:\d\d)$/;
/** `Z` is read, and never written. */
export const OFFSET = /^([+-])(0\d|1[0-4]):([0-5]\d)$/;
/** In the second to last byte: the zone is a region of Oracle's own list, of which the wire tells a number only. */
const REGION = 0x80;

interface Clock {
  readonly fields: readonly [year: number, month: number, day: number, hour: number, minute: number, second: number];
  readonly nanoseconds: number;
}

/**
 * `yyyy-MM-ddTHH:mm:ss`, with a fraction where there is one, as DATE and TIMESTAMP have it.
 * @returns null where it is no such date: before the year 1, or not on the calendar
 */
export function readWallClock(bytes: Buffer): string | null {
  const clock = clockOf(bytes);
  return clock && textOf(clock);
}

/** The moment in its own offset; of a region, whose rules the wire does not tell, in UTC. */
export function readZoned(bytes: Buffer): string | null {
  const [hours = 0, minutes = 0] = bytes.subarray(11);
  const isOffset = bytes.length === 13 && (hours & REGION) === 0;
  return readInstant(bytes, 0, isOffset ? (hours - 20) * 60 + (minutes - 60) : 0);
}

/** The moment, stored in the zone `from`, in the zone `to`; both minutes east of Greenwich. */
export function readInstant(bytes: Buffer, from: number, to: number): string | null {
  const clock = clockOf(bytes);
  const moved = clock && moveBy(clock, to - from);
  return moved && Math.abs(to) < 15 * 60 ? textOf(moved) + offsetText(to) : null;
}

/** What {@link readWallClock} gave; a day alone is its midnight. @returns null for other texts */
export function writeWallClock(text: string): Buffer | null {
  const clock = parse(text);
  return clock && bytesOf(clock);
}

/** A moment with its offset. @returns null for other texts */
export function writeZoned(text: string): Buffer | null {
  const [, wall = '', zone = ''] = ZONED.exec(text) ?? [];
  const offset = offsetOf(zone === 'Z' ? '+00:00' : zone);
  const clock = parse(wall);
  const utc = clock && offset !== null ? moveBy(clock, -offset) : null;
  if (utc === null || offset === null) return null;
  const zoneBytes = [Math.trunc(offset / 60) + 20, (offset % 60) + 60];
  return Buffer.concat([bytesOf(utc, true), Buffer.from(zoneBytes)]);
}

/** Minutes east of Greenwich. @returns null where it is no offset, such as `+08:00` */
export function offsetOf(text: string): number | null {
  const [, sign, hours, minutes] = OFFSET.exec(text) ?? [];
  return sign === undefined ? null : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${digits(Math.trunc(size / 60), 2)}:${digits(size % 60, 2)}`;
}

function clockOf(bytes: Buffer): Clock | null {
  if (![7, 11, 13].includes(bytes.length)) return null;
  const [century = 0, year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = bytes;
  const nanoseconds = bytes.length > 7 ? bytes.readUInt32BE(7) : 0;
  return checked({
    fields: [(century - 100) * 100 + year - 100, month, day, hour - 1, minute - 1, second - 1],
    nanoseconds,
  });
}

function bytesOf({ fields, nanoseconds }: Clock, isWhole = nanoseconds > 0): Buffer {
  const [year, month, day, hour, minute, second] = fields;
  const bytes = Buffer.from([
    ...[Math.trunc(year / 100) + 100, (year % 100) + 100, month, day],
    ...[hour + 1, minute + 1, second + 1, 0, 0, 0, 0],
  ]);
  bytes.writeUInt32BE(nanoseconds, 7);
  return isWhole ? bytes : bytes.subarray(0, 7);
}

function parse(text: string): Clock | null {
  const [whole, year, month, day, hour = 0, minute = 0, second = 0, fraction = ''] = WALL.exec(text) ?? [];
  if (whole === undefined) return null;
  return checked({
    fields: [Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second)],
    nanoseconds: Number(fraction.padEnd(9, '0')),
  });
}

/** On the calendar, in the years 1 to 9999. */
function checked(clock: Clock): Clock | null {
  const [year, month, day, hour, minute, second] = clock.fields;
  const fits = year >= 1 && year <= 9999 && hour <= 23 && minute <= 59 && second <= 59 && clock.nanoseconds < 1e9;
  const date = utc(clock);
  const isDay = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return fits && isDay && Math.min(hour, minute, second) >= 0 ? clock : null;
}

function moveBy(clock: Clock, minutes: number): Clock | null {
  const date = utc(clock);
  date.setUTCMinutes(date.getUTCMinutes() + minutes);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return checked({
    fields: [year, month, day, date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()],
    nanoseconds: clock.nanoseconds,
  });
}

/** Only to count with: `Date.UTC` would take the years 0 to 99 for those of the last century. */
function utc({ fields: [year, month, day, hour, minute, second] }: Clock): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date;
}

function textOf({ fields: [year, month, day, hour, minute, second], nanoseconds }: Clock): string {
  const fraction = nanoseconds === 0 ? '' : `.${digits(nanoseconds, 9).replace(/0+$/, '')}`;
  const date = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  return `${date}T${digits(hour, 2)}:${digits(minute, 2)}:${digits(second, 2)}${fraction}`;
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}
