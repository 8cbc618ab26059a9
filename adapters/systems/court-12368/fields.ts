import type { XmlRecord } from '#adapters/soap/value.ts';
import { required } from '#adapters/systems/records/needed.ts';
import { requiredText, text } from '#adapters/systems/records/xml-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { isRealDate } from '#schema/calendar.ts';

/** Dates that old databases write where there is none. */
const EMPTY_DATE = /^(0000-00-00|0001-01-01)( |$)/;
/** Yuan; decimals beyond fen hold nothing. */
const AMOUNT = /^(\d+)(?:\.(\d{1,2})0*)?$/;
const LEGACY_TIME = /^(\d{4})-(\d{2})-(\d{2})(?: ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.0+)?)?$/;

/** `yyyy-MM-dd`, from a date or a date-time; `null` for an empty one. */
export function legalDate(record: XmlRecord, element: string): string | null {
  return legacyTime(record, element)?.date ?? null;
}

export function requiredDate(record: XmlRecord, element: string): string {
  return required(element, legalDate(record, element));
}

/** `yyyy-MM-ddTHH:mm:ss+08:00`: what the system writes without a zone is Chinese time, wherever this process runs. A day without a time is none. */
export function dateTime(record: XmlRecord, element: string): string | null {
  const at = legacyTime(record, element);
  if (at === null) return null;
  if (at.time === undefined) throw new UnreadableField(element, 'has no time');
  return `${at.date}T${at.time}+08:00`;
}

export function requiredDateTime(record: XmlRecord, element: string): string {
  return required(element, dateTime(record, element));
}

/** An amount in yuan with decimals, as fen: a safe integer, and no float on the way to it. */
export function requiredFen(record: XmlRecord, element: string): number {
  const [, yuan, decimals = ''] = AMOUNT.exec(requiredText(record, element)) ?? [];
  if (yuan === undefined) throw new UnreadableField(element, 'is not an amount');
  const fen = Number(yuan + decimals.padEnd(2, '0'));
  if (!Number.isSafeInteger(fen)) throw new UnreadableField(element, 'is more than can be told exactly');
  return fen;
}

function legacyTime(record: XmlRecord, element: string): { date: string; time: string | undefined } | null {
  const value = text(record, element);
  if (value === null || EMPTY_DATE.test(value)) return null;
  const [, year, month, day, time] = LEGACY_TIME.exec(value) ?? [];
  if (!isRealDate(Number(year), Number(month), Number(day))) throw new UnreadableField(element, 'is not a date');
  return { date: `${year}-${month}-${day}`, time };
}
