import { dateOf } from '#demo/bulk/days.ts';
import { diceOf } from '#demo/bulk/dice.ts';
import { hasRecord, type RecordKind } from '#demo/bulk/profiles.ts';
import { timelineOf } from '#demo/bulk/timeline.ts';

/** A run of generated cases. */
export interface BulkOptions {
  /** 0 to {@link MOST_CASES}. */
  readonly cases: number;
  /** A whole number. */
  readonly seed: number;
}

export const MOST_CASES = 100_000;

/** Serials of generated cases, where a number has six digits (WORLD 4). */
const FIRST_SERIAL = 800_001;
/** 派出所: their numbers are told apart by the station, and none of the world's is of one of these. */
const FIRST_STATION = 61;
const STATIONS = 12;

/** The numbers that are alike but for the serial, in the order of their texts; brackets as the systems compare them. */
export const SERIES = {
  ARREST_REVIEW: { before: '虚检刑捕受[2025]379999', after: '号' },
  PROSECUTION_REVIEW: { before: '虚检刑诉受[2025]379999', after: '号' },
  CRIMINAL_TRIAL: { before: '(2025)鲁9999刑初', after: '号' },
  CIVIL_TRIAL: { before: '(2025)鲁9999民初', after: '号' },
  MEDIATION: { before: '(2025)鲁9999诉前调', after: '号' },
  APPEAL: { before: '(2025)鲁99刑终', after: '号' },
} as const satisfies Partial<Record<RecordKind, { readonly before: string; readonly after: string }>>;
export type SeriesName = keyof typeof SERIES;

export function serialOf(index: number): string {
  return String(FIRST_SERIAL + index);
}

export function caseUidOf(index: number): string {
  return `ZF-2025-${serialOf(index)}`;
}

/** The number of a record, in the canonical spelling of `schema/identifiers`. */
export function numberOf(series: SeriesName, index: number): string {
  return canonical(plainNumberOf(series, index));
}

/** The same with the half-width brackets that it is compared by. */
export function plainNumberOf(series: SeriesName, index: number): string {
  const { before, after } = SERIES[series];
  return `${before}${serialOf(index)}${after}`;
}

/** The index of the case that has a number of the series, or null where there is no such record. */
export function indexOfNumber(series: SeriesName, number: string, cases: number): number | null {
  const { before } = SERIES[series];
  const index = Number(number.slice(before.length, before.length + 6)) - FIRST_SERIAL;
  const exists = Number.isInteger(index) && index >= 0 && index < cases && hasRecord(index, series);
  return exists && plainNumberOf(series, index) === number ? index : null;
}

/** 公安案件编号: station and serial tell the index, the month is that of the registration. */
export function policeCaseNoOf(seed: number, index: number): string {
  const { registered } = timelineOf(seed, index);
  const serial = String(Math.floor(index / STATIONS) + 1).padStart(4, '0');
  return `A${stationOf(index)}${dateOf(registered).slice(0, 7).replace('-', '')}${serial}`;
}

/** 12 digits (GA/T 380). */
function stationOf(index: number): string {
  return `379999${FIRST_STATION + (index % STATIONS)}0000`;
}

export function indexOfPoliceCase(number: string, { seed, cases }: BulkOptions): number | null {
  const station = Number(number.slice(7, 9)) - FIRST_STATION;
  const index = (Number(number.slice(-4)) - 1) * STATIONS + station;
  const exists = Number.isInteger(index) && index >= 0 && index < cases && hasRecord(index, 'POLICE');
  return exists && policeCaseNoOf(seed, index) === number ? index : null;
}

/** A number as somebody typed it: mostly as it should be, sometimes with the brackets of a keyboard. */
export function typed(number: string, seed: number, index: number): string {
  return diceOf(seed, index, 'typing').chance(20) ? plain(number) : number;
}

/** The indexes of the cases that have such a record, so many at a time. */
export function* indexesOf(record: RecordKind, cases: number, chunk: number): Generator<readonly number[]> {
  for (let first = 0; first < cases; first += chunk) {
    const indexes = Array.from({ length: Math.min(chunk, cases - first) }, (_, order) => first + order);
    yield indexes.filter((index) => hasRecord(index, record));
  }
}

/** With the half-width brackets that numbers are compared by. */
export function plain(number: string): string {
  return number.replace('（', '(').replace('）', ')').replace('〔', '[').replace('〕', ']');
}

function canonical(plain: string): string {
  return plain.replace('(', '（').replace(')', '）').replace('[', '〔').replace(']', '〕');
}
