import { OracleError } from '#simulators/oracle/engine.ts';
import { ProtocolError } from '#simulators/oracle/wire/protocol-error.ts';

const DECIMAL = /^([+-]?)(?=\d|\.\d)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;
const MAX_PAIRS = 20;
/** Exponent byte of a positive number below 1 and not below 0.01. */
const EXPONENT_BIAS = 192;
const ZERO = 0x80;
/** Ends a negative number of fewer than 20 pairs, so that it sorts below its own prefixes. */
const NEGATIVE_END = 102;
const POSITIVE_INFINITY = Buffer.from([255, 101]);
const NEGATIVE_INFINITY = 0x00;

/**
 * A decimal string as a NUMBER: one exponent byte in powers of 100, then up to 20 pairs of digits, each plus 1.
 * For negatives the exponent byte is inverted, each pair is 101 minus itself, and 102 ends it. More digits than fit are rounded.
 * @throws {OracleError} ORA-01722 where the text is no number, ORA-01426 where it is 1e126 or more.
 */
export function encodeNumber(text: string): Buffer {
  const match = DECIMAL.exec(text.trim());
  if (!match) throw new OracleError(1722, 'invalid number');
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const { pairs, power } = pairUp((whole + fraction).replace(/^0+/, ''), Number(exponent) - fraction.length);
  if (pairs.length === 0) return Buffer.from([ZERO]);
  const head = EXPONENT_BIAS + power;
  if (head > 0xff) throw new OracleError(1426, 'numeric overflow');
  if (head < 0x80) return Buffer.from([ZERO]);
  if (sign !== '-') return Buffer.from([head, ...pairs.map((pair) => pair + 1)]);
  const end = pairs.length < MAX_PAIRS ? [NEGATIVE_END] : [];
  return Buffer.from([head ^ 0xff, ...pairs.map((pair) => 101 - pair), ...end]);
}

/** Splits `digits * 10^exponent` into pairs so that the value is `0.p1p2... * 100^power`. */
function pairUp(digits: string, exponent: number): { pairs: number[]; power: number } {
  let aligned = exponent % 2 === 0 ? digits : `${digits}0`;
  if (aligned.length % 2 === 1) aligned = `0${aligned}`;
  const power = aligned.length / 2 + Math.floor(exponent / 2);
  const pairs = (aligned.match(/../g) ?? []).map(Number);
  if (pairs.length > MAX_PAIRS) {
    const roundsUp = (pairs[MAX_PAIRS] ?? 0) >= 50;
    pairs.length = MAX_PAIRS;
    if (roundsUp) return carry(pairs, power);
  }
  return { pairs: withoutZerosAtEnd(pairs), power };
}

/** Adds one to the last pair. */
function carry(pairs: number[], power: number): { pairs: number[]; power: number } {
  for (let index = pairs.length - 1; index >= 0; index -= 1) {
    const next = (pairs[index] ?? 0) + 1;
    pairs[index] = next % 100;
    if (next < 100) return { pairs: withoutZerosAtEnd(pairs), power };
  }
  return { pairs: [1], power: power + 1 };
}

function withoutZerosAtEnd(pairs: number[]): number[] {
  return pairs.slice(0, pairs.findLastIndex((pair) => pair !== 0) + 1);
}

/**
 * A NUMBER as a plain decimal string: no exponent, no zero at the end of a fraction. The infinities are ±1e126.
 * @throws {ProtocolError} where a byte is no pair of digits.
 */
export function decodeNumber(bytes: Buffer): string {
  const [head] = bytes;
  if (head === undefined || bytes.length > MAX_PAIRS + 2) throw new ProtocolError('a NUMBER has 1 to 21 bytes');
  if (bytes.equals(POSITIVE_INFINITY)) return '1e126';
  if (bytes.length === 1 && head === NEGATIVE_INFINITY) return '-1e126';
  if (bytes.length === 1) return '0';
  const isPositive = (head & 0x80) !== 0;
  const power = (isPositive ? head : head ^ 0xff) - EXPONENT_BIAS;
  const body = !isPositive && bytes.at(-1) === NEGATIVE_END ? bytes.subarray(1, -1) : bytes.subarray(1);
  const pairs = Array.from(body, (byte) => (isPositive ? byte - 1 : 101 - byte));
  if (pairs.some((pair) => pair < 0 || pair > 99))
    throw new ProtocolError('a NUMBER has a byte that is no pair of digits');
  const digits = pairs.map((pair) => String(pair).padStart(2, '0')).join('');
  return (isPositive ? '' : '-') + placePoint(digits, power * 2);
}

/** `0.digits * 10^point` as plain decimal text. */
function placePoint(digits: string, point: number): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0').replace(/^0+/, '') : '';
  const fraction = (point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits).replace(/0+$/, '');
  return fraction ? `${whole || '0'}.${fraction}` : whole || '0';
}
