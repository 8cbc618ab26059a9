import { instantOf, withoutEndZeros } from '#adapters/soap/schema/dates.ts';
import { INTEGER_TYPES } from '#adapters/soap/schema/lexical.ts';

/**
 * The order of two values of a built-in type, by their texts: nothing is rounded. Negative, 0 or positive; `null` where they have none (XML
 * Schema part 2 §3.2.6.2 and §3.2.7.4: durations, a time with a zone beside one without).
 */
export function compareValues(builtIn: string, one: string, other: string): number | null {
  if (builtIn === 'float' || builtIn === 'double') return order(floatOf(one), floatOf(other));
  if (builtIn === 'decimal' || INTEGER_TYPES.has(builtIn)) {
    const numbers = [decimalOf(one), decimalOf(other)] as const;
    return numbers[0] && numbers[1] ? compareDecimals(numbers[0], numbers[1]) : null;
  }
  const times = [instantOf(builtIn, one), instantOf(builtIn, other)] as const;
  if (!times[0] || !times[1] || times[0].hasZone !== times[1].hasZone) return null;
  return order(times[0].at, times[1].at) || order(times[0].fraction, times[1].fraction);
}

export interface Decimal {
  readonly isNegative: boolean;
  /** Without zeros that say nothing. */
  readonly whole: string;
  readonly fraction: string;
}

export function decimalOf(text: string): Decimal | null {
  const [, sign, whole = '', fraction = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  if (sign === undefined || (whole === '' && fraction === '')) return null;
  return { isNegative: sign === '-', whole: whole.replace(/^0+/, ''), fraction: withoutEndZeros(fraction) };
}

function compareDecimals(one: Decimal, other: Decimal): number {
  const size =
    order(one.whole.length, other.whole.length) || order(one.whole, other.whole) || order(one.fraction, other.fraction);
  const isZero = (each: Decimal) => each.whole === '' && each.fraction === '';
  if (isZero(one) && isZero(other)) return 0;
  if (one.isNegative !== other.isNegative) return one.isNegative ? -1 : 1;
  return one.isNegative ? -size : size;
}

function floatOf(text: string): number {
  return Number(text.replace('INF', 'Infinity'));
}

function order<T extends string | number | bigint>(one: T, other: T): number {
  return one < other ? -1 : Number(one > other);
}
